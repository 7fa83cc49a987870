package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.conversation.ConversationPlanner;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.FollowUps;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Note;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.Recipients;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out {@link PeopleLookup}s: finds the people, and puts one message for each into the outbox.
 *
 * <p>The messages have the same ids however often this is done. So it can be done again after a crash, and a person whom
 * several reasons lead to gets one message.
 */
final class PeopleLookupSender {
    private final SlackConnector connector;
    /** The pause before the next attempt, while the message of a channel is on its way. */
    private static final Duration NOT_YET = Duration.ofSeconds(2);

    private final RecipientLookup recipients;
    private final ChannelReaders readers;
    private final FileSpool spool;
    private final ConversationPlanner conversations;
    private final FollowUps followUps;
    private final ResultMapper results;

    PeopleLookupSender(
            SlackConnector connector,
            RecipientLookup recipients,
            ChannelReaders readers,
            FileSpool spool,
            ConversationPlanner conversations,
            FollowUps followUps,
            ResultMapper results) {
        this.connector = connector;
        this.recipients = recipients;
        this.readers = readers;
        this.spool = spool;
        this.conversations = conversations;
        this.followUps = followUps;
        this.results = results;
    }

    SendResult send(Delivery delivery, PeopleLookup lookup, EngineSettings now) throws TokenUnavailableException {
        if (conversations.isCorrected(delivery.entry().id())) {
            // The build has failed since it was good so far; whoever was to hear that hears how it ended.
            return new SendResult.Sent(ReceiptCodec.write(new PeopleReceipt(0, Map.of())), null);
        }
        SlackConnection connection = connector.connect(lookup, now);
        SlackResult<Recipients> found = recipients.find(lookup, connection, now);
        if (found instanceof SlackResult.Success<Recipients> success) {
            boolean isNews = lookup.content() instanceof PeopleLookup.News;
            Recipients all = success.value();
            if (isNews && readers.isOpen(lookup.event(), all)) {
                return new SendResult.Retry(
                        NOT_YET,
                        Note.forEverybody("The message of a channel is on its way"),
                        SendResult.Scope.SEQUENCE);
            }
            Set<Recipient> read = isNews ? readers.among(all, lookup.event(), connection) : Set.of();
            Recipients people = all.without(read, ExclusionReason.READS_CHANNEL);
            people.recipients().forEach(person -> handOver(delivery, lookup, person, people.preferencesOf(person)));
            PeopleReceipt receipt = new PeopleReceipt(people.recipients().size(), people.excluded());
            return new SendResult.Sent(ReceiptCodec.write(receipt), null);
        }
        return results.fromQuery(found);
    }

    private void handOver(Delivery delivery, PeopleLookup lookup, Recipient person, Preferences preferences) {
        List<PlannedNotification> planned =
                plan(delivery, lookup, person, MessageLanguage.find(preferences.language()));
        planned.forEach(followUps::add);
        SharedFile file = lookup.file();
        if (file != null) {
            PlannedNotification upload = planned.get(0).upload(file);
            keepFile(delivery, upload);
            followUps.add(upload);
        }
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
    private void keepFile(Delivery lookup, PlannedNotification upload) {
        try {
            spool.keep(spool.fileOf(lookup.entry().id()), upload.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
