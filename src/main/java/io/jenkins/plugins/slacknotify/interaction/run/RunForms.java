package io.jenkins.plugins.slacknotify.interaction.run;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.modal.FormOpener;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Opens the form of a job that has a parameter without a default. A job is started without a form if all its parameters have
 * defaults, or if the command gives the parameters: existing scripts and habits keep working.
 */
public final class RunForms {

    private final BuildControl control;
    private final FormOpener opener;

    public RunForms(BuildControl control, Modals modals) {
        this.control = control;
        this.opener = new FormOpener(modals);
    }

    /**
     * Asks for the parameters of a job, where it needs some and Slack lets a form be opened: once, and within seconds of a command,
     * but not of a message.
     *
     * @param job that the account may read
     * @return what to say to the one who asks, who sees no form where they may not start it; empty where the job needs no form. A job that needs one is never started without: who
     *     has closed it, or was too slow, has chosen nothing
     */
    public Optional<Answer> ask(RequestOrigin origin, MemberAccount.Linked account, JobReference job) {
        List<JobParameter> parameters = control.parameters(account.id(), job.fullName());
        List<String> needed = names(parameters, RunForms::needsValue);
        List<String> missing = names(parameters, parameter -> parameter.kind() == JobParameter.Kind.MISSING);
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Answer> refusal =
                control.refusalToStart(account.id(), job.fullName()).map(Answer::ephemeral);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!missing.isEmpty()) {
            return Optional.of(Answer.ephemeral("I did not start " + job.link() + ": " + String.join(", ", missing)
                    + " has no default, and can be given on the job's page alone. Start it there."));
        }
        RunView.Metadata metadata = RunView.Metadata.of(job.fullName(), origin.channelId(), parameters);
        String otherwise = "Write the values behind the job, as `NAME=value`; `NAME=` is an empty one.";
        FormOpener.Outcome outcome = opener.open(origin, () -> RunView.of(job, parameters, metadata), otherwise);
        return Optional.of(Answer.ephemeral(
                outcome == FormOpener.Outcome.SHOWN
                        ? "I have opened a form for " + job.link()
                                + ", as it has parameters without a default. What you leave as it is has its default."
                        : "I did not start " + job.link() + ": " + String.join(", ", needed)
                                + " has no default, and Slack shows no form here, or you have closed it. "
                                + otherwise));
    }

    private static List<String> names(List<JobParameter> parameters, Predicate<JobParameter> which) {
        return parameters.stream()
                .filter(which)
                .map(parameter -> Mrkdwn.quoted(parameter.name()))
                .toList();
    }

    /** A password or file has to be given on the page of the job, so a form is no help for it. */
    private static boolean needsValue(JobParameter parameter) {
        String initial = parameter.initial();
        return (parameter.kind() == JobParameter.Kind.TEXT || parameter.kind() == JobParameter.Kind.LINES)
                && !parameter.hasUnseenDefault()
                && (initial == null || initial.isBlank());
    }
}
