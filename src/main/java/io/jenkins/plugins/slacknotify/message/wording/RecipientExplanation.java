package io.jenkins.plugins.slacknotify.message.wording;

import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sentence that tells somebody why they get a message: one for each recipient, so that nobody has to guess. */
public final class RecipientExplanation {
    /** What somebody has changed, the closest to this build first: it implies those that follow, or makes them unimportant. */
    private static final List<Involvement> CHANGES =
            List.of(Involvement.COMMITTER, Involvement.BREAKER, Involvement.CULPRIT);

    private RecipientExplanation() {}

    /** @param involvements how somebody has to do with the build; empty for somebody whom the job names */
    public static Phrase of(Set<Involvement> involvements) {
        Optional<Involvement> change =
                CHANGES.stream().filter(involvements::contains).findFirst();
        boolean started = involvements.contains(Involvement.REQUESTER);
        return change.map(how -> changed(how, started)).orElse(started ? Phrase.BECAUSE_STARTED : Phrase.BECAUSE_NAMED);
    }

    private static Phrase changed(Involvement how, boolean started) {
        return switch (how) {
            case COMMITTER -> started ? Phrase.BECAUSE_COMMITTER_STARTED : Phrase.BECAUSE_COMMITTER;
            case BREAKER -> started ? Phrase.BECAUSE_BREAKER_STARTED : Phrase.BECAUSE_BREAKER;
            case CULPRIT -> started ? Phrase.BECAUSE_CULPRIT_STARTED : Phrase.BECAUSE_CULPRIT;
            case REQUESTER -> throw new IllegalArgumentException("Who started a build has not changed it by that");
        };
    }
}
