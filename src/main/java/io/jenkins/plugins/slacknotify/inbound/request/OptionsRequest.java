package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/**
 * A question for the options of a menu ({@code external_select}) while a member types. The answer is the acknowledgement,
 * see {@code Acknowledgement.options}.
 *
 * @param view the home tab or modal in which the menu stands; null in a message
 */
public record OptionsRequest(
        RequestOrigin origin, @CheckForNull ViewReference view) implements InboundRequest {
    public OptionsRequest {
        requireNonNull(origin, "origin");
    }

    @Override
    public RequestKind kind() {
        return RequestKind.OPTIONS;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
