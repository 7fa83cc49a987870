package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.planning.CompletionPlan;
import io.jenkins.plugins.slacknotify.engine.planning.SubscriptionRouter;
import io.jenkins.plugins.slacknotify.engine.sending.RecipientLookup;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.KnownChannels;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.people.AssessedCandidate;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Route;
import io.jenkins.plugins.slacknotify.routing.RoutingResult;
import java.util.List;

/** Makes {@link Preview}s. Holds nothing that could send a message. */
record Previewer(EngineSettings settings, RecipientLookup recipients, Composer composer, KnownChannels channels) {
    /** Stands for the id of a member, which only Slack knows. */
    private static final String UNKNOWN_MEMBER = "U0000000000";

    Preview preview(BuildEvent event, JobRules rules) {
        RoutingResult routing = new SubscriptionRouter(settings, channels).route(event, rules);
        List<PeopleLookup> lookups = CompletionPlan.toPeople(event.withoutLog(), routing, settings).stream()
                .map(planned -> (PeopleLookup) planned.notification())
                .toList();
        return new Preview(
                event,
                routing,
                routing.routes().stream().map(route -> message(event, route)).toList(),
                directMessages(lookups, false),
                directMessages(lookups, true));
    }

    private Preview.Message message(BuildEvent event, Route route) {
        BuildNews news = CompletionPlan.news(event, route, settings);
        return new Preview.Message(
                route,
                settings.botName(route.options()),
                settings.botIcon(route.options()),
                composer.write(news, settings),
                composer.thread(news, settings));
    }

    private List<Preview.DirectMessage> directMessages(List<PeopleLookup> lookups, boolean byRule) {
        return lookups.stream()
                .filter(lookup -> byRule == (lookup.addressees() != null))
                .flatMap(lookup -> assess(lookup).stream().map(person -> directMessage(lookup, person)))
                .toList();
    }

    /** Returns the people of a lookup as they are assessed now; none if Jenkins' accounts cannot be read, and then the log says why. */
    private List<AssessedCandidate> assess(PeopleLookup lookup) {
        try {
            return recipients.assess(lookup, settings);
        } catch (AccountsUnavailableException e) {
            return List.of();
        }
    }

    private Preview.DirectMessage directMessage(PeopleLookup lookup, AssessedCandidate person) {
        if (person.exclusionReason() != null) {
            return new Preview.DirectMessage(person, null);
        }
        Recipient recipient = new Recipient(UNKNOWN_MEMBER, person.account(), person.name(), person.involvements());
        return new Preview.DirectMessage(person, composer.write(lookup.newsFor(recipient), settings));
    }
}
