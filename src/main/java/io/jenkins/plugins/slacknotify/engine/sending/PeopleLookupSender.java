package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.FollowUps;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.receipt.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.Recipients;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Carries out {@link PeopleLookup}s: finds the people, and puts one message for each into the outbox.
 *
 * <p>The messages have the same ids however often this is done. So it can be done again after a crash, and a person whom
 * several reasons lead to gets one message.
 */
record PeopleLookupSender(
        SlackConnector connector,
        RecipientLookup recipients,
        ChannelReaders readers,
        FileSpool spool,
        ConversationPlanner conversations,
        FollowUps followUps,
        ResultMapper results) {
    private static final Logger LOGGER = Logger.getLogger(PeopleLookupSender.class.getName());

    /**
     * How long people are kept waiting for what a channel shows, at most. A message that grows too old there would take what waits for it
     * along, which has the same age.
     */
    private static final Duration MAX_WAIT = Duration.ofHours(2);

    private static final Note NOT_TOLD =
            Note.forEverybody("Slack does not tell who some of the people are; the others have their messages");

    private static final Note FILE_NOT_KEPT = Note.forEverybody(
            "The text has its messages. The file cannot be kept for all of them: Jenkins' disk does not take it");

    /** @param plain whether to leave out those of whom Slack does not tell who they are, as it tells of the people of others */
    SendResult send(Delivery delivery, PeopleLookup lookup, boolean plain, EngineSettings settings)
            throws TokenUnavailableException {
        if (conversations.isCorrected(delivery.entry().id())) {
            // The build has failed since it was good so far; whoever was to hear that hears how it ended.
            return new SendResult.Sent(ReceiptCodec.write(new PeopleReceipt(0, Map.of())), null);
        }
        SlackConnection connection = connector.connect(lookup, settings);
        boolean all = !plain && RecipientLookup.isPatient(delivery);
        SlackResult<Recipients> found = recipients.find(lookup, all, connection, settings);
        if (found instanceof SlackResult.Success<Recipients> success) {
            boolean isNews = lookup.content() instanceof PeopleLookup.News;
            Recipients wanted = success.value();
            Set<String> open = isNews && mayWait(delivery, settings) ? readers.open(lookup.event(), wanted) : Set.of();
            if (!open.isEmpty()) {
                return new SendResult.Awaits(open, Note.forEverybody("The message of a channel is on its way"));
            }
            Set<Recipient> read = isNews ? readers.among(wanted, lookup.event(), connection) : Set.of();
            Recipients people = wanted.without(read, ExclusionReason.READS_CHANNEL);
            List<PlannedNotification> messages = people.recipients().stream()
                    .map(person -> handOver(delivery, lookup, person, people.preferencesOf(person)))
                    .toList();
            SharedFile file = lookup.file();
            if (file != null && !handOverFile(delivery, file, messages)) {
                return new SendResult.Retry(null, FILE_NOT_KEPT, SendResult.Scope.SEQUENCE);
            }
            if (!plain && people.count(ExclusionReason.NOT_TOLD) > 0) {
                return new SendResult.Retry(null, NOT_TOLD, SendResult.Scope.UNKNOWN);
            }
            PeopleReceipt receipt = new PeopleReceipt(people.recipients().size(), people.excluded());
            return new SendResult.Sent(ReceiptCodec.write(receipt), null);
        }
        return results.fromOwnLane(found);
    }

    /** Whether there is time to see what channels show, before it is no news any more. */
    private boolean mayWait(Delivery delivery, EngineSettings settings) {
        Duration half = settings.expiry().dividedBy(2);
        Duration longest = half.compareTo(MAX_WAIT) < 0 ? half : MAX_WAIT;
        return results.clock().instant().isBefore(delivery.entry().acceptedAt().plus(longest));
    }

    /** @return the message that shows the file, if there is one */
    private PlannedNotification handOver(
            Delivery delivery, PeopleLookup lookup, Recipient person, Preferences preferences) {
        List<PlannedNotification> planned =
                plan(delivery, lookup, person, MessageLanguage.find(preferences.language()));
        planned.forEach(followUps::add);
        return planned.get(0);
    }

    /**
     * Hands the file over that messages show. Everybody has the text by then, and nobody waits for the file of another one.
     *
     * @return false where it could not be kept for all of them
     */
    private boolean handOverFile(Delivery delivery, SharedFile file, List<PlannedNotification> messages) {
        boolean all = true;
        for (PlannedNotification message : messages) {
            PlannedNotification upload = message.upload(file);
            // By an earlier attempt: its copy may be gone by now, and is needed no more.
            if (!conversations.isHandedOver(upload.id())) {
                if (isKept(delivery, upload)) {
                    followUps.add(upload);
                } else {
                    all = false;
                }
            }
        }
        return all;
    }

    private List<PlannedNotification> plan(
            Delivery delivery, PeopleLookup lookup, Recipient person, @CheckForNull MessageLanguage language) {
        if (lookup.content() instanceof PeopleLookup.Text text) {
            String id = DeliveryIds.ofPerson(delivery.entry().id(), person);
            return PlannedNotification.ofParts(
                    id, text.parts(), (part, relation) -> lookup.textFor(person, text, part, relation));
        }
        String id = DeliveryIds.ofPerson(lookup.event(), lookup.destination(), person);
        return conversations.planPersonal(id, lookup.newsFor(person).inLanguage(language));
    }

    /** Keeps the file of the lookup for the message to one person, too. */
    private boolean isKept(Delivery lookup, PlannedNotification upload) {
        try {
            spool.keep(spool.fileOf(lookup.entry().id()), upload.id());
            return true;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not keep a file for a message to a person; it will be tried again", e);
            return false;
        }
    }
}
