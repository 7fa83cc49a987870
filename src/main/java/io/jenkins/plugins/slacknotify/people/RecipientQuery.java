package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The question whom to notify in person of an event.
 *
 * @param requestedByJob whether the job's author requests the notification, so that only a pause and quiet jobs keep it from
 *     somebody; otherwise the system sends it, and everybody chooses by kinds of event and severity
 * @param now the moment for which the preferences are evaluated
 */
public record RecipientQuery(
        BuildEvent event, Severity severity, Addressees addressees, boolean requestedByJob, Instant now) {

    String job() {
        return event.ownerJob();
    }

    /**
     * The candidates without their accounts: first the participants who are involved in an addressed way, in the order of the
     * build, then those who are named.
     */
    Collection<Candidate> people() {
        return Candidate.merged(
                Stream.of(involved(), named(), members()).flatMap(people -> people), Candidate::personKey);
    }

    private Stream<Candidate> involved() {
        return event.participants().stream()
                .filter(participant -> !addressed(participant).isEmpty())
                .map(participant -> Candidate.involved(participant.person(), addressed(participant)));
    }

    private Stream<Candidate> named() {
        return addressees.named().stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Candidate::named);
    }

    private Stream<Candidate> members() {
        return addressees.members().stream().map(Candidate::member);
    }

    /** The addressed involvements of a participant. A committer who is addressed as a breaker or culprit is one as well. */
    private Set<Involvement> addressed(Participant participant) {
        Set<Involvement> common = EnumSet.noneOf(Involvement.class);
        common.addAll(participant.involvements());
        common.retainAll(addressees.involvements());
        boolean asAuthor = common.contains(Involvement.BREAKER) || common.contains(Involvement.CULPRIT);
        if (asAuthor && participant.involvements().contains(Involvement.COMMITTER)) {
            common.add(Involvement.COMMITTER);
        }
        return common;
    }
}
