package io.jenkins.plugins.slacknotify.interaction.approval;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.form.FormInteraction;
import io.jenkins.plugins.slacknotify.interaction.form.FormSubmission;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.interaction.press.PressCheck;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers questions of pipelines: <em>Approve</em>, <em>Reject</em>, and <em>Answer…</em> with its form.
 *
 * <p>What comes of it shows in the message itself, for everybody, whoever has answered on whatever way: the engine changes it when
 * the pipeline goes on. Here only the one who has pressed is answered.
 */
public final class ApprovalInteraction extends FormInteraction {
    private static final Set<ButtonAction> BUTTONS =
            Set.of(ButtonAction.APPROVE, ButtonAction.ANSWER, ButtonAction.REJECT);
    private static final String CALLBACK = "slack-notify.approval.form";
    private static final Duration UNTIL_LOADED = Duration.ofSeconds(5);
    private static final int MAX_NAME = 100;

    private final InputControl inputs;

    public ApprovalInteraction(MemberAccounts accounts, ButtonSeal seal, InputControl inputs, Modals modals) {
        super(accounts, seal, BUTTONS, modals, CALLBACK);
        this.inputs = inputs;
    }

    @Override
    protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
        ButtonTarget question = press.target();
        return switch (press.action()) {
            case REJECT -> answer(question, member, inputs.reject(press.traceOf(member), question), false);
            case ANSWER -> openForm(press, member);
            default -> approve(press, member);
        };
    }

    /** Tests whether the button names no particular question: a second press would answer the next question then. */
    @Override
    protected boolean doesSomethingEachTime(ButtonPress press) {
        return press.target().node() == null;
    }

    /** {@inheritDoc} One that names no question stands below that for which its author has made it, and that may have ended since. */
    @Override
    protected boolean mayMeanAnother(ButtonPress press) {
        return press.target().node() == null && inputs.isAnyPast(press.target());
    }

    private ActResult approve(ButtonPress press, MemberAccount.Linked member) {
        InputResult result = inputs.approve(press.traceOf(member), press.target(), Map.of());
        // A job's author may have written the button, or the step has been changed.
        return result instanceof InputResult.NeedsValues
                ? openForm(press, member)
                : answer(press.target(), member, result, true);
    }

    @Override
    protected PressCheck check(ButtonPress press, MemberAccount.Linked member) {
        InputLookup found = inputs.find(member.id(), press.target());
        if (found instanceof InputLookup.Waiting waiting) {
            return new PressCheck.Possible(waiting.form().message(), waiting.question());
        }
        InputResult reason = ((InputLookup.NotForYou) found).reason();
        boolean isRejection = press.action() == ButtonAction.REJECT;
        // A member who cannot approve the question from Slack may still be allowed to reject it.
        return isRejection && (reason instanceof InputResult.Refused || reason instanceof InputResult.OnlyInJenkins)
                ? PressCheck.POSSIBLE
                : new PressCheck.Impossible(answer(press.target(), member, reason, !isRejection));
    }

    /** Returns the form with the name of its build, as a button that anybody may have written may have opened it. */
    private static ParameterForm withBuildName(InputLookup.Waiting waiting) {
        ParameterForm form = waiting.form();
        return new ParameterForm(
                waiting.question().build() + ": " + form.message(), form.okLabel(), form.fields(), form.note());
    }

    private ActResult openForm(ButtonPress press, MemberAccount.Linked member) {
        return openForm(press, "Press again, or answer on the build's page in Jenkins.", () -> {
            InputLookup found = inputs.find(member.id(), press.target());
            return found instanceof InputLookup.Waiting waiting
                    ? new FormContent.Form(withBuildName(waiting), waiting.question())
                    : new FormContent.Sentence(
                            sentence(press.target(), member, ((InputLookup.NotForYou) found).reason(), true));
        });
    }

    @Override
    protected Optional<ActResult> effectOf(RequestMark request, ButtonAction action, ButtonTarget question) {
        return effectOf(request, question);
    }

    @Override
    protected Optional<ActResult> effectOf(RequestMark request, ButtonTarget question) {
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

    @Override
    protected ActResult submitted(FormSubmission submission, MemberAccount.Linked member) {
        ButtonTarget question = submission.target();
        InputLookup found = inputs.find(member.id(), question);
        InputResult result = found instanceof InputLookup.Waiting waiting
                ? approve(submission, waiting)
                : ((InputLookup.NotForYou) found).reason();
        return answer(question, member, result, true);
    }

    /** The form names the step that it shows, whatever the button does. The fields of that may have been changed meanwhile. */
    private InputResult approve(FormSubmission submission, InputLookup.Waiting waiting) {
        ParameterForm form = waiting.form();
        return submission.fits(form)
                ? inputs.approve(submission.trace(), waiting.question(), submission.values(form))
                : new InputResult.Invalid("The question has changed since the form was opened. Press again.");
    }

    private ActResult answer(
            ButtonTarget question, MemberAccount.Linked member, InputResult result, boolean approving) {
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
    private static String sentence(
            ButtonTarget question, MemberAccount.Linked member, InputResult result, boolean approving) {
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
