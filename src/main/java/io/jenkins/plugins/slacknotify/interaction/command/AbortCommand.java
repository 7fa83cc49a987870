package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import java.util.List;
import java.util.Optional;

/** Stops a build that runs, or takes one that waits out of the queue, and says so in the channel. */
final class AbortCommand implements Command {
    private final BuildControl control;
    private final BuildArgument argument;

    AbortCommand(BuildControl control) {
        this.control = control;
        this.argument = new BuildArgument(control);
    }

    @Override
    public List<String> names() {
        return List.of("abort", "stop", "cancel");
    }

    @Override
    public String arguments() {
        return "JOB [NUMBER]";
    }

    @Override
    public String purpose() {
        return "stop a build that runs, or take one that waits out of the queue";
    }

    @Override
    public Answer run(CommandCall call) {
        return argument.with(call, meant -> {
            Integer number = meant.number();
            return number == null
                    ? stopOne(call, meant.job())
                    : stop(call, meant.job(), new BuildReference(meant.job().fullName(), number));
        });
    }

    private Answer stopOne(CommandCall call, JobReference job) {
        List<BuildReference> running = control.running(call.as()).stream()
                .filter(build -> build.job().fullName().equals(job.fullName()))
                .map(build -> build.build())
                .toList();
        if (running.size() > 1) {
            return Answer.ephemeral(BuildSentences.count(running.size(), "build", "builds") + " of "
                    + BuildArgument.link(job) + " run: "
                    + String.join(
                            ", ",
                            running.stream().map(build -> "#" + build.number()).toList())
                    + ". Write the number of the one to stop, too.");
        }
        if (running.size() == 1) {
            return stop(call, job, running.get(0));
        }
        Optional<QueuedBuild> waiting = control.queue(call.as()).stream()
                .filter(build -> build.job().fullName().equals(job.fullName()))
                .findFirst();
        return waiting.map(build -> answer(
                        job,
                        control.cancel(call.act(), build.id()),
                        call.member() + " has taken " + BuildArgument.link(job) + " out of the queue.",
                        BuildArgument.link(job) + " has left the queue already."))
                .orElseGet(() -> Answer.ephemeral("No build of " + BuildArgument.link(job) + " runs or waits."));
    }

    private Answer stop(CommandCall call, JobReference job, BuildReference build) {
        String name = BuildArgument.link(job) + " #" + build.number();
        return answer(
                job,
                control.abort(call.act(), build),
                call.member() + " stops " + name + ".",
                name + " has ended already.");
    }

    private Answer answer(JobReference job, StopResult result, String stopped, String over) {
        if (result instanceof StopResult.Stopped) {
            return ChannelLine.of(control, job.fullName(), stopped);
        }
        if (result instanceof StopResult.Refused refused) {
            return Answer.ephemeral(refused.sentence());
        }
        return Answer.ephemeral(
                result instanceof StopResult.AlreadyOver
                        ? over
                        : "There is no such build any more, or none that you may see.");
    }
}
