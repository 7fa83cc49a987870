package io.jenkins.plugins.slacknotify.inbound.act;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.Optional;

/** The result of one attempt at an act. */
public sealed interface ActResult {
    /**
     * The act has an end: it was done, or refused for a reason that the answer names.
     *
     * @param answer empty where nothing is to be said
     */
    record Done(Optional<Answer> answer) implements ActResult {
        public Done {
            requireNonNull(answer, "answer");
        }
    }

    /**
     * Nothing was done, and another attempt makes sense. The other acts of the member about the same subject wait meanwhile.
     *
     * @param pause how long to wait at least
     * @param why for administrators, without a secret
     * @param inTheEnd what the member is told where {@link ActQueue#MAXIMUM_WAIT} of this process was not enough, and the act is given
     *     up; null for what is tried as long as it takes
     */
    record Later(Duration pause, String why, @CheckForNull Answer inTheEnd) implements ActResult {
        /** Makes a result of an act that is tried as long as it takes. */
        public Later(Duration pause, String why) {
            this(pause, why, null);
        }

        public Later {
            requireNonNull(pause, "pause");
            requireNonNull(why, "why");
        }
    }

    /** Makes the result of an act that is answered. */
    static ActResult answered(Answer answer) {
        return new Done(Optional.of(answer));
    }

    /** Makes the result of an act of which nothing is to be said. */
    static ActResult silent() {
        return new Done(Optional.empty());
    }
}
