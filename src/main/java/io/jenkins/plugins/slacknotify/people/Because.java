package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.event.Involvement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sentence that tells somebody why they get a message: one for each recipient, so that nobody has to guess. */
public final class Because {
    /** What somebody has changed, the closest to this build first: it implies those that follow, or makes them unimportant. */
    private static final List<Involvement> CHANGES =
            List.of(Involvement.COMMITTER, Involvement.BREAKER, Involvement.CULPRIT);

    private Because() {}

    /**
     * Plain text with nothing in it that comes from a build.
     *
     * @param involvements as in {@link Recipient#involvements}; empty for somebody whom the job names
     */
    public static String of(Set<Involvement> involvements) {
        Optional<Involvement> change =
                CHANGES.stream().filter(involvements::contains).findFirst();
        boolean started = involvements.contains(Involvement.REQUESTER);
        return "You get this because "
                + change.map(how -> changed(how, started)).orElse(started ? "you started it" : "the job names you")
                + ".";
    }

    private static String changed(Involvement how, boolean started) {
        return switch (how) {
            case COMMITTER -> "you changed this build" + (started ? " and started it" : "");
            case BREAKER -> "you changed the build in which this job broke" + (started ? ", and started this one" : "");
            case CULPRIT -> "you changed this job since it was last good" + (started ? ", and started this build" : "");
            case REQUESTER -> throw new IllegalArgumentException("Who started a build has not changed it by that");
        };
    }
}
