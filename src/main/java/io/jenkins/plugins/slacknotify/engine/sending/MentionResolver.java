package io.jenkins.plugins.slacknotify.engine.sending;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.Recipients;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the people whom messages mention by an account or an e-mail address. A person who is not found keeps no message back.
 */
record MentionResolver(SlackConnector connector, RecipientLookup recipients) {
    private static final String NOT_TOLD = "Slack has not told who this is.";

    /**
     * A message in whose mention all people are found, or are left out.
     *
     * @param note who is not mentioned, why, and what to do; null where everybody is
     */
    record Resolved(Message message, @CheckForNull Note note) {}

    /**
     * Resolves the mentions of messages, all of them before any is sent. Asks Slack only for those that need it.
     *
     * @param delivery the delivery that mentions them; once it was tried several times, it waits for limits alone
     * @return any result but a success where Slack was asked and did not tell, but may so later
     */
    SlackResult<List<Resolved>> resolve(List<? extends Message> messages, Delivery delivery, EngineSettings settings)
            throws TokenUnavailableException {
        boolean isPatient = RecipientLookup.isPatient(delivery);
        List<Resolved> resolved = new ArrayList<>();
        for (Message message : messages) {
            SlackResult<Resolved> result =
                    Mention.unresolvedNames(message.mention()).isEmpty()
                            ? new SlackResult.Success<>(new Resolved(message, null))
                            : resolve(message, isPatient, connector.connect(message, settings), settings);
            if (!(result instanceof SlackResult.Success<Resolved> success)) {
                return result.map(List::of);
            }
            resolved.add(success.value());
        }
        return new SlackResult.Success<>(resolved);
    }

    private SlackResult<Resolved> resolve(
            Message message, boolean isPatient, SlackConnection connection, EngineSettings settings) {
        Search search = new Search(message);
        for (String name : Mention.unresolvedNames(message.mention())) {
            try {
                SlackResult<Recipients> result = recipients.findMentioned(name, message, connection, settings);
                if (!search.isSettledBy(name, result, isPatient)) {
                    return result.map(unused -> new Resolved(message, null));
                }
            } catch (AccountsUnavailableException e) {
                // The channel does not wait for the accounts of those who are to look at it.
                search.leaveUnknown(name, e);
            }
        }
        return new SlackResult.Success<>(search.resolved());
    }

    /** The search for the people whom one message mentions. */
    private static final class Search {
        private final Message message;
        private final Map<String, List<String>> members = new HashMap<>();
        private final List<Note> notes = new ArrayList<>();

        Search(Message message) {
            this.message = message;
        }

        /** Takes the result for one name. False where Slack has to be asked for it again. */
        boolean isSettledBy(String name, SlackResult<Recipients> result, boolean isPatient) {
            if (result instanceof SlackResult.Success<Recipients> found) {
                members.put(name, ids(found.value()));
                found.value().excluded().keySet().forEach(reason -> notes.add(note(name, reason)));
                return true;
            }
            Optional<Refusal> refusal = result.refused().filter(it -> !isPatient || it.permanent());
            boolean isSettled = refusal.isPresent() || !isPatient && !(result instanceof SlackResult.RateLimited<?>);
            if (isSettled) {
                notes.add(
                        note(name, refusal.map(it -> RefusalNote.of(it).text()).orElse(NOT_TOLD)));
            }
            return isSettled;
        }

        /** Notes that a name cannot be looked up for now, so that it stands for nobody. */
        void leaveUnknown(String name, AccountsUnavailableException e) {
            notes.add(note(name, e.getMessage()));
        }

        Resolved resolved() {
            if (members.isEmpty() && notes.isEmpty()) {
                return new Resolved(message, null);
            }
            String asked = requireNonNull(message.mention(), "only a mention has names to look for");
            String mention = Mention.resolve(asked, name -> members.getOrDefault(name, List.of()));
            return new Resolved(message.withMention(mention), Note.join(notes));
        }
    }

    private static List<String> ids(Recipients found) {
        return found.recipients().stream().map(Recipient::slackId).toList();
    }

    private static Note note(String name, ExclusionReason reason) {
        String why =
                switch (reason) {
                    case NO_ACCOUNT ->
                        "this is neither an account of this Jenkins nor the address of one. Name an account, or a member by"
                                + " the id in the Slack profile.";
                    case MAY_NOT_READ -> "this account may not see the job.";
                    case NOT_IN_SLACK ->
                        "Slack has nobody of that address. The owner of the account can enter another one, or a member"
                                + " id, under Slack notifications in their own settings.";
                    case NOT_TOLD -> NOT_TOLD;
                    case DEACTIVATED -> "this member is deactivated in Slack.";
                    case NO_PERSON,
                            DOES_NOT_WANT,
                            READS_CHANNEL,
                            PAUSED,
                            QUIET_JOB,
                            OTHER_EVENTS_CHOSEN,
                            MORE_SEVERE_CHOSEN,
                            OTHER_EVENTS_BY_DEFAULT,
                            MORE_SEVERE_BY_DEFAULT -> "this is not a person.";
                };
        return note(name, why);
    }

    /** Everybody may read that nobody was mentioned, but not which of the reasons keeps that person from it. */
    private static Note note(String name, String why) {
        String what = "'" + name + "' is not mentioned: ";
        return new Note(
                what + why,
                what
                        + "there is no such account or address in this Jenkins, or its owner may not see the job, or is not in"
                        + " Slack. Administrators can read which.");
    }
}
