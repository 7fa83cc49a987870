package io.jenkins.plugins.slacknotify.config;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.engine.spi.CredentialFolders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;

/**
 * The folders of credentials, as far as Jenkins has these in memory: in its own store, and in those of folders. Where another
 * provider comes in between, such as one that asks a server, nothing is told.
 */
public final class FoldersOfCredentials implements CredentialFolders {
    /** The providers that have everything in memory. By name, as one of them is of a plugin that need not be there. */
    private static final Set<String> IN_MEMORY = Set.of(
            SystemCredentialsProvider.ProviderImpl.class.getName(),
            "com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider");

    @Override
    public Optional<String> find(String credentialsId, String job) {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            Job<?, ?> item = Jenkins.get().getItemByFullName(job, Job.class);
            return item == null ? Optional.empty() : find(credentialsId, item.getParent());
        }
    }

    /** Goes from the folder of the job outwards, as the Credentials plugin does. */
    private static Optional<String> find(String id, ItemGroup<?> innermost) {
        @CheckForNull ItemGroup<?> group = innermost;
        boolean isTold = true;
        while (group != null && isTold) {
            for (CredentialsStore store : CredentialsProvider.lookupStores(group)) {
                if (store.getContext() != group) {
                    continue;
                }
                if (!isInMemory(store)) {
                    // In a folder, it may have one of this id. All that Jenkins itself has is in one place.
                    isTold = false;
                } else if (has(id, store)) {
                    return Optional.of(group.getFullName());
                }
            }
            group = group instanceof Item item ? item.getParent() : null;
        }
        return Optional.empty();
    }

    private static boolean isInMemory(CredentialsStore store) {
        CredentialsProvider provider = store.getProvider();
        return provider != null && IN_MEMORY.contains(provider.getClass().getName());
    }

    private static boolean has(String id, CredentialsStore store) {
        return store.getDomains().stream()
                .map(store::getCredentials)
                .flatMap(List::stream)
                .anyMatch(it -> isNamed(id, it));
    }

    private static boolean isNamed(String id, Credentials credentials) {
        return credentials instanceof IdCredentials named && named.getId().equals(id);
    }
}
