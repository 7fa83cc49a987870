package io.jenkins.plugins.slacknotify.control.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.control.input.WaitingQuestions;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.interaction.page.BuildPart;
import io.jenkins.plugins.slacknotify.interaction.preview.LinkContext;
import io.jenkins.plugins.slacknotify.interaction.preview.PageContent;
import io.jenkins.plugins.slacknotify.interaction.preview.PartContent;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.findings.NodeReader;
import io.jenkins.plugins.slacknotify.trigger.findings.NodeReport;
import io.jenkins.plugins.slacknotify.trigger.findings.TestReportReader;
import io.jenkins.plugins.slacknotify.trigger.input.WaitingQuestion;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what the pages of a build show, as the user of this thread. */
final class BuildContents {
    private final ChannelTerms terms;
    private final InstantSource clock;

    BuildContents(ChannelTerms terms, InstantSource clock) {
        this.terms = terms;
        this.clock = clock;
    }

    PageContent of(Run<?, ?> run, BuildPart part, LinkContext place) {
        ChannelTerms.Terms here = terms.of(run.getParent(), place);
        EngineSettings settings = SlackNotifyConfiguration.get().toEngineSettings();
        BuildEvent event = run.isBuilding() ? RunEvents.current(run, clock) : RunEvents.past(run);
        BuildEvent shown = restrict(event, here.details());
        List<InputQuestion> questions = run.isBuilding()
                ? WaitingQuestions.of(run).stream()
                        .map(WaitingQuestion::question)
                        .toList()
                : List.of();
        return new PageContent.OfBuild(
                shown,
                settings.rate(event),
                part(run, shown, part, here.details()),
                questions,
                run.isBuilding() ? NodeReader.stagesOf(run) : List.of(),
                here.look());
    }

    /**
     * Removes from an event what its channel must not show. More strictly than for messages, as anybody who posts a link gets a
     * preview.
     */
    private static BuildEvent restrict(BuildEvent event, ThreadDetails details) {
        BuildEvent shown = details.restrict(event).withoutParticipants();
        TestResultSummary tests = shown.findings().tests();
        return tests == null || details != ThreadDetails.NONE
                ? shown
                : shown.toBuilder()
                        .findings(shown.findings().toBuilder()
                                .tests(new TestResultSummary(
                                        tests.total(),
                                        tests.failed(),
                                        tests.skipped(),
                                        tests.newlyFailed(),
                                        List.of(),
                                        List.of()))
                                .build())
                        .build();
    }

    private static PartContent part(Run<?, ?> run, BuildEvent event, BuildPart part, ThreadDetails details) {
        if (part instanceof BuildPart.Stage stage) {
            return NodeReader.report(run, stage.node())
                    .map(BuildContents::stage)
                    .orElseGet(PartContent.Nothing::new);
        }
        if (part instanceof BuildPart.Log log) {
            return LogContents.of(run, log, details.showsLog());
        }
        if (part instanceof BuildPart.Tests) {
            return tests(event.findings().tests(), details);
        }
        if (part instanceof BuildPart.Test test) {
            return test(run, test.path(), details);
        }
        if (part instanceof BuildPart.Artifact artifact) {
            return ArtifactContents.of(run, artifact.path());
        }
        return part instanceof BuildPart.Changes ? new PartContent.OfChanges() : new PartContent.Nothing();
    }

    private static PartContent stage(NodeReport node) {
        String name =
                Stream.of(node.stage(), node.step()).filter(Objects::nonNull).collect(Collectors.joining(": "));
        return new PartContent.OfStage(name.isEmpty() ? "?" : name, node.state(), node.duration());
    }

    private static PartContent tests(@CheckForNull TestResultSummary tests, ThreadDetails details) {
        return tests == null
                ? new PartContent.Nothing()
                : new PartContent.OfTests(
                        tests.total(),
                        tests.failed(),
                        tests.skipped(),
                        details == ThreadDetails.NONE ? List.of() : tests.failing());
    }

    /** Reads a test, unless the channel must not show tests. */
    private static PartContent test(Run<?, ?> run, String path, ThreadDetails details) {
        return details == ThreadDetails.NONE
                ? new PartContent.Nothing()
                : TestReportReader.test(run, path)
                        .<PartContent>map(test -> new PartContent.OfTest(
                                test.name(),
                                test.total(),
                                test.failed(),
                                test.skipped(),
                                test.duration(),
                                test.total() == 1 ? test.reason() : null))
                        .orElseGet(PartContent.Nothing::new);
    }
}
