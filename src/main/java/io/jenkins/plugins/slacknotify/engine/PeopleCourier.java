package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.Addressees;
import io.jenkins.plugins.slacknotify.outbox.Attempt;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.people.Accounts;
import io.jenkins.plugins.slacknotify.people.Occasion;
import io.jenkins.plugins.slacknotify.people.Prospect;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.RecipientFinder;
import io.jenkins.plugins.slacknotify.people.Recipients;
import io.jenkins.plugins.slacknotify.people.SlackDirectory;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings news to the people of a build: finds out who they are, and puts one message for each into the outbox.
 *
 * <p>The messages have the same ids however often this is done, so it can be done again after a crash, and whoever is told
 * of a build for several reasons is told once.
 */
final class PeopleCourier {
    private final Accounts accounts;
    private final RecipientFinder finder;
    private final FileCourier files;
    private final Story story;
    private final Consumer<Draft> outbox;
    private final InstantSource clock;

    /**
     * @param story knows what belongs together
     * @param outbox takes the single messages over; does nothing where it knows the id
     */
    PeopleCourier(
            Accounts accounts,
            SlackDirectory directory,
            FileCourier files,
            Story story,
            Consumer<Draft> outbox,
            InstantSource clock) {
        this.files = files;
        this.story = story;
        this.accounts = accounts;
        this.finder = new RecipientFinder(accounts, directory);
        this.outbox = outbox;
        this.clock = clock;
    }

    Attempt tell(Delivery delivery, Notification notification, SlackConnection connection, EngineSettings now) {
        Answer<Recipients> found = finder.find(connection, occasion(notification, now), now.people());
        if (found instanceof Answer.Success<Recipients> success) {
            Recipients recipients = success.value();
            recipients.told().forEach(person -> handOver(delivery, notification, person));
            return new Attempt.Sent(JsonCodec.write(PeopleReceipt.of(recipients)), null);
        }
        return new Obstacles(clock).ofQuestion(found);
    }

    /**
     * Finds somebody whom a message in a channel is to mention.
     *
     * @param name the id of an account, or an e-mail address
     */
    Answer<Recipients> findMentioned(
            String name, Notification notification, SlackConnection connection, EngineSettings now) {
        Addressees meant = new Addressees(Set.of(), List.of(name));
        Occasion occasion = new Occasion(notification.event(), notification.severity(), meant, true, clock.instant());
        return finder.findMentioned(connection, occasion, now.people());
    }

    /** Whom it is for, as far as that is known without asking Slack. */
    List<Prospect> prospects(Notification notification, EngineSettings now) {
        return finder.prospects(occasion(notification, now), now.people());
    }

    /** Whether somebody may still hear what was meant for them: rights can have changed while the message waited. */
    boolean mayHear(Notification notification) {
        Recipient recipient = notification.recipient();
        return recipient == null
                || recipient.account() == null
                || accounts.mayRead(
                        recipient.account(), notification.event().key().job());
    }

    private Occasion occasion(Notification notification, EngineSettings now) {
        Addressees asked = notification.addressees();
        return new Occasion(
                notification.event(),
                notification.severity(),
                asked == null ? now.people().addressees() : asked,
                asked != null,
                clock.instant());
    }

    private void handOver(Delivery delivery, Notification notification, Recipient person) {
        String text = notification.text();
        List<String> parts = notification.shownAs().parts(text);
        String id = text == null
                ? DeliveryIds.ofPerson(notification.event(), notification.destination(), person)
                : DeliveryIds.ofPerson(delivery.entry().id(), person);
        List<Draft> drafts = text == null
                ? story.inPerson(id, notification.to(person, null, null))
                : Draft.of(id, parts, (part, reply) -> notification.to(person, part, reply));
        drafts.forEach(outbox);
        SharedFile file = notification.file();
        if (file != null) {
            Draft upload = drafts.get(0).upload(file);
            files.keepFor(delivery, upload);
            outbox.accept(upload);
        }
    }
}
