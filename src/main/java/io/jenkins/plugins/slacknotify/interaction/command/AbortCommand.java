package io.jenkins.plugins.slacknotify.interaction.command;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.ChannelLine;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import io.jenkins.plugins.slacknotify.interaction.text.Blocks;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DurationFormatter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Stops a build that runs, or takes one that waits out of the queue, and says so in the channel. */
final class AbortCommand implements Command {
    /** The most builds among which a member chooses, each by a button in a row of its own. */
    private static final int MAX_CHOICES = 10;

    private static final int MAX_REASON = 150;

    /** The word that begins the reason. */
    private static final String BECAUSE = "because";

    /** The signs that may stand behind that word. */
    private static final Pattern BEHIND = Pattern.compile("[:,]$");

    private final BuildControl control;

    AbortCommand(BuildControl control) {
        this.control = control;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("abort", "stop", "cancel"),
                "JOB [NUMBER] [because REASON]",
                "stop a build that runs, or take one that waits out of the queue");
    }

    /**
     * The build or job that is stopped, as it is kept. The names are the format.
     *
     * @param number of a build; null for a job that waits in the queue
     * @param queueId null for a build
     * @param queuedSince since when it waits in the queue, as milliseconds; null for a build, and where an earlier version has chosen: what has
     *     that number now may be another one, and is left there
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
            return new Target(job, null, slot.id(), slot.since().toEpochMilli());
        }

        QueueSlot slot() {
            return new QueueSlot(
                    requireNonNull(queueId), queuedSince == null ? Instant.EPOCH : Instant.ofEpochMilli(queuedSince));
        }
    }

    /**
     * One call.
     *
     * @param reason what stands behind the word that begins it; empty for none
     */
    private record Stop(CommandCall call, String reason) {
        ActOrigin origin() {
            return call.act().withReason(reason);
        }

        /** Says why, behind a sentence that says what is stopped. */
        String because(String sentence) {
            return sentence + (reason.isEmpty() ? "." : ": " + Mrkdwn.line(reason, MAX_REASON));
        }
    }

    /** Another attempt stops what the first has chosen: what runs or waits now may be another one, or somebody else's. */
    @Override
    public Answer run(CommandCall call) {
        BuildArgument argument = new BuildArgument(control, call);
        int because = argument.isKnown(call.line().text()) ? -1 : because(call.line());
        if (because < 0) {
            return run(new Stop(call, ""), argument);
        }
        List<String> words = call.line().words();
        String reason = String.join(" ", words.subList(because + 1, words.size()));
        CommandLine build = new CommandLine(
                call.line().name(), words.subList(0, because), call.line().values());
        return reason.isBlank()
                ? Answer.ephemeral("Nothing was done: why? Write the reason behind " + Mrkdwn.quoted(BECAUSE)
                        + ", or leave that word out.")
                : run(
                        new Stop(call.withLine(build), reason),
                        argument.withLine(build).followedBy(BECAUSE, reason));
    }

    /** Returns the place of the word that begins a reason; -1 for none. What stands in quotes is a name. */
    private static int because(CommandLine line) {
        List<String> words = line.words();
        for (int index = 0; index < words.size(); index++) {
            if (BEHIND.matcher(words.get(index)).replaceFirst("").equalsIgnoreCase(BECAUSE)
                    && !line.quoted().contains(index)) {
                return index;
            }
        }
        return -1;
    }

    private Answer run(Stop stop, BuildArgument argument) {
        return stop.call()
                .choice()
                .kept(Target.class)
                .map(kept -> stopChosen(stop, kept))
                .orElseGet(() -> stop(stop, argument));
    }

    private Answer stopChosen(Stop call, Target target) {
        return control.job(call.call().as(), target.job())
                .map(job -> stop(call, job, target))
                .orElseGet(AbortCommand::noSuchBuild);
    }

    private Answer stop(Stop call, BuildArgument argument) {
        return argument.with(meant -> {
            Integer number = meant.number();
            return number == null
                    ? stopOne(call, meant.job())
                    : stop(call, meant.job(), Target.build(meant.job().fullName(), number));
        });
    }

    private Answer stopOne(Stop call, JobReference job) {
        List<BuildReference> running = control.running(call.call().as(), job.fullName());
        if (running.size() > 1) {
            return Answer.ephemeral(BuildSentences.count(running.size(), "build", "builds") + " of "
                    + job.link() + " run: "
                    + String.join(
                            ", ",
                            running.stream().map(build -> "#" + build.number()).toList())
                    + ". Write the number of the one to stop, too.");
        }
        if (running.size() == 1) {
            return stop(call, job, Target.build(job.fullName(), running.get(0).number()));
        }
        List<QueuedBuild> waiting = control.queue(call.call().as()).stream()
                .filter(build -> build.job().fullName().equals(job.fullName()))
                .toList();
        if (waiting.size() > 1) {
            return whichOf(job, waiting);
        }
        return waiting.stream()
                .findFirst()
                .map(build -> stop(call, job, Target.queued(job.fullName(), build.slot())))
                .orElseGet(() -> Answer.ephemeral("No build of " + job.link() + " runs or waits."));
    }

    /** Builds with other parameters wait each by itself, and nobody else would know which one is gone. */
    private static Answer whichOf(JobReference job, List<QueuedBuild> waiting) {
        List<String> lines = new ArrayList<>();
        lines.add(BuildSentences.count(waiting.size(), "build", "builds") + " of " + job.link()
                + " wait in the queue. Nothing was taken out. Which one?");
        List<Blocks.Button> buttons = new ArrayList<>();
        for (QueuedBuild build : waiting.subList(0, Math.min(MAX_CHOICES, waiting.size()))) {
            String number = lines.size() + ".";
            lines.add(number + " for " + DurationFormatter.format(build.waiting()) + ": "
                    + Mrkdwn.line(build.why(), MAX_REASON));
            build.takeOutValue()
                    .ifPresent(value ->
                            buttons.add(new Blocks.Button("Take out " + number, ButtonAction.CANCEL.id(), value)));
        }
        String text = String.join("\n", lines);
        Blocks blocks = Blocks.start().lines(lines);
        // Each in a row of its own, as the buttons of a row need different ids.
        buttons.forEach(button -> blocks.buttons(List.of(button)));
        return Answer.ephemeral(text).withBlocks(blocks.json());
    }

    private Answer stop(Stop call, JobReference job, Target target) {
        call.call().choice().keepAsJson(target);
        Integer number = target.number();
        if (number == null) {
            return cancel(call, job, target.slot());
        }
        String name = job.link() + " #" + number;
        StopResult result = control.abort(call.origin(), new BuildReference(job.fullName(), number));
        if (result instanceof StopResult.NotYet) {
            throw new NotLoadedYetException(name);
        }
        return answer(job, result, call.because(call.call().member() + " stops " + name), name + " has ended already.");
    }

    private Answer cancel(Stop call, JobReference job, QueueSlot slot) {
        StopResult result = control.cancel(call.origin(), job.fullName(), slot);
        String left = job.link() + " has left the queue already.";
        return result instanceof StopResult.NoSuchBuild
                ? Answer.ephemeral(left)
                : answer(
                        job,
                        result,
                        call.because(call.call().member() + " has taken " + job.link() + " out of the queue"),
                        left);
    }

    private Answer answer(JobReference job, StopResult result, String stopped, String over) {
        if (result instanceof StopResult.Stopped) {
            return ChannelLine.of(control, job.fullName(), stopped);
        }
        if (result instanceof StopResult.Refused refused) {
            return Answer.ephemeral(refused.sentence());
        }
        return result instanceof StopResult.AlreadyOver ? Answer.ephemeral(over) : noSuchBuild();
    }

    private static Answer noSuchBuild() {
        return Answer.ephemeral("There is no such build any more, or none that you may see.");
    }
}
