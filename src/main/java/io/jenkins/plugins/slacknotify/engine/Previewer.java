package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.people.Prospect;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.Routing;
import java.util.List;

/** Writes what would be sent, without anything that could send it. */
record Previewer(EngineSettings settings, PeopleCourier people, Composer composer) {
    /** Stands for a member id, which only Slack knows. */
    private static final String SOMEBODY = "U0000000000";

    Preview preview(BuildEvent event, JobRules rules) {
        Routing routing = settings.route(event, rules);
        List<Notification> toPeople = CompletionPlan.toPeople(event.withoutLog(), routing, settings).stream()
                .map(Draft::notification)
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
                settings.botName(route.style()),
                settings.botIcon(route.style()),
                composer.write(notification, settings),
                composer.thread(notification, settings));
    }

    private List<Preview.Direct> directs(List<Notification> toPeople, boolean byRule) {
        return toPeople.stream()
                .filter(news -> byRule == (news.addressees() != null))
                .flatMap(news -> people.prospects(news, settings).stream().map(person -> direct(news, person)))
                .toList();
    }

    private Preview.Direct direct(Notification news, Prospect person) {
        if (person.leftOut() != null) {
            return new Preview.Direct(person, null);
        }
        Recipient recipient = new Recipient(SOMEBODY, person.account(), person.name(), person.involvements());
        return new Preview.Direct(person, composer.write(news.to(recipient, null, null), settings));
    }
}
