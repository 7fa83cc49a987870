package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.planning.CompletionPlan;
import io.jenkins.plugins.slacknotify.engine.sending.PeopleLookupSender;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.people.AssessedCandidate;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import java.util.List;

/** Writes what would be sent, without anything that could send it. */
record Previewer(EngineSettings settings, PeopleLookupSender people, Composer composer) {
    /** Stands for a member id, which only Slack knows. */
    private static final String SOMEBODY = "U0000000000";

    Preview preview(BuildEvent event, JobRules rules) {
        RoutingResult routing = settings.route(event, rules);
        List<Notification> toPeople = CompletionPlan.toPeople(event.withoutLog(), routing, settings).stream()
                .map(PlannedNotification::notification)
                .toList();
        return new Preview(
                event,
                routing,
                routing.routes().stream().map(route -> message(event, route)).toList(),
                directs(toPeople, false),
                directs(toPeople, true));
    }

    private Preview.Message message(BuildEvent event, Route route) {
        Notification notification = CompletionPlan.notification(event, route, settings);
        return new Preview.Message(
                route,
                settings.botName(route.options()),
                settings.botIcon(route.options()),
                composer.write(notification, settings),
                composer.thread(notification, settings));
    }

    private List<Preview.DirectMessage> directs(List<Notification> toPeople, boolean byRule) {
        return toPeople.stream()
                .filter(news -> byRule == (news.addressees() != null))
                .flatMap(news -> people.prospects(news, settings).stream().map(person -> direct(news, person)))
                .toList();
    }

    private Preview.DirectMessage direct(Notification news, AssessedCandidate person) {
        if (person.exclusionReason() != null) {
            return new Preview.DirectMessage(person, null);
        }
        Recipient recipient = new Recipient(SOMEBODY, person.account(), person.name(), person.involvements());
        return new Preview.DirectMessage(person, composer.write(news.to(recipient, null, null), settings));
    }
}
