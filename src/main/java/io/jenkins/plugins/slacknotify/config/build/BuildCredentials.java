package io.jenkins.plugins.slacknotify.config.build;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.text.FullNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorProvider;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.springframework.security.core.Authentication;

/**
 * Looks up credentials as a build sees them, for as long as its notification waits: even after the build or its job was deleted,
 * and never more of them than the build could have used.
 */
public final class BuildCredentials {
    private static final String PIPELINE = "org.jenkinsci.plugins.workflow.";

    private BuildCredentials() {}

    /**
     * Finds a credential of the kind "Secret text" on behalf of a build. The caller acts as the system.
     *
     * @return empty where the build may not use one of that id, or it is not known any more whether it might
     */
    public static Optional<StringCredentials> find(String id, BuildKey build) {
        return CurrentBuild.find(build)
                .map(current -> {
                    Run<?, ?> run = current.run();
                    return run == null ? ofJob(id, current.job()) : ofRun(id, run);
                })
                .orElseGet(() -> ofFolder(id, build.job()));
    }

    private static Optional<StringCredentials> ofRun(String id, Run<?, ?> run) {
        return Optional.ofNullable(CredentialsProvider.findCredentialById(id, StringCredentials.class, run));
    }

    /**
     * Finds a credential for a build that was deleted. The Credentials plugin asks the job as whom its builds run, and so does this.
     * A credential that is a parameter of the build is gone with it, so none of that name counts.
     */
    private static Optional<StringCredentials> ofJob(String id, Job<?, ?> job) {
        ParametersDefinitionProperty parameters = job.getProperty(ParametersDefinitionProperty.class);
        if (parameters != null && parameters.getParameterDefinition(id) != null) {
            return Optional.empty();
        }
        Authentication builds = job instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
        return inJob(id, job, builds)
                .or(() -> job.hasPermission2(builds, CredentialsProvider.USE_ITEM)
                        ? inJob(id, job, ACL.SYSTEM2)
                        : Optional.empty());
    }

    /**
     * Finds a credential for a build whose job was deleted or renamed, as those of pull requests are every day. What was in the job's
     * reach is in that of the folder around it. Where builds run as somebody, that is not known any more, so there is none.
     */
    private static Optional<StringCredentials> ofFolder(String id, String job) {
        if (runBuildsAsSomebody()) {
            return Optional.empty();
        }
        for (String folder = FullNames.parent(job); !folder.isEmpty(); folder = FullNames.parent(folder)) {
            Item item = Jenkins.get().getItemByFullName(folder);
            if (item instanceof ItemGroup<?> group) {
                return inGroup(id, group);
            }
        }
        return inGroup(id, Jenkins.get());
    }

    /** Whether builds may run as somebody else than the system. Pipeline's own authenticators are about parts of a running build only. */
    private static boolean runBuildsAsSomebody() {
        return StreamSupport.stream(
                        QueueItemAuthenticatorProvider.authenticators().spliterator(), false)
                .anyMatch(authenticator -> !authenticator.getClass().getName().startsWith(PIPELINE));
    }

    private static Optional<StringCredentials> inJob(String id, Job<?, ?> job, Authentication user) {
        return Optional.ofNullable(
                CredentialsProvider.findCredentialByIdInItem(id, StringCredentials.class, job, user, List.of()));
    }

    /** Finds what every job in a group could use: nothing of the scope {@code SYSTEM}, which Jenkins itself finds at the top level. */
    private static Optional<StringCredentials> inGroup(String id, ItemGroup<?> group) {
        return CredentialsProvider.lookupCredentialsInItemGroup(StringCredentials.class, group, ACL.SYSTEM2, List.of())
                .stream()
                .filter(one -> one.getId().equals(id) && one.getScope() != CredentialsScope.SYSTEM)
                .findFirst();
    }
}
