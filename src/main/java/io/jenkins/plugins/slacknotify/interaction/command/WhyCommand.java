package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why a job is bad: since when, by which build, with which commits and by whom, and what fails first. */
final class WhyCommand implements Command {
    private final BuildControl control;

    WhyCommand(BuildControl control) {
        this.control = control;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("main", "why", "blame"),
                "JOB [NUMBER]",
                "who broke a job: since when it is bad, the first bad build, its commits, and what fails first");
    }

    @Override
    public Answer run(CommandCall call) {
        return new BuildArgument(control, call)
                .with(meant -> build(call, meant)
                        .map(build -> control.facts(call.as(), build)
                                .map(event -> Answer.ephemeral(String.join("\n", lines(call, event))))
                                .orElseGet(() -> BuildArgument.noBuild(build)))
                        .orElseGet(() -> Answer.ephemeral(meant.job().link() + " has no build that ended by itself.")));
    }

    private Optional<BuildReference> build(CommandCall call, BuildArgument.Meant meant) {
        String job = meant.job().fullName();
        Integer number = meant.number();
        return number == null ? control.lastVerdict(call.as(), job) : Optional.of(new BuildReference(job, number));
    }

    private List<String> lines(CommandCall call, BuildEvent event) {
        List<String> lines = new ArrayList<>();
        lines.add(control.appearance().headline(event));
        if (!event.outcome().isBad()) {
            lines.add(notBad(event));
            return lines;
        }
        BuildSentences.streak(event).ifPresent(lines::add);
        BuildEvent first = first(call, event);
        List<String> changes = BuildSentences.changes(first);
        lines.add(
                changes.isEmpty()
                        ? "#" + first.key().build() + ", the first bad build, has no commits."
                        : "Commits of #" + first.key().build() + ", the first bad build:");
        lines.addAll(changes);
        BuildSentences.breakers(event).or(() -> BuildSentences.breakers(first)).ifPresent(lines::add);
        BuildSentences.firstFailure(event).ifPresent(lines::add);
        return lines;
    }

    /** Says that a build is not bad: it is good, still runs, or was stopped. */
    private static String notBad(BuildEvent event) {
        if (event.running()) {
            return "It still runs, and nothing has gone wrong so far.";
        }
        return event.outcome().isVerdict()
                ? "It is good, so there is nothing to blame anybody for."
                : "It did not run to its end, so it says nothing of what was built.";
    }

    /** The first bad build; the build itself where that is not there any more. */
    private BuildEvent first(CommandCall call, BuildEvent event) {
        FailureStreak streak = event.findings().failureStreak();
        if (streak == null || streak.firstBuild() == event.key().build()) {
            return event;
        }
        return control.facts(call.as(), new BuildReference(event.key().job(), streak.firstBuild()))
                .orElse(event);
    }
}
