package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.List;

/** The answers about a build that was run again or stopped, to the one who has asked for it. */
final class RebuildAnswers {
    private RebuildAnswers() {}

    static Answer answer(ButtonAction action, ButtonTarget build, MemberAccount.Linked member, RebuildResult result) {
        if (result instanceof RebuildResult.Started started) {
            return started(build, started);
        }
        if (result instanceof RebuildResult.Refused refused) {
            return PressAnswers.refuse(refused.why(), member, false);
        }
        return result instanceof RebuildResult.Stopped
                ? stopped(action, build)
                : Answer.ephemeral(sentence(action, build, member, result));
    }

    static Answer started(ButtonTarget build, RebuildResult.Started started) {
        String sentence = PressAnswers.name(build) + " runs again " + started.how() + ".";
        QueueSlot slot = started.slot();
        return slot == null
                ? Answer.ephemeral(sentence)
                : offering(
                        sentence,
                        "Take it back",
                        ButtonAction.CANCEL,
                        slot.target(build.build().job()),
                        false);
    }

    /** The answer to a stop offers the next harder way to stop a build that goes on, behind a dialog. */
    private static Answer stopped(ButtonAction action, ButtonTarget build) {
        String name = PressAnswers.name(build);
        return switch (action) {
            case KILL -> Answer.ephemeral(name + " was killed.");
            case TERMINATE ->
                offering(name + " was terminated. Does it still run?", "Kill it", ButtonAction.KILL, build, true);
            default ->
                offering(
                        name + " was told to stop. Does it go on?",
                        "Terminate it",
                        ButtonAction.TERMINATE,
                        build,
                        true);
        };
    }

    /** Says why nothing was done. @param result any but {@code Started} and {@code Stopped} */
    static String sentence(ButtonAction action, ButtonTarget build, MemberAccount.Linked member, RebuildResult result) {
        if (result instanceof RebuildResult.Cancelled) {
            return "It was taken out of the queue.";
        }
        if (result instanceof RebuildResult.AlreadyOver) {
            return action == ButtonAction.CANCEL
                    ? "Nothing was done: it is not in the queue any more. If it runs by now, it can be stopped on its page in Jenkins."
                    : "Nothing was done: " + PressAnswers.name(build) + " has ended already.";
        }
        if (result instanceof RebuildResult.Refused refused) {
            return PressAnswers.refusal(refused.why(), member);
        }
        return result instanceof RebuildResult.CannotRepeat cannot
                ? "Nothing was done: " + cannot.why()
                : PressAnswers.missing(build);
    }

    private static Answer offering(
            String sentence, String label, ButtonAction action, ButtonTarget target, boolean isGrave) {
        String confirm = isGrave ? dialog(action, target) : null;
        return target.value()
                .map(value -> Answer.ephemeral(sentence)
                        .withBlocks(Blocks.start()
                                .section(sentence)
                                .buttons(List.of(new Blocks.Button(label, action.id(), value, confirm)))
                                .json()))
                .orElseGet(() -> Answer.ephemeral(sentence));
    }

    private static String dialog(ButtonAction action, ButtonTarget target) {
        return action == ButtonAction.KILL
                ? target.build()
                        + " ends at once. What it has started may go on outside of Jenkins, and nothing is cleaned up."
                : target.build() + " is cut off where it is, without waiting for its steps.";
    }
}
