package io.jenkins.plugins.slacknotify.inbound.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.Optional;

/** The result of one attempt at an act. */
public sealed interface ActResult {
    /**
     * The act has an end: it was done, or refused for a reason that the answer names.
     *
     * @param answer empty where nothing is to be said
     * @param channel the conversation in which it is answered, for a request that names none, such as a form; null where it is
     *     answered where it was asked
     */
    record Done(Optional<Answer> answer, @CheckForNull String channel) implements ActResult {

        /** Creates the end of an act that is answered where it was asked for. */
        public Done(Optional<Answer> answer) {
            this(answer, null);
        }
    }

    /**
     * Nothing was done, and another attempt makes sense. The other acts of the member about the same subject wait meanwhile.
     *
     * @param pause how long to wait at least
     * @param why for administrators, without a secret
     * @param inTheEnd what the member is told where {@link ActQueue#MAX_WAIT} of this process was not enough, and the act is given
     *     up; null for what is tried as long as it takes
     */
    record Later(Duration pause, String why, @CheckForNull Answer inTheEnd) implements ActResult {
        /** Makes a result of an act that is tried as long as it takes. */
        public Later(Duration pause, String why) {
            this(pause, why, null);
        }
    }

    /** Makes the result of an act of which the member alone reads a sentence, in mrkdwn. */
    static ActResult say(String sentence) {
        return answered(Answer.ephemeral(sentence));
    }

    /** Makes the result of an act that is answered. */
    static ActResult answered(Answer answer) {
        return new Done(Optional.of(answer));
    }

    /**
     * Makes the result of an act by a form, which names no channel itself. What the channel is to read stands in the one in which the
     * form was asked for; all else goes to the member.
     *
     * @param channel from the form's own metadata; null where it was asked for in none
     */
    static ActResult answeredIn(@CheckForNull String channel, Answer answer) {
        return answer.placement() == Answer.Placement.IN_CHANNEL
                ? new Done(Optional.of(answer), channel)
                : answered(answer);
    }

    /** Makes the result of an act of which nothing is to be said. */
    static ActResult silent() {
        return new Done(Optional.empty());
    }
}
