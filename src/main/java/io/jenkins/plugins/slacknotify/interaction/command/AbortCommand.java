package io.jenkins.plugins.slacknotify.interaction.command;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import java.time.Instant;
import java.util.List;

/** Stops a build that runs, or takes one that waits out of the queue, and says so in the channel. */
final class AbortCommand implements Command {
    private static final Gson GSON = new Gson();

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

    /**
     * What is stopped, as it is kept. The names are the format.
     *
     * @param number of a build; null for a job that waits in the queue
     * @param queueId null for a build
     * @param queuedSince since when it waits in the queue, as milliseconds; null for a build, and where an earlier version has chosen
     */
    private record Target(
            String job,
            @CheckForNull Integer number,
            @CheckForNull Long queueId,
            @CheckForNull Long queuedSince) {
        static Target build(String job, int number) {
            return new Target(job, number, null, null);
        }

        static Target queued(String job, QueueSlot slot) {
            return new Target(job, null, slot.id(), slot.time().toEpochMilli());
        }

        QueueSlot slot(Instant receivedAt) {
            long id = requireNonNull(queueId);
            return queuedSince == null
                    ? QueueSlot.asOf(id, receivedAt)
                    : QueueSlot.since(id, Instant.ofEpochMilli(queuedSince));
        }
    }

    /** Another attempt stops what the first has chosen: what runs or waits now may be another one, or somebody else's. */
    @Override
    public Answer run(CommandCall call) {
        return call.choice()
                .kept()
                .map(kept -> again(call, GSON.fromJson(kept, Target.class)))
                .orElseGet(() -> stop(call));
    }

    private Answer again(CommandCall call, Target target) {
        return control.job(call.as(), target.job())
                .map(job -> stop(call, job, target))
                .orElseGet(AbortCommand::missing);
    }

    private Answer stop(CommandCall call) {
        return argument.with(call, meant -> {
            Integer number = meant.number();
            return number == null
                    ? stopOne(call, meant.job())
                    : stop(call, meant.job(), Target.build(meant.job().fullName(), number));
        });
    }

    private Answer stopOne(CommandCall call, JobReference job) {
        List<BuildReference> running = control.running(call.as(), job.fullName());
        if (running.size() > 1) {
            return Answer.ephemeral(BuildSentences.count(running.size(), "build", "builds") + " of "
                    + BuildArgument.link(job) + " run: "
                    + String.join(
                            ", ",
                            running.stream().map(build -> "#" + build.number()).toList())
                    + ". Write the number of the one to stop, too.");
        }
        if (running.size() == 1) {
            return stop(call, job, Target.build(job.fullName(), running.get(0).number()));
        }
        return control.queued(call.as(), job.fullName())
                .map(slot -> stop(call, job, Target.queued(job.fullName(), slot)))
                .orElseGet(() -> Answer.ephemeral("No build of " + BuildArgument.link(job) + " runs or waits."));
    }

    private Answer stop(CommandCall call, JobReference job, Target target) {
        call.choice().keep(GSON.toJson(target));
        Integer number = target.number();
        if (number == null) {
            return cancel(call, job, target.slot(call.mark().receivedAt()));
        }
        String name = BuildArgument.link(job) + " #" + number;
        StopResult result = control.abort(call.act(), new BuildReference(job.fullName(), number));
        if (result instanceof StopResult.NotYet) {
            throw new NotLoadedYetException(name);
        }
        return answer(job, result, call.member() + " stops " + name + ".", name + " has ended already.");
    }

    private Answer cancel(CommandCall call, JobReference job, QueueSlot slot) {
        StopResult result = control.cancel(call.act(), job.fullName(), slot);
        String left = BuildArgument.link(job) + " has left the queue already.";
        return result instanceof StopResult.NoSuchBuild
                ? Answer.ephemeral(left)
                : answer(
                        job,
                        result,
                        call.member() + " has taken " + BuildArgument.link(job) + " out of the queue.",
                        left);
    }

    private Answer answer(JobReference job, StopResult result, String stopped, String over) {
        if (result instanceof StopResult.Stopped) {
            return ChannelLine.of(control, job.fullName(), stopped);
        }
        if (result instanceof StopResult.Refused refused) {
            return Answer.ephemeral(refused.sentence());
        }
        return result instanceof StopResult.AlreadyOver ? Answer.ephemeral(over) : missing();
    }

    private static Answer missing() {
        return Answer.ephemeral("There is no such build any more, or none that you may see.");
    }
}
