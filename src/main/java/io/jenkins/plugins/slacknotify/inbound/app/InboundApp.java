package io.jenkins.plugins.slacknotify.inbound.app;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;

/**
 * A Slack app whose requests are taken.
 *
 * @param name what people know it by, for logs and pages; holds no secret
 * @param appId the app ({@code A…}); null where it is not known yet, and the signature or the app-level token is the only
 *     proof
 * @param secret what Slack signs with; null where requests come by Socket Mode only
 */
public record InboundApp(
        String name,
        @CheckForNull String appId,
        @CheckForNull SigningSecret secret) {

    /** Returns whether a request is meant for this app; true where either side does not say which it is. */
    public boolean is(InstallationKey installation) {
        return appId == null || installation.appId() == null || appId.equals(installation.appId());
    }
}
