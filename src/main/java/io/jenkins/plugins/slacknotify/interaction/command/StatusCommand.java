package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how a job or build stands: how it ended, since when it is bad, who broke it, and what runs. */
final class StatusCommand implements Command {
    private final BuildControl control;

    StatusCommand(BuildControl control) {
        this.control = control;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("status", "state"),
                "[JOB [NUMBER]]",
                "how a job stands, since when, who broke it, and what runs or waits; without a job, what runs and waits in all");
    }

    @Override
    public Optional<CommandLine> meant(CommandCall call) {
        return Question.answered(control, call);
    }

    @Override
    public Answer run(CommandCall call) {
        return call.line().words().isEmpty() && call.here().isEmpty()
                ? overview(call)
                : new BuildArgument(control, call).with(meant -> status(call, meant));
    }

    private Answer overview(CommandCall call) {
        int running = control.running(call.as()).size();
        int waiting = control.queue(call.as()).size();
        return Answer.ephemeral(
                BuildSentences.count(running, "build runs", "builds run") + ", and "
                        + BuildSentences.count(waiting, "waits", "wait")
                        + " in the queue, of what you may see. `running` and `queue` name them; `status JOB` looks at one job.");
    }

    private Answer status(CommandCall call, BuildArgument.Meant meant) {
        JobReference job = meant.job();
        Integer number = meant.number();
        if (number != null) {
            BuildReference build = new BuildReference(job.fullName(), number);
            return control.facts(call.as(), build)
                    .map(event -> Answer.ephemeral(String.join("\n", lines(event))))
                    .orElseGet(() -> BuildArgument.noBuild(build));
        }
        List<String> lines = new ArrayList<>();
        Optional<BuildEvent> verdict =
                control.lastVerdict(call.as(), job.fullName()).flatMap(build -> control.facts(call.as(), build));
        verdict.ifPresentOrElse(
                event -> lines.addAll(lines(event)),
                () -> lines.add(job.link() + " has no build that ended by itself."));
        control.running(call.as()).stream()
                .filter(build -> build.job().fullName().equals(job.fullName()))
                .map(StatusCommand::running)
                .forEach(lines::add);
        control.queue(call.as()).stream()
                .filter(build -> build.job().fullName().equals(job.fullName()))
                .map(build -> ":hourglass: " + BuildSentences.waiting(build))
                .forEach(lines::add);
        return Answer.ephemeral(String.join("\n", lines));
    }

    private List<String> lines(BuildEvent event) {
        List<String> lines = new ArrayList<>();
        lines.add(control.appearance().headline(event));
        lines.add(BuildSentences.when(event));
        BuildSentences.streak(event).ifPresent(lines::add);
        BuildSentences.breakers(event).ifPresent(lines::add);
        BuildSentences.firstFailure(event).ifPresent(lines::add);
        return lines;
    }

    private static String running(BuildProgress build) {
        return ":hourglass_flowing_sand: " + BuildSentences.progress(build);
    }
}
