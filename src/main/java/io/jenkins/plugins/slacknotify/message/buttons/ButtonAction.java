package io.jenkins.plugins.slacknotify.message.buttons;

import java.util.Arrays;
import java.util.Optional;

/**
 * The act that a button below the message of a build asks for.
 *
 * <p>The {@code action_id} of each stands in messages for as long as Slack keeps them, so none is ever changed.
 */
public enum ButtonAction {
    /** Lets the pipeline go on that waits for an answer without parameters. */
    APPROVE("approval.approve"),
    /** Opens the form with the parameters of an answer. */
    ANSWER("approval.answer"),
    /** Ends the pipeline that waits for an answer. */
    REJECT("approval.reject"),
    /** Opens the form that asks why a question is rejected. */
    REJECT_WITH_REASON("approval.reject-with-reason"),
    ABORT("build.abort"),
    /** Opens the form that asks why a build is stopped. */
    ABORT_WITH_REASON("build.abort-with-reason"),
    /** Stops a build that was told to stop and does not. */
    TERMINATE("build.terminate"),
    /** Ends a build that even {@link #TERMINATE} does not stop. */
    KILL("build.kill"),
    RUN_AGAIN("build.again"),
    /** Opens the form with the parameters of a build, to run it again with other values. */
    RUN_CHANGED("build.change"),
    /** Opens the form with the stages from which a declarative pipeline can be run again. */
    RUN_FROM_STAGE("build.stage"),
    /** Takes a build out of the queue that was put there from Slack. */
    CANCEL("queue.cancel"),
    /** Has the message of a running build show how far it is. */
    FOLLOW("build.follow"),
    /** Ends {@link #FOLLOW}, for everybody who sees the message. */
    UNFOLLOW("build.unfollow"),
    /** Says who looks after a bad build. */
    CLAIM("claim.take"),
    /** Takes back {@link #CLAIM}. */
    RELEASE("claim.release"),
    /** Opens the form that asks for whom and for how long the job is muted. */
    MUTE("mute.open");

    /** How the {@code action_id} of each begins; {@code inbound} has the same of its own. */
    static final String PREFIX = "slack-notify.";

    private final String id;

    ButtonAction(String verb) {
        this.id = PREFIX + verb;
    }

    public String id() {
        return id;
    }

    /** Returns whether a press opens a form, which says what it is about before anything is done. */
    public boolean opensForm() {
        return switch (this) {
            case ANSWER, REJECT_WITH_REASON, ABORT_WITH_REASON, RUN_CHANGED, RUN_FROM_STAGE, MUTE -> true;
            default -> false;
        };
    }

    /** Returns the action of an {@code action_id}; empty where it is none of these. */
    public static Optional<ButtonAction> of(String actionId) {
        return Arrays.stream(values())
                .filter(action -> action.id.equals(actionId))
                .findFirst();
    }
}
