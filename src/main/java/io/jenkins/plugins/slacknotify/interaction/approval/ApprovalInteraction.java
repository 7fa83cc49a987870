package io.jenkins.plugins.slacknotify.interaction.approval;

import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.approval.InputView.Metadata;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonInteraction;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
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
public final class ApprovalInteraction extends ButtonInteraction {
    private static final Set<ButtonAction> BUTTONS =
            Set.of(ButtonAction.APPROVE, ButtonAction.ANSWER, ButtonAction.REJECT);
    private static final String TITLE = "Jenkins";
    private static final Duration UNTIL_LOADED = Duration.ofSeconds(5);
    private static final int FORMS = 200;
    private static final int NAME_LIMIT = 100;

    private final InputControl inputs;
    private final Modals modals;

    /** The forms that are open, by which they are checked while they still are. A restart forgets them. */
    private final LruCache<String, InputForm> forms = new LruCache<>(FORMS);

    public ApprovalInteraction(MemberAccounts accounts, InputControl inputs, Modals modals) {
        super(accounts, BUTTONS);
        this.inputs = inputs;
        this.modals = modals;
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return super.accepts(request)
                || request instanceof ViewSubmission submission
                        && submission.view().callbackId().equals(InputView.CALLBACK);
    }

    /** {@inheritDoc} A form with a wrong value stays open. */
    @Override
    public Decision receive(InboundRequest request) {
        if (request instanceof ViewSubmission submission) {
            Map<String, String> errors = Metadata.parse(submission.view().privateMetadata())
                    .flatMap(metadata -> forms.get(metadata.form()))
                    .map(form -> InputView.errors(form, submission.state()))
                    .orElse(Map.of());
            if (!errors.isEmpty()) {
                return Decision.nothingMore(Acknowledgement.errors(errors));
            }
        }
        return Decision.byKind(request);
    }

    @Override
    public ActResult act(InboundRequest request) {
        return request instanceof ViewSubmission submission
                ? withAccount(request, member -> submitted(submission, member))
                : super.act(request);
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

    private ActResult approve(ButtonPress press, MemberAccount.Linked member) {
        InputResult result = inputs.approve(press.traceOf(member), press.target(), Map.of());
        // A job's author may have written the button, or the step has been changed.
        return result instanceof InputResult.NeedsValues
                ? openForm(press, member)
                : answer(press.target(), member, result, true);
    }

    /** Opens the form before anything is looked up, as Slack allows it for three seconds only. */
    private ActResult openForm(ButtonPress press, MemberAccount.Linked member) {
        Optional<String> view = modals.open(press.origin(), ModalView.saying(TITLE, "Asking Jenkins…"));
        if (view.isEmpty()) {
            return PressAnswers.say("The form could not be opened: Slack allows it for a few seconds only,"
                    + " and Jenkins was not fast enough. Press again, or answer on the build's page in Jenkins.");
        }
        InputLookup found = inputs.find(member.id(), press.target());
        String next = found instanceof InputLookup.Waiting waiting
                ? form(press, waiting.form())
                : ModalView.saying(
                        TITLE, sentence(press.target(), member, ((InputLookup.NotForYou) found).reason(), true));
        modals.update(press.origin(), view.get(), next);
        return ActResult.silent();
    }

    private String form(ButtonPress press, InputForm form) {
        forms.put(press.origin().id(), form);
        MessageReference pressed = press.message();
        String message = pressed == null ? null : pressed.ts();
        return InputView.of(
                form,
                TITLE,
                new Metadata(
                        press.target().value().orElse(""),
                        press.origin().id(),
                        press.origin().channelId(),
                        message));
    }

    private ActResult submitted(ViewSubmission submission, MemberAccount.Linked member) {
        Optional<Metadata> metadata = Metadata.parse(submission.view().privateMetadata());
        Optional<ButtonTarget> question = metadata.flatMap(Metadata::question);
        if (question.isEmpty()) {
            return PressAnswers.say("Nothing was done: this form does not say which question it answers.");
        }
        ActTrace trace = new ActTrace(
                ActOrigin.of(member.id(), submission.origin()),
                member.name(),
                metadata.get().channel(),
                metadata.get().message());
        InputLookup found = inputs.find(member.id(), question.get());
        InputResult result = found instanceof InputLookup.Waiting waiting
                ? inputs.approve(trace, question.get(), InputView.values(waiting.form(), submission.state()))
                : ((InputLookup.NotForYou) found).reason();
        return answer(question.get(), member, result, true);
    }

    private ActResult answer(
            ButtonTarget question, MemberAccount.Linked member, InputResult result, boolean approving) {
        return result instanceof InputResult.NotLoaded
                ? new ActResult.Later(UNTIL_LOADED, "The pipeline is being loaded")
                : PressAnswers.say(sentence(question, member, result, approving));
    }

    /** Says what came of it. @param approving whether the pipeline was to go on */
    private static String sentence(
            ButtonTarget question, MemberAccount.Linked member, InputResult result, boolean approving) {
        String build = PressAnswers.name(question);
        if (result instanceof InputResult.Done) {
            return approving ? "You have approved " + build + "." : "You have rejected " + build + ".";
        }
        if (result instanceof InputResult.AlreadyAnswered earlier) {
            return answered(build, earlier);
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
                    : "This question can be answered in Jenkins only: "
                            + Mrkdwn.link(page.url(), "open it", NAME_LIMIT);
        }
        if (result instanceof InputResult.NoSuchBuild) {
            return PressAnswers.missing(question);
        }
        return result instanceof InputResult.NotLoaded
                ? "Jenkins has just started and does not know yet what " + build
                        + " waits for. Press again in a minute."
                : "Nothing was done: parameters have to be filled in. Press again.";
    }

    private static String answered(String build, InputResult.AlreadyAnswered earlier) {
        String what = earlier.approved() ? "approved" : "rejected";
        if (earlier.sameRequest()) {
            return "You have " + what + " " + build + ".";
        }
        String who = earlier.by() == null ? "Somebody" : "*" + Mrkdwn.line(earlier.by(), NAME_LIMIT) + "*";
        return "Nothing was done: " + who + " has " + what + " " + build + " before you.";
    }
}
