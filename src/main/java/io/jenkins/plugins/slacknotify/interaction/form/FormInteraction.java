package io.jenkins.plugins.slacknotify.interaction.form;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.InterruptedActs;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterFormView.Metadata;
import io.jenkins.plugins.slacknotify.interaction.modal.FormOpener;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.modal.SentForms;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonInteraction;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressCheck;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An interaction with a button that opens a form, and with that form when it is sent.
 *
 * <p>A form with a wrong value stays open. It is checked by what is remembered of it: a check that looked anything up could take
 * longer than Slack waits. What is remembered is gone after a restart; {@link #submitted} checks everything again.
 */
public abstract class FormInteraction extends ButtonInteraction {
    private static final String TITLE = "Jenkins";

    private static final int FORMS = 200;

    private final MemberAccounts accounts;
    private final FormOpener opener;
    private final String callback;
    private final LruCache<String, ParameterForm> forms = new LruCache<>(FORMS);

    /**
     * @param seal shows which buttons this Jenkins has drawn
     * @param actions the buttons of which presses are handled
     * @param callback the {@code callback_id} of the form; it is never changed, as forms may be open over an update
     */
    protected FormInteraction(
            MemberAccounts accounts, ButtonSeal seal, Set<ButtonAction> actions, Modals modals, String callback) {
        super(accounts, seal, actions);
        this.accounts = requireNonNull(accounts, "accounts");
        this.opener = new FormOpener(requireNonNull(modals, "modals"));
        this.callback = requireNonNull(callback, "callback");
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return super.accepts(request)
                || request instanceof ViewSubmission submission
                        && submission.view().callbackId().equals(callback);
    }

    @Override
    public Decision receive(InboundRequest request) {
        if (request instanceof ViewSubmission submission) {
            Map<String, String> errors = Metadata.parse(submission.view().privateMetadata())
                    .flatMap(metadata -> forms.get(metadata.form()))
                    .map(form -> ParameterFormView.errors(form, submission.state()))
                    .orElse(Map.of());
            if (!errors.isEmpty()) {
                return Decision.nothingMore(Acknowledgement.errors(errors));
            }
        }
        return Decision.byKind(request);
    }

    @Override
    public String subject(InboundRequest request) {
        return request instanceof ViewSubmission submission
                ? Metadata.parse(submission.view().privateMetadata())
                        .flatMap(Metadata::buttonTarget)
                        .map(target -> target.build().toString())
                        .orElse("")
                : super.subject(request);
    }

    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        return request instanceof ViewSubmission submission
                ? withAccount(
                        request,
                        member -> read(submission, member, choice)
                                .map(form -> submitted(form, member))
                                .orElseGet(() -> ActResult.say(
                                        "Nothing was done: this form does not say which build it is about.")))
                : super.act(request, choice);
    }

    @Override
    public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
        return request instanceof ViewSubmission submission
                ? Metadata.parse(submission.view().privateMetadata())
                        .flatMap(Metadata::buttonTarget)
                        .flatMap(target -> InterruptedActs.find(
                                accounts, request.origin(), () -> effectOf(RequestMark.of(request.origin()), target)))
                : super.alreadyDone(request, choice);
    }

    /** {@inheritDoc} A button that opens a form asks nothing before, so this is for those of the others. */
    @Override
    protected PressCheck check(ButtonPress press, MemberAccount.Linked member) {
        return PressCheck.POSSIBLE;
    }

    /** Does what a form asks for that was sent: what would have an effect once more, unless it {@linkplain FormSubmission#isSecond was sent before}. */
    protected abstract ActResult submitted(FormSubmission submission, MemberAccount.Linked member);

    /**
     * Finds what an interrupted attempt at a form that was sent has done, on the terms of
     * {@link #effectOf(RequestMark, ButtonAction, ButtonTarget)}.
     */
    protected Optional<ActResult> effectOf(RequestMark request, ButtonTarget target) {
        return Optional.empty();
    }

    /** Finds what a form has to ask for. */
    @FunctionalInterface
    protected interface FormLookup {
        /** Finds the content. Called on the thread of the act, and may block. */
        FormContent find();
    }

    /** The content of a window: a form, or a sentence that says why there is none. */
    protected sealed interface FormContent {
        /**
         * A form to be filled in.
         *
         * @param target what the form is about, which may be more exact than what its button says
         */
        record Form(ParameterForm form, ButtonTarget target) implements FormContent {}

        /** The reason for which there is nothing to fill in. @param mrkdwn escaped */
        record Sentence(String mrkdwn) implements FormContent {}
    }

    /**
     * Opens the form, on the terms of {@link FormOpener}.
     *
     * @param otherwise what the member can do where it could not be opened, as a sentence
     */
    protected final ActResult openForm(ButtonPress press, String otherwise, FormLookup lookup) {
        return openForm(press, otherwise, lookup, () -> ActResult.say(FormOpener.NO_FORM + " " + otherwise));
    }

    /**
     * Opens the form, on the same terms.
     *
     * @param notOpened makes the answer where Slack has opened no window
     */
    protected final ActResult openForm(
            ButtonPress press, String otherwise, FormLookup lookup, Supplier<ActResult> notOpened) {
        FormOpener.Outcome outcome = opener.open(press.origin(), () -> view(press, lookup.find()), otherwise);
        return outcome == FormOpener.Outcome.NOT_OPENED ? notOpened.get() : ActResult.silent();
    }

    private String view(ButtonPress press, FormContent content) {
        return content instanceof FormContent.Form found
                ? view(press, found)
                : FormOpener.saying(((FormContent.Sentence) content).mrkdwn());
    }

    private String view(ButtonPress press, FormContent.Form content) {
        ParameterForm form = content.form();
        forms.put(press.origin().id(), form);
        MessageReference pressed = press.message();
        return ParameterFormView.of(
                form,
                TITLE,
                callback,
                new Metadata(
                        content.target().value().orElse(""),
                        press.origin().id(),
                        press.origin().channelId(),
                        pressed == null ? null : pressed.ts(),
                        ParameterFormView.signature(form)));
    }

    private static Optional<FormSubmission> read(
            ViewSubmission submission, MemberAccount.Linked member, ActChoice choice) {
        return Metadata.parse(submission.view().privateMetadata())
                .flatMap(metadata -> metadata.buttonTarget()
                        .map(target -> new FormSubmission(
                                submission.origin(),
                                new ActTrace(
                                        ActOrigin.of(member.id(), submission.origin())
                                                .withChannel(metadata.channel()),
                                        member.name(),
                                        metadata.channel(),
                                        metadata.message()),
                                target,
                                metadata.fields(),
                                submission.state(),
                                () -> SentForms.isSecond(submission, choice))));
    }
}
