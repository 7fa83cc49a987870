package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.people.Recipients;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds those whom messages mention by an account or an e-mail address. Whoever is not found keeps no message back. */
record MentionResolver(PeopleLookupSender people) {

    /**
     * A message in which nobody is yet to be found.
     *
     * @param note who is not mentioned, why, and what to do; null where everybody is
     */
    record Found(Notification notification, @CheckForNull String note) {}

    /** @return any answer but a success where Slack was asked and did not tell, but may so later */
    SlackResult<Found> find(Notification notification, SlackConnection connection, EngineSettings now) {
        String mention = notification.mention();
        Search search = new Search(mention);
        for (String name : Mention.unresolvedNames(mention)) {
            SlackResult<Recipients> answer = people.findMentioned(name, notification, connection, now);
            if (!search.isSettledBy(name, answer)) {
                return answer.map(unused -> new Found(notification, null));
            }
        }
        return new SlackResult.Success<>(search.endedFor(notification));
    }

    private static final class Search {
        private final String mention;
        private final Map<String, List<String>> members = new HashMap<>();
        private final List<String> notes = new ArrayList<>();

        Search(@CheckForNull String mention) {
            this.mention = mention;
        }

        /** Whether nobody has to be asked for this name again. */
        boolean isSettledBy(String name, SlackResult<Recipients> answer) {
            if (answer instanceof SlackResult.Success<Recipients> found) {
                members.put(name, ids(found.value()));
                found.value().excluded().keySet().forEach(reason -> notes.add(note(name, reason)));
                return true;
            }
            if (answer instanceof SlackResult.Refused<Recipients> refused
                    && refused.refusal().permanent()) {
                notes.add("'" + name + "' is not mentioned: " + RefusalNote.of(refused.refusal()));
                return true;
            }
            return false;
        }

        Found endedFor(Notification notification) {
            if (members.isEmpty() && notes.isEmpty()) {
                return new Found(notification, null);
            }
            String found = Mention.resolve(mention, name -> members.getOrDefault(name, List.of()));
            return new Found(notification.mentioning(found), notes.isEmpty() ? null : String.join(" ", notes));
        }
    }

    private static List<String> ids(Recipients found) {
        return found.recipients().stream().map(Recipient::slackId).toList();
    }

    private static String note(String name, ExclusionReason reason) {
        String why =
                switch (reason) {
                    case NO_ACCOUNT ->
                        "this is no account of this Jenkins, nor an address that one has. Name an account, or a member by"
                                + " the id in the Slack profile.";
                    case MAY_NOT_READ -> "this account may not see the job.";
                    case NOT_IN_SLACK ->
                        "Slack has nobody of that address. The owner of the account can enter another one, or a member"
                                + " id, under Slack notifications in their own settings.";
                    case DEACTIVATED -> "this member is deactivated in Slack.";
                    case NO_PERSON, DOES_NOT_WANT -> "this is no person.";
                };
        return "'" + name + "' is not mentioned: " + why;
    }
}
