package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.stored.JsonCodec;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.people.AssessedCandidate;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.RecipientFinder;
import io.jenkins.plugins.slacknotify.people.RecipientQuery;
import io.jenkins.plugins.slacknotify.people.Recipients;
import io.jenkins.plugins.slacknotify.people.account.AccountDirectory;
import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
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
public final class PeopleLookupSender {
    private final AccountDirectory accounts;
    private final RecipientFinder finder;
    private final FileUploadSender files;
    private final ConversationPlanner story;
    private final Consumer<PlannedNotification> outbox;
    private final InstantSource clock;

    /**
     * @param story knows what belongs together
     * @param outbox takes the single messages over; does nothing where it knows the id
     */
    public PeopleLookupSender(
            AccountDirectory accounts,
            SlackDirectory directory,
            FileUploadSender files,
            ConversationPlanner story,
            Consumer<PlannedNotification> outbox,
            InstantSource clock) {
        this.files = files;
        this.story = story;
        this.accounts = accounts;
        this.finder = new RecipientFinder(accounts, directory);
        this.outbox = outbox;
        this.clock = clock;
    }

    SendResult tell(Delivery delivery, Notification notification, SlackConnection connection, EngineSettings now) {
        SlackResult<Recipients> found = finder.find(connection, occasion(notification, now), now.people());
        if (found instanceof SlackResult.Success<Recipients> success) {
            Recipients recipients = success.value();
            recipients.recipients().forEach(person -> handOver(delivery, notification, person));
            return new SendResult.Sent(JsonCodec.write(PeopleReceipt.of(recipients)), null);
        }
        return new FailureMapper(clock).fromQuery(found);
    }

    /**
     * Finds somebody whom a message in a channel is to mention.
     *
     * @param name the id of an account, or an e-mail address
     */
    SlackResult<Recipients> findMentioned(
            String name, Notification notification, SlackConnection connection, EngineSettings now) {
        Addressees meant = new Addressees(Set.of(), List.of(name));
        RecipientQuery occasion =
                new RecipientQuery(notification.event(), notification.severity(), meant, true, clock.instant());
        return finder.findMentioned(connection, occasion, now.people());
    }

    /** Whom it is for, as far as that is known without asking Slack. */
    public List<AssessedCandidate> prospects(Notification notification, EngineSettings now) {
        return finder.assessCandidates(occasion(notification, now), now.people());
    }

    /** Whether somebody may still hear what was meant for them: rights can have changed while the message waited. */
    boolean mayHear(Notification notification) {
        Recipient recipient = notification.recipient();
        return recipient == null
                || recipient.account() == null
                || accounts.mayRead(
                        recipient.account(), notification.event().key().job());
    }

    private RecipientQuery occasion(Notification notification, EngineSettings now) {
        Addressees asked = notification.addressees();
        return new RecipientQuery(
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
        List<PlannedNotification> drafts = text == null
                ? story.planPersonal(id, notification.to(person, null, null))
                : PlannedNotification.of(id, parts, (part, reply) -> notification.to(person, part, reply));
        drafts.forEach(outbox);
        SharedFile file = notification.file();
        if (file != null) {
            PlannedNotification upload = drafts.get(0).upload(file);
            files.keepFor(delivery, upload);
            outbox.accept(upload);
        }
    }
}
