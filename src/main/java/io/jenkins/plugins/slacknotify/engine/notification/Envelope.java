package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.RuleOrigin;

/**
 * The part that every {@link Notification} has: the build, its severity, and the destination.
 *
 * @param event the build that the notification reports or comes from
 * @param recipient the person, where the destination is one; null otherwise
 * @param rule the rule for which it is sent; null where there is none, or an earlier version has stored the notification
 */
public record Envelope(
        BuildEvent event,
        Severity severity,
        Destination destination,
        @CheckForNull Recipient recipient,
        @CheckForNull RuleOrigin rule) {
    public Envelope {
        requireNonNull(event, "event");
        requireNonNull(severity, "severity");
        requireNonNull(destination, "destination");
    }

    /** An envelope to a channel. Leaves out the participants of the build, who are not for channels. */
    public static Envelope toChannel(BuildEvent event, Severity severity, Destination destination) {
        return new Envelope(event.withoutParticipants(), severity, destination, null, null);
    }

    /**
     * An envelope to people who are not found yet.
     *
     * @param credentialsId the credential of the workspace's bot; null for that of the global configuration
     */
    public static Envelope toPeople(BuildEvent event, Severity severity, @CheckForNull String credentialsId) {
        return new Envelope(event, severity, Destination.forPeople(credentialsId), null, null);
    }

    /** Returns this envelope, addressed to one person in the same workspace. */
    Envelope toPerson(Recipient person) {
        return new Envelope(
                event.withoutParticipants(), severity, destination.withChannel(person.slackId()), person, rule);
    }

    /** Returns this envelope, addressed to another channel. */
    Envelope to(Destination newDestination) {
        return new Envelope(event, severity, newDestination, recipient, rule);
    }

    Envelope withEvent(BuildEvent newEvent) {
        return new Envelope(newEvent, severity, destination, recipient, rule);
    }

    /** Returns this envelope as sent by a rule; null for none. */
    public Envelope sentBy(@CheckForNull RuleOrigin newRule) {
        return new Envelope(event, severity, destination, recipient, newRule);
    }
}
