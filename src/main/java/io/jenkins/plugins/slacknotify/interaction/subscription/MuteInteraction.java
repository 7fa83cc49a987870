package io.jenkins.plugins.slacknotify.interaction.subscription;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.form.FormInteraction;
import io.jenkins.plugins.slacknotify.interaction.form.FormSubmission;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm.Field;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.interaction.press.ButtonPress;
import io.jenkins.plugins.slacknotify.interaction.press.PressAnswers;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mutes the job of a message, after a form that asks what is silenced, for whom and for how long. The form offers nothing that
 * would be refused: all branches only for a branch, the channel only where a bot can write to one.
 */
public final class MuteInteraction extends FormInteraction {
    private static final String WHAT = "What";
    private static final String FOR_WHOM = "For whom";
    private static final String HOW_LONG = "For how long";

    private static final String JOB = "This job";
    private static final String BRANCHES = "All branches of its project";
    private static final String ME = "Me, in direct messages";
    private static final String CHANNEL = "Everybody in this channel";

    private final BuildControl builds;
    private final SubscriptionControl control;
    private final MuteMaker muting;

    public MuteInteraction(
            MemberAccounts accounts, ButtonSeal seal, BuildControl builds, SubscriptionControl control, Modals modals) {
        super(accounts, seal, Set.of(ButtonAction.MUTE), modals, ButtonAction.MUTE.id());
        this.builds = requireNonNull(builds, "builds");
        this.control = requireNonNull(control, "control");
        this.muting = new MuteMaker(control);
    }

    @Override
    protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
        return openForm(
                press,
                "Press again, or use the command `mute`.",
                () -> builds.jobOf(member.id(), press.target().build())
                        .<FormContent>map(
                                job -> new FormContent.Form(form(member, job, press.origin()), press.target()))
                        .orElseGet(() -> new FormContent.Sentence(PressAnswers.missing(press.target()))));
    }

    @Override
    protected ActResult submitted(FormSubmission submission, MemberAccount.Linked member) {
        String channel = submission.trace().channel();
        RequestOrigin origin = submission.origin().in(channel);
        return builds.jobOf(member.id(), submission.target().build())
                .map(job -> submitted(submission, member, job, origin, channel))
                .orElseGet(() -> ActResult.say(PressAnswers.missing(submission.target())));
    }

    private ActResult submitted(
            FormSubmission submission,
            MemberAccount.Linked member,
            JobReference job,
            RequestOrigin origin,
            @CheckForNull String channel) {
        ParameterForm form = form(member, job, origin);
        if (!submission.fits(form)) {
            return ActResult.say(
                    "Nothing was muted: what can be muted here was changed since the form was opened. Press again.");
        }
        Map<String, String> chosen = submission.values(form);
        MuteMaker.Wish wish = new MuteMaker.Wish(
                job,
                BRANCHES.equals(chosen.get(WHAT)),
                CHANNEL.equals(chosen.get(FOR_WHOM)),
                Span.of(chosen.get(HOW_LONG)).end(control.timeOf(submission.origin(), member.id())));
        return muting.mute(origin, member, null, wish, submission.isSecond())
                .map(answer -> builds.isPrivate(job.fullName())
                        ? ActResult.say(answer.text())
                        : ActResult.answeredIn(channel, answer))
                .orElseGet(ActResult::silent);
    }

    private ParameterForm form(MemberAccount.Linked member, JobReference job, RequestOrigin origin) {
        List<Field> fields = new ArrayList<>();
        if (builds.isBranch(member.id(), job.fullName())) {
            fields.add(menu(WHAT, null, List.of(JOB, BRANCHES)));
        }
        Optional<SubscriptionTarget> target = control.target(origin, null);
        fields.add(menu(
                FOR_WHOM,
                "If it is for you, channels hear of the job as before.",
                target.filter(at -> !at.isDirectMessage()).isPresent() ? List.of(ME, CHANNEL) : List.of(ME)));
        fields.add(menu(HOW_LONG, null, Span.labels()));
        return new ParameterForm("Mute " + job.displayName(), "Mute", fields);
    }

    private static Field menu(String name, @CheckForNull String hint, List<String> choices) {
        return new Field(name, ParameterForm.Kind.CHOICE, hint, choices.get(0), choices, value -> Optional.empty());
    }

    /** How long a mute can last, as the form offers it. */
    private enum Span {
        HOUR("An hour", "1h"),
        TOMORROW("Until tomorrow", "tomorrow"),
        MONDAY("Until Monday", "monday"),
        FIXED("Until it is fixed", null);

        private final String label;
        private final String time;

        Span(String label, @CheckForNull String time) {
            this.label = label;
            this.time = time;
        }

        static List<String> labels() {
            return Arrays.stream(values()).map(span -> span.label).toList();
        }

        static Span of(@CheckForNull String label) {
            return Arrays.stream(values())
                    .filter(span -> span.label.equals(label))
                    .findFirst()
                    .orElse(HOUR);
        }

        /** Returns the end, as the command understands the words; null where only a good build ends it. */
        @CheckForNull
        Instant end(ZonedDateTime asked) {
            return time == null ? null : MuteOptions.end(time, asked);
        }
    }
}
