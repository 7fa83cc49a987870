package io.jenkins.plugins.slacknotify.interaction.press;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Optional;

/** The verdict on a press before anything is done. */
public sealed interface PressCheck {
    /** The press may have its effect, and the name of the build says all that the member has to know about it. */
    PressCheck POSSIBLE = new Possible("", null);

    /** Returns what is known where an answer says why there can be no effect; empty where there may be one. */
    static PressCheck of(Optional<ActResult> refusal) {
        return refusal.<PressCheck>map(Impossible::new).orElse(POSSIBLE);
    }

    /**
     * It may have its effect.
     *
     * @param detail what else tells what the button does, such as the question that is answered, as plain text; blank for nothing
     * @param target what it is about at this moment, where that is more exact than what it says; null otherwise
     */
    record Possible(String detail, @CheckForNull ButtonTarget target) implements PressCheck {}

    /** The press can have no effect. @param answer the answer that says why, as the act itself would give it */
    record Impossible(ActResult answer) implements PressCheck {}
}
