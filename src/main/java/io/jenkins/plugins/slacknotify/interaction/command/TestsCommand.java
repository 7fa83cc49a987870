package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/** Names the tests of a build that fail, those first that began to fail in it. */
final class TestsCommand implements Command {
    private static final int MAX_TESTS = 20;

    private final BuildControl control;

    TestsCommand(BuildControl control) {
        this.control = control;
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(List.of("tests", "test"), "JOB [NUMBER]", "the tests of a build that fail");
    }

    @Override
    public Answer run(CommandCall call) {
        return new BuildArgument(control, call)
                .withBuild(build -> control.facts(call.as(), build)
                        .map(event -> Answer.ephemeral(control.appearance().headline(event) + "\n"
                                + tests(event.findings().tests())))
                        .orElseGet(() -> BuildArgument.noBuild(build)));
    }

    private static String tests(TestResultSummary tests) {
        if (tests == null) {
            return "It has no test results.";
        }
        List<String> lines = new ArrayList<>();
        lines.add(tests.failed() + " of " + BuildSentences.count(tests.total(), "test fails", "tests fail") + ", "
                + tests.newlyFailed() + " of them new.");
        tests.failing().stream()
                .limit(MAX_TESTS)
                .map(name -> "• " + Mrkdwn.quoted(name) + (tests.newlyFailing().contains(name) ? " (new)" : ""))
                .forEach(lines::add);
        if (tests.failed() > MAX_TESTS) {
            lines.add("… and " + (tests.failed() - MAX_TESTS) + " more");
        }
        return String.join("\n", lines);
    }
}
