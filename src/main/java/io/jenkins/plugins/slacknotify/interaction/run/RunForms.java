package io.jenkins.plugins.slacknotify.interaction.run;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;

/**
 * Opens the form of a job that has a parameter without a default. A job all of whose parameters have one is started without asking,
 * and so is one whose parameters come with the command: scripts and habits go on.
 */
public final class RunForms {
    private static final int NAME_LIMIT = 200;

    private final BuildControl control;
    private final Modals modals;

    public RunForms(BuildControl control, Modals modals) {
        this.control = control;
        this.modals = modals;
    }

    /**
     * Asks for the parameters of a job, where it needs some and Slack lets a form be opened: once, and within seconds of a command,
     * but not of a message.
     *
     * @param job that the account may read
     * @return what to say to the one who asks; empty where the job is to be started without a form
     */
    public Optional<Answer> ask(RequestOrigin origin, MemberAccount.Linked account, JobReference job) {
        List<JobParameter> parameters = control.parameters(account.id(), job.fullName());
        if (parameters.stream().noneMatch(RunForms::needsValue)) {
            return Optional.empty();
        }
        return modals.open(origin, ModalView.saying("Jenkins", "Asking Jenkins…"))
                .filter(view -> modals.update(
                        origin,
                        view,
                        RunView.of(
                                job,
                                parameters,
                                new RunView.Metadata(
                                        job.fullName(), origin.channelId(), RunView.signature(parameters)))))
                .map(view -> Answer.ephemeral("I have opened a form for *"
                        + Mrkdwn.link(job.url(), job.displayName(), NAME_LIMIT)
                        + "*, as it has parameters without a default. What you leave as it is has its default."));
    }

    /** A password or file has to be given on the page of the job, so a form is no help for it. */
    private static boolean needsValue(JobParameter parameter) {
        String initial = parameter.initial();
        return parameter.kind() == JobParameter.Kind.TEXT && (initial == null || initial.isBlank());
    }
}
