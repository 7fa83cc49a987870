package io.jenkins.plugins.slacknotify.interaction.approval;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Duration;
import java.util.Optional;

/** The sentences about what has become of an answer to a question, for the one who has given it. */
final class ApprovalAnswers {
    private static final Duration UNTIL_LOADED = Duration.ofSeconds(5);
    private static final int MAX_NAME = 100;

    private ApprovalAnswers() {}

    /** Names a question by its build and its words, in plain text: anybody may have written the button that is about it. */
    static String name(InputLookup.Waiting waiting) {
        return waiting.question().build() + ": " + waiting.form().message();
    }

    /** Says what an interrupted attempt at a request has done; empty where that surely is nothing. */
    static Optional<ActResult> earlier(InputControl inputs, RequestMark request, ButtonTarget question) {
        return inputs.earlier(request.id(), question).flatMap(result -> {
            if (result instanceof InputResult.NotLoaded) {
                return Optional.of(new ActResult.Later(
                        UNTIL_LOADED,
                        "The pipeline is being loaded",
                        // The answer names no build, as the member may have no account by now.
                        Answer.ephemeral(
                                "Jenkins was interrupted while it did what you have asked for, and has not loaded the pipeline"
                                        + " yet, so perhaps it was done: look at the build's page in Jenkins.")));
            }
            if (result instanceof InputResult.AlreadyAnswered earlier) {
                return Optional.of(ActResult.say(answered(PressAnswers.name(question), earlier)));
            }
            return result instanceof InputResult.Counted counted
                    ? Optional.of(ActResult.say(counted(PressAnswers.name(question), counted)))
                    : Optional.empty();
        });
    }

    static ActResult answer(ButtonTarget question, MemberAccount.Linked member, InputResult result, boolean approving) {
        if (result instanceof InputResult.NotLoaded) {
            return new ActResult.Later(
                    UNTIL_LOADED,
                    "The pipeline is being loaded",
                    Answer.ephemeral(sentence(question, member, result, approving)));
        }
        return result instanceof InputResult.Refused refused
                ? ActResult.answered(PressAnswers.refuse(refused.why(), member, refused.bySignIn()))
                : ActResult.say(sentence(question, member, result, approving));
    }

    /** Says what has become of an answer. @param approving whether the pipeline was to go on */
    static String sentence(ButtonTarget question, MemberAccount.Linked member, InputResult result, boolean approving) {
        String build = PressAnswers.name(question);
        if (result instanceof InputResult.Done done) {
            return (approving ? "You have approved " : "You have rejected ") + build + "."
                    + (done.isHeld()
                            ? " Its pipeline goes on" + (approving ? "" : ", and ends,")
                                    + " as soon as Jenkins starts builds again: it does not now."
                            : "");
        }
        if (result instanceof InputResult.Counted counted) {
            return counted(build, counted);
        }
        if (result instanceof InputResult.AlreadyAnswered earlier) {
            return answered(build, earlier);
        }
        if (result instanceof InputResult.NotOne) {
            return "Nothing was done: " + build + " does not wait for exactly one answer now."
                    + " Use the message of the question, or the build's page in Jenkins.";
        }
        if (result instanceof InputResult.Over) {
            return "Nothing was done: " + build + " does not wait for this answer any more.";
        }
        if (result instanceof InputResult.Refused refused) {
            return PressAnswers.refusal(refused.why(), member);
        }
        if (result instanceof InputResult.Invalid invalid) {
            return "Nothing was done: " + invalid.why();
        }
        if (result instanceof InputResult.OnlyInJenkins page) {
            return page.url() == null
                    ? "This question can be answered on the build's page in Jenkins only."
                    : "This question can be answered in Jenkins only: " + Mrkdwn.link(page.url(), "open it", MAX_NAME);
        }
        if (result instanceof InputResult.NoSuchBuild) {
            return PressAnswers.missing(question);
        }
        return result instanceof InputResult.NotLoaded
                ? "Nothing was done: Jenkins does not know yet what " + build
                        + " waits for, as it has not loaded the pipeline. Press again in a few minutes. If that does not help, look at"
                        + " the build's page in Jenkins."
                : "Nothing was done: parameters have to be filled in. Press again.";
    }

    private static String counted(String build, InputResult.Counted counted) {
        return (counted.before() ? "You have approved " + build + " already" : "Your approval of " + build + " counts")
                + ", and it still waits. Missing: " + counted.missing() + ".";
    }

    private static String answered(String build, InputResult.AlreadyAnswered earlier) {
        String what = earlier.approved() ? "approved" : "rejected";
        if (earlier.sameRequest()) {
            return "You have " + what + " " + build + ".";
        }
        if (earlier.sameAccount()) {
            return "Nothing was done: you have " + what + " " + build + " before.";
        }
        String by = earlier.by();
        String who = by == null ? "Somebody" : Mrkdwn.bold(by, MAX_NAME);
        return "Nothing was done: " + who + " has " + what + " " + build + " before you.";
    }
}
