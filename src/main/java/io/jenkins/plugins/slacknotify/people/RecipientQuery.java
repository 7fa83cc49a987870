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
 * What there is to tell people, and to whom.
 *
 * @param requestedByJob whether the job's author asks for it, so that only a pause and quiet jobs keep it from somebody; otherwise
 *     it is the system's own news, which everybody chooses from
 * @param now the moment for which the preferences are asked
 */
public record RecipientQuery(
        BuildEvent event, Severity severity, Addressees addressees, boolean requestedByJob, Instant now) {

    String job() {
        return event.key().job();
    }

    /**
     * Whoever has to do with the build in a way that is addressed, in the order of the build, and then whoever is named. Nobody
     * has an account yet.
     */
    Collection<Candidate> people() {
        return Candidate.merged(Stream.concat(involved(), named()), Candidate::persons);
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

    /** How somebody is addressed; a committer who is addressed by another name for it is still told that it is this build. */
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
