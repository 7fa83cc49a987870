package io.jenkins.plugins.slacknotify.interaction.press;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;

/**
 * The question whether a member means what a button does, where Jenkins cannot tell that it has drawn the button. The question
 * describes the act in Jenkins' own words, whatever label the button has.
 */
final class PressConfirmation {
    private static final int MAX_DETAIL = 1_000;

    private PressConfirmation() {}

    /**
     * Makes an answer that asks whether the press was meant, with a button that does what was pressed.
     *
     * @param detail what else the member has to know about the act, such as the question that it answers; escaped here, blank for
     *     nothing
     * @param mayMeanAnother whether the button is old, so that it may mean another question by now; otherwise nobody knows who has
     *     made it
     */
    static Answer of(ButtonPress press, String detail, boolean mayMeanAnother) {
        Wording wording = wording(press);
        String sentence = "Nothing was done yet. The button that you have pressed " + wording.act() + "."
                + (detail.isBlank() ? "" : "\n>" + Mrkdwn.line(detail, MAX_DETAIL))
                + (mayMeanAnother
                        ? "\nIt names no question, and its message may be about an earlier one of this build."
                        : "\nJenkins cannot tell that it has made this button: it may be of an earlier version, or the author of a"
                                + " job has written it, whatever its label says.")
                + " If this is what you want, press here:";
        return press.target()
                .value()
                .map(value -> Answer.ephemeral(sentence)
                        .withBlocks(Blocks.start()
                                .section(sentence)
                                .buttons(List.of(new Blocks.Button(
                                        wording.label(), press.action().id(), value)))
                                .json()))
                .orElseGet(() -> Answer.ephemeral(sentence));
    }

    /** The act of a button, in words that follow "The button". */
    private record Wording(String act, String label) {}

    private static Wording wording(ButtonPress press) {
        String build = PressAnswers.name(press.target());
        return switch (press.action()) {
            case APPROVE, ANSWER -> new Wording("approves what " + build + " waits for", "Approve");
            case REJECT, REJECT_WITH_REASON ->
                new Wording("rejects what " + build + " waits for, which ends the build", "Reject");
            case ABORT, ABORT_WITH_REASON -> new Wording("stops " + build, "Abort");
            case TERMINATE -> new Wording("cuts " + build + " off where it is", "Terminate it");
            case KILL -> new Wording("ends " + build + " at once, and leaves what it has started", "Kill it");
            case RUN_AGAIN, RUN_CHANGED, RUN_FROM_STAGE -> new Wording("runs " + build + " again", "Run again");
            case CANCEL ->
                new Wording(
                        "takes a build of " + Mrkdwn.bold(press.target().build().job()) + " out of the queue",
                        "Take it out");
            case FOLLOW -> new Wording("has the message of " + build + " show how far it is", "Follow");
            case UNFOLLOW -> new Wording("has the message of " + build + " show no more how far it is", "Unfollow");
            case CLAIM -> new Wording("notes that you look after " + build, "I'm on it");
            case RELEASE -> new Wording("notes that nobody looks after " + build + " any more", "Not me any more");
            case MUTE -> new Wording("mutes the job of " + build, "Mute");
        };
    }
}
