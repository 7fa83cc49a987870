package io.jenkins.plugins.slacknotify.inbound.app;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import java.util.Set;

/**
 * A Slack app whose requests are taken.
 *
 * @param name what people know it by, for logs and pages; holds no secret
 * @param appId the app ({@code A…}); null where it is not known yet, and the signature or the app-level token is the only
 *     proof
 * @param installations the ids of the workspaces ({@code T…}) and organisations ({@code E…}) in which it is installed for
 *     this Jenkins. Empty where they are not known: then each workspace passes in which the app is installed
 * @param secret what Slack signs with; null where requests come by Socket Mode only
 */
public record InboundApp(
        String name,
        @CheckForNull String appId,
        Set<String> installations,
        @CheckForNull SigningSecret secret) {

    public InboundApp {
        requireNonNull(name, "name");
        installations = Set.copyOf(installations);
    }

    /** Returns whether a request is meant for this app; true where either side does not say which it is. */
    public boolean is(InstallationKey installation) {
        return appId == null || installation.appId() == null || appId.equals(installation.appId());
    }

    /** Returns whether a request comes from where the app is installed for this Jenkins. */
    public boolean isInstalledIn(InstallationKey installation) {
        return installations.isEmpty()
                || installation.ids().findAny().isEmpty()
                || installation.ids().anyMatch(installations::contains);
    }
}
