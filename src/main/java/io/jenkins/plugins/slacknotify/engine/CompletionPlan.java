package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.people.Addressees;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.ArrayList;
import java.util.List;

/** Works out the single messages that the end of a build comes to. */
final class CompletionPlan {
    private final EngineSettings settings;
    private final Story story;

    CompletionPlan(EngineSettings settings, Story story) {
        this.settings = settings;
        this.story = story;
    }

    /** For everybody who hears of the builds of the whole system, and wherever the build was told of while it ran. */
    List<Draft> drafts(BuildEvent event) {
        return drafts(event, settings.router().route(event));
    }

    /** For its people, and in no channel but those where the build was told of while it ran. */
    List<Draft> withoutSystemChannel(BuildEvent event) {
        return drafts(event, List.of());
    }

    private List<Draft> drafts(BuildEvent event, List<Destination> routed) {
        List<Destination> destinations = new ArrayList<>(routed);
        destinations.addAll(story.toldWhileRunning(event.key()));
        List<Draft> drafts = new ArrayList<>(toChannels(event, destinations));
        drafts.addAll(toPeople(event.withoutLog()));
        return drafts;
    }

    private List<Draft> toChannels(BuildEvent event, List<Destination> destinations) {
        BuildEvent allowed = settings.details().allowed(event);
        return destinations.stream()
                .distinct()
                .map(destination -> new Notification(allowed, severity(event), null, destination, null, false))
                .flatMap(news -> story.completed(news).stream())
                .toList();
    }

    /** Who they are is found out later: it may take a question to Slack, or to a security realm. */
    private List<Draft> toPeople(BuildEvent event) {
        Addressees told = settings.people().addressees();
        if (told.mostAmong(event.participants()) == 0) {
            return List.of();
        }
        Notification news = Notification.toPeople(event, severity(event), null, null, null);
        return List.of(new Draft(DeliveryIds.ofCompleted(event.key(), news.destination()), news, true));
    }

    private Severity severity(BuildEvent event) {
        return settings.severities().rate(event.outcome(), event.trend());
    }
}
