package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.people.AssessedCandidate;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import java.util.List;

/**
 * The messages that the end of a build would lead to, were it the first that is reported of its job. Nothing of it is handed
 * over or sent, and only the accounts of this Jenkins are asked.
 *
 * @param messages one for each destination
 * @param personal the direct messages by the administrator's policy
 * @param named the direct messages by rules
 */
public record Preview(
        BuildEvent event,
        RoutingResult routing,
        List<Message> messages,
        List<DirectMessage> personal,
        List<DirectMessage> named) {

    /**
     * A message to a channel.
     *
     * @param botName the sender; null for the app's own name
     * @param botIcon null for the app's own icon
     * @param thread the details in its thread
     */
    public record Message(
            Route route,
            @CheckForNull String botName,
            @CheckForNull String botIcon,
            RenderedMessage content,
            List<RenderedMessage> thread) {
        public Message {
            thread = List.copyOf(thread);
        }
    }

    /**
     * A direct message to a person, or why there is none.
     *
     * @param content null where the person would get no message
     */
    public record DirectMessage(
            AssessedCandidate person, @CheckForNull RenderedMessage content) {}

    public Preview {
        messages = List.copyOf(messages);
        personal = List.copyOf(personal);
        named = List.copyOf(named);
    }
}
