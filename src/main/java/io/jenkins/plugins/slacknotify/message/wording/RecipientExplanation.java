package io.jenkins.plugins.slacknotify.message.wording;

import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sentence that explains to a person why they get a direct message. */
public final class RecipientExplanation {
    /** The ways to have changed something, the closest to this build first. The first that applies is the one explained. */
    private static final List<Involvement> CHANGES =
            List.of(Involvement.COMMITTER, Involvement.BREAKER, Involvement.CULPRIT);

    private RecipientExplanation() {}

    /**
     * Returns the phrase that explains to a person why they get a message.
     *
     * @param involvements how the person is involved in the build; empty for a person whom the job names
     */
    public static Phrase of(Set<Involvement> involvements) {
        Optional<Involvement> change =
                CHANGES.stream().filter(involvements::contains).findFirst();
        boolean started = involvements.contains(Involvement.REQUESTER);
        return change.map(how -> changePhrase(how, started))
                .orElse(started ? Phrase.BECAUSE_STARTED : Phrase.BECAUSE_NAMED);
    }

    private static Phrase changePhrase(Involvement how, boolean started) {
        return switch (how) {
            case COMMITTER -> started ? Phrase.BECAUSE_COMMITTER_STARTED : Phrase.BECAUSE_COMMITTER;
            case BREAKER -> started ? Phrase.BECAUSE_BREAKER_STARTED : Phrase.BECAUSE_BREAKER;
            case CULPRIT -> started ? Phrase.BECAUSE_CULPRIT_STARTED : Phrase.BECAUSE_CULPRIT;
            case REQUESTER -> throw new IllegalArgumentException("Who started a build has not changed it by that");
        };
    }
}
