package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.Optional;
import java.util.Set;

/**
 * A request from Slack that was verified and understood: a class for each kind.
 *
 * <p>Its texts are what people have typed or what Slack says: escape them before they go into a message, a page or a log.
 */
public sealed interface InboundRequest
        permits SlashCommand,
                Shortcut,
                AppMention,
                DirectMessage,
                BlockAction,
                ViewSubmission,
                ViewClosed,
                OptionsRequest,
                LinkShared,
                HomeOpened,
                InstallationChange,
                ChannelChange,
                UnknownRequest {
    /** Returns where the request comes from. */
    RequestOrigin origin();

    /** Returns the kind, by which requests are counted, kept and refused. */
    RequestKind kind();

    /** Returns the abilities one of which has to be on for this request; none where it is always taken. */
    default Set<Ability> abilities() {
        return kind().abilities();
    }

    /**
     * Returns the thread in which alone that can be seen which was pressed, or in whose menu something was chosen; empty where it stands
     * in a channel, and for all other requests.
     */
    default Optional<String> thread() {
        return Optional.empty();
    }

    /** Returns {@link RequestOrigin#id()}. */
    default String id() {
        return origin().id();
    }
}
