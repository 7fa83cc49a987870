package io.jenkins.plugins.slacknotify.inbound.request;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * The app's page in Slack, opened by a member ({@code app_home_opened}).
 *
 * @param tab {@code home} or {@code messages}
 * @param view the home tab as it was published last; null where it never was
 */
public record HomeOpened(
        RequestOrigin origin, String tab, @CheckForNull ViewReference view) implements InboundRequest {
    @Override
    public RequestKind kind() {
        return RequestKind.HOME_OPENED;
    }
}
