package io.jenkins.plugins.slacknotify.subscription;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A rule that a member of Slack has made for one conversation.
 *
 * @param id by which people name it; letters and digits
 * @param rest why it rests; null while it is in force
 */
public record Subscription(
        String id,
        SubscriptionAuthor author,
        SubscriptionTarget target,
        SubscriptionFilter filter,
        Instant since,
        @CheckForNull RestingReason rest) {
    public Subscription {
        requireNonNull(id, "id");
        requireNonNull(author, "author");
        requireNonNull(target, "target");
        requireNonNull(filter, "filter");
        requireNonNull(since, "since");
    }

    /** Returns the rule, as the router evaluates it. A direct message goes to the account of the author. */
    public Rule toRule() {
        Rule.Builder rule =
                Rule.builder("Subscription " + id, filter.toCondition()).mention(filter.toMention());
        return target.isDirectMessage()
                ? rule.people(new Addressees(Set.of(), List.of(author.account())))
                        .build()
                : rule.targets(List.of(profile())).build();
    }

    private DestinationProfile profile() {
        return new DestinationProfile(
                target.name(), destination(), MessageOptions.DEFAULT.withSubscription(id), Severity.INFO);
    }

    /** Returns the destination of its messages; nobody is notified by one that is a direct message. */
    public Destination destination() {
        return target.destination();
    }

    Subscription withTarget(SubscriptionTarget newTarget) {
        return new Subscription(id, author, newTarget, filter, since, rest);
    }

    Subscription withFilter(SubscriptionFilter newFilter) {
        return new Subscription(id, author, target, newFilter, since, rest);
    }

    Subscription withRest(@CheckForNull RestingReason newRest) {
        return new Subscription(id, author, target, filter, since, newRest);
    }
}
