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
import io.jenkins.plugins.slacknotify.config.Messages;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.springframework.security.core.Authentication;

/**
 * Offers the token of the environment as a credential that nobody can change and that is never stored. Like any other of
 * scope {@code SYSTEM}, it is found for Jenkins itself, and never for an item.
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

    /** Without this, a job beside no folder would be given what Jenkins itself is given. */
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
        return ControllerEnvironment.get().token().stream()
                .map(token -> new StringCredentialsImpl(
                        CredentialsScope.SYSTEM,
                        ControllerEnvironment.CREDENTIALS_ID,
                        Messages.EnvironmentCredentialsProvider_description(),
                        token));
    }
}
