package io.jenkins.plugins.slacknotify.interaction.form;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm.Field;
import io.jenkins.plugins.slacknotify.interaction.modal.FormOpener;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An interaction with a button that ends something, such as a build. Its form asks once more, and takes a reason, which may stay empty.
 *
 * <p>No press is lost for want of a form: where Slack opens none, the answer has a button that does the same without a reason.
 */
public abstract class ReasonInteraction extends FormInteraction {
    private static final String REASON = "Reason";
    private static final String AGAIN = "Press again, or use the build's page in Jenkins.";

    private static final List<Field> FIELDS = List.of(new Field(
            REASON,
            ParameterForm.Kind.PROSE,
            "It may stay empty. It stands in the message of the build, and in its log.",
            "",
            List.of(),
            ReasonInteraction::errorOf));

    private final ButtonAction withoutReason;

    /**
     * @param action the button that opens the form
     * @param withoutReason the button that does the same at once
     * @param callback as in {@link FormInteraction}
     */
    protected ReasonInteraction(
            MemberAccounts accounts,
            ButtonSeal seal,
            ButtonAction action,
            ButtonAction withoutReason,
            Modals modals,
            String callback) {
        super(accounts, seal, Set.of(action), modals, callback);
        this.withoutReason = withoutReason;
    }

    /** Finds what is to be ended, or why a member cannot do so. */
    protected abstract Lookup lookUp(ButtonTarget target, MemberAccount.Linked member);

    /** Ends it. @param trace has the reason */
    protected abstract ActResult end(ActTrace trace, ButtonTarget target, MemberAccount.Linked member);

    /** The result of looking for what is to be ended. */
    protected sealed interface Lookup {
        /**
         * It can be ended.
         *
         * @param name what it is, as plain text
         * @param label what stands on the button that ends it
         * @param target the very thing, which may be more exact than what the button says
         * @param note what comes of it, as mrkdwn
         */
        record Found(String name, String label, ButtonTarget target, String note) implements Lookup {}

        /** The reason for which it cannot. @param mrkdwn escaped */
        record Sentence(String mrkdwn) implements Lookup {}
    }

    @Override
    protected final ActResult act(ButtonPress press, MemberAccount.Linked member) {
        return openForm(press, AGAIN, () -> content(lookUp(press.target(), member)), () -> offer(press, member));
    }

    private static FormContent content(Lookup lookup) {
        return lookup instanceof Lookup.Found found
                ? new FormContent.Form(
                        new ParameterForm(found.name(), found.label(), FIELDS, found.note()), found.target())
                : new FormContent.Sentence(((Lookup.Sentence) lookup).mrkdwn());
    }

    /** Offers the same without a form. */
    private ActResult offer(ButtonPress press, MemberAccount.Linked member) {
        Lookup lookup = lookUp(press.target(), member);
        if (lookup instanceof Lookup.Sentence sentence) {
            return ActResult.say(sentence.mrkdwn());
        }
        Lookup.Found found = (Lookup.Found) lookup;
        Optional<String> value = found.target().value();
        String sentence = "Nothing was done yet. " + FormOpener.NO_FORM + " "
                + value.map(any -> Mrkdwn.bold(found.name()) + ": to do it without a reason, press here:")
                        .orElse(AGAIN);
        Answer answer = Answer.ephemeral(sentence);
        return ActResult.answered(value.map(target -> answer.withBlocks(Blocks.start()
                        .section(sentence)
                        .buttons(List.of(new Blocks.Button(found.label(), withoutReason.id(), target)))
                        .json()))
                .orElse(answer));
    }

    @Override
    protected final ActResult submitted(FormSubmission submission, MemberAccount.Linked member) {
        String reason = ParameterFormView.values(new ParameterForm("", "", FIELDS), submission.state())
                .get(REASON);
        return end(submission.trace().withReason(reason), submission.target(), member);
    }

    private static Optional<String> errorOf(String reason) {
        return reason.length() <= ActOrigin.MAX_REASON
                ? Optional.empty()
                : Optional.of("A reason has " + ActOrigin.MAX_REASON + " characters at most. This one has "
                        + reason.length() + ".");
    }
}
