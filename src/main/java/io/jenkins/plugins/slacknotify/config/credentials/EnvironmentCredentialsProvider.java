package io.jenkins.plugins.slacknotify.config.credentials;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.Extension;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.security.ACL;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.springframework.security.core.Authentication;

/**
 * Credentials provider that offers what the environment has, see {@link EnvironmentVariable}. Nobody can change these
 * credentials, and they are never stored. They have the scope {@code SYSTEM}: Jenkins itself finds them, an item never does.
 */
@Extension
public class EnvironmentCredentialsProvider extends CredentialsProvider {
    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.EnvironmentCredentialsProvider_displayName();
    }

    @NonNull
    @Override
    public <C extends Credentials> List<C> getCredentialsInItemGroup(
            @NonNull Class<C> type,
            @Nullable ItemGroup group,
            @Nullable Authentication authentication,
            @NonNull List<DomainRequirement> domainRequirements) {
        boolean forSystem = group == Jenkins.get() && ACL.SYSTEM2.equals(authentication);
        return forSystem
                ? credentials().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }

    /** {@inheritDoc} Overridden because the default gives a job at the top level the credentials of Jenkins itself. */
    @NonNull
    @Override
    public <C extends Credentials> List<C> getCredentialsInItem(
            @NonNull Class<C> type,
            @NonNull Item item,
            @Nullable Authentication authentication,
            @NonNull List<DomainRequirement> domainRequirements) {
        return List.of();
    }

    private static Stream<Credentials> credentials() {
        return Arrays.stream(EnvironmentVariable.values())
                .flatMap(variable -> variable.credentialsId().stream().flatMap(id -> credentials(variable, id)));
    }

    private static Stream<Credentials> credentials(EnvironmentVariable variable, String id) {
        return ControllerEnvironment.get().secret(variable).stream()
                .map(secret -> new StringCredentialsImpl(
                        CredentialsScope.SYSTEM,
                        id,
                        Messages.EnvironmentCredentialsProvider_description(variable.variableName()),
                        secret));
    }
}
