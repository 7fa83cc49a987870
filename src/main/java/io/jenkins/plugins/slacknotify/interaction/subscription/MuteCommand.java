package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.command.BuildArgument;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.CommandUsage;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;

/**
 * Mutes a job, for the member who asks in direct messages, or for the channel, for a time or until the job is good again.
 * Without a time, the mute of a member ends when the member ends it, and that of a channel when the job is good again.
 */
public final class MuteCommand implements Command {
    private final BuildControl builds;
    private final SubscriptionControl control;
    private final QuietJobs quiet;
    private final MuteMaker muting;
    private final ListCommand list;

    public MuteCommand(BuildControl builds, SubscriptionControl control, QuietJobs quiet) {
        this.builds = builds;
        this.control = control;
        this.quiet = quiet;
        this.muting = new MuteMaker(control);
        this.list = new ListCommand(builds, control, quiet);
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("mute"),
                "[JOB] [channel] [1h|until monday|until fixed] [all]",
                "no messages about a job, to you or with `channel` to all here; `all` for all its branches");
    }

    @Override
    public boolean takesValues() {
        return true;
    }

    @Override
    public Answer run(CommandCall call) {
        if (call.line().words().isEmpty() && call.here().isEmpty()) {
            return list.run(call);
        }
        BuildArgument argument = new BuildArgument(builds, call);
        MuteOptions options;
        try {
            options = options(call, argument);
        } catch (IllegalArgumentException e) {
            return Answer.ephemeral(Mrkdwn.escape(e.getMessage()));
        }
        return call.choice()
                .kept()
                .map(job -> builds.job(call.as(), job)
                        .map(chosen -> mute(call, options, chosen))
                        .orElseGet(() -> BuildArgument.noJob(job)))
                .orElseGet(() -> argument.withLine(options.line()).withJob(job -> mute(call, options, job)));
    }

    /** @throws IllegalArgumentException where something is wrong or unclear; the message is for people */
    private MuteOptions options(CommandCall call, BuildArgument argument) {
        CommandLine line = argument.joinName(argument::isKnown);
        String first = line.words().isEmpty() ? "" : line.words().get(0);
        boolean isJob = !first.isEmpty() && argument.isKnown(first);
        MuteOptions options =
                MuteOptions.of(line, isJob && call.here().isEmpty() ? 1 : 0, control.timeOf(call.origin(), call.as()));
        if (isJob && options.line().words().isEmpty()) {
            throw new IllegalArgumentException(
                    "`" + first + "` is a job, and may be an option for the job of this thread. Nothing was"
                            + " muted. Write the name of the job that you mean before it, or its address.");
        }
        return options;
    }

    private Answer mute(CommandCall call, MuteOptions options, JobReference job) {
        if (options.allBranches() && !builds.isBranch(call.as(), job.fullName())) {
            return Answer.ephemeral(job.link()
                    + " is not a branch of a project, so nothing was muted. Leave out `all` to mute it alone.");
        }
        if (options.forChannel() || options.ends()) {
            call.choice().keep(job.fullName());
            Answer answer = muting.mute(
                    call.origin(),
                    call.account(),
                    call.channelName(),
                    new MuteMaker.Wish(job, options.allBranches(), options.forChannel(), options.until()));
            return builds.isPrivate(job.fullName()) ? Answer.ephemeral(answer.text()) : answer;
        }
        MuteMaker.Wish wish = new MuteMaker.Wish(job, options.allBranches(), false, null);
        boolean isRepeated = call.choice().kept().isPresent();
        call.choice().keep(job.fullName());
        boolean isNew = quiet.add(call.as(), wish.patterns().get(0));
        return Answer.ephemeral(
                isNew || isRepeated
                        ? "You get no direct messages about " + job.link()
                                + (options.allBranches() ? " and its other branches" : "")
                                + " any more. `unmute` ends that; channels hear of it as before."
                        : "You have muted " + job.link() + " before.");
    }
}
