package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.composing.TemplateWriter;
import io.jenkins.plugins.slacknotify.engine.sending.PeopleLookupSender;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.people.AssessedCandidate;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import java.util.List;
import java.util.Optional;

/**
 * What the end of a build comes to, as if it were the first that is told of its job. Nothing of it is taken over or sent, and
 * nobody is asked but the accounts of this Jenkins.
 *
 * @param messages one for each destination
 * @param personal whom the administrator has told in person, and what
 * @param named whom a rule has told in person, and what
 */
public record Preview(
        BuildEvent event,
        RoutingResult routing,
        List<Message> messages,
        List<DirectMessage> personal,
        List<DirectMessage> named) {

    /**
     * What a destination hears.
     *
     * @param botName the sender; null for the app's own name
     * @param botIcon null for the app's own
     * @param thread what follows in the thread
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
     * What somebody hears.
     *
     * @param content null where nothing would be told
     */
    public record DirectMessage(
            AssessedCandidate person, @CheckForNull RenderedMessage content) {}

    public Preview {
        messages = List.copyOf(messages);
        personal = List.copyOf(personal);
        named = List.copyOf(named);
    }

    static Preview of(
            BuildEvent event,
            JobRules rules,
            EngineSettings settings,
            PeopleLookupSender people,
            TemplateWriter wording) {
        return new Previewer(settings, people, new Composer(unknown -> Optional.empty(), wording, event::at))
                .preview(event, rules);
    }
}
