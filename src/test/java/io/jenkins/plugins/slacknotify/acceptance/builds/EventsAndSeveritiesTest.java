package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that it is the administrator's choice which builds the system channel hears of, and how bad they are. */
@JenkinsAcceptance(resetAfterEach = true)
class EventsAndSeveritiesTest {
    @Test
    void shouldTellOfChosenEventsOnly(TestBed bed) {
        bed.configuration().set("events: [success, aborted, notBuilt]");
        bed.jobs().createPipeline("good", "echo 'fine'");
        bed.jobs().createPipeline("bad", "error 'no'");
        bed.jobs().createPipeline("stopped", "currentBuild.result = 'ABORTED'");
        bed.jobs().createPipeline("skipped", "currentBuild.result = 'NOT_BUILT'");

        for (var job : new String[] {"bad", "good", "stopped", "skipped"}) {
            bed.jobs().build(job);
        }

        assertThat(bed.channels()
                        .awaitAbout("good #1", bed.systemChannel(), 1)
                        .get(0)
                        .headline())
                .endsWith("succeeded");
        assertThat(bed.channels()
                        .awaitAbout("stopped #1", bed.systemChannel(), 1)
                        .get(0)
                        .headline())
                .endsWith("was aborted");
        assertThat(bed.channels()
                        .awaitAbout("skipped #1", bed.systemChannel(), 1)
                        .get(0)
                        .headline())
                .endsWith("was not built");
        assertThat(bed.channels().messagesAbout("bad #1", bed.systemChannel())).isEmpty();
    }

    @Test
    void shouldPassAbortedBuildsOverWhenItJudgesTheNext(TestBed bed) {
        bed.jobDsl().run("""
            job('hesitant') {
                parameters { stringParam('COMMAND') }
                steps { shell('eval "$COMMAND"') }
            }
            """);
        bed.jobs().build("hesitant", "COMMAND", "exit 1");
        var aborted = bed.jobs().start("hesitant", Map.of("COMMAND", "sleep 60"));
        aborted.awaitConsole("sleep");
        aborted.stop();
        aborted.await();

        bed.jobs().build("hesitant", "COMMAND", "exit 1");

        assertThat(bed.channels().awaitAbout("hesitant", bed.systemChannel(), 2))
                .extracting(SandboxMessage::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("#1"),
                        text -> assertThat(text).contains("#3").endsWith("still fails, 2nd time since #1"));
    }

    @Test
    void shouldRateByTheDefaultTable(TestBed bed) {
        bed.jobs().createPipeline("rated", "error 'no'");

        bed.jobs().build("rated");

        assertThat(bed.channels()
                        .awaitAbout("rated", bed.systemChannel(), 1)
                        .get(0)
                        .layout())
                .contains("Error");
    }

    @Test
    void shouldRateByTheAdministratorsTable(TestBed bed) {
        bed.configuration().set("severities: {failure: CRITICAL}");
        bed.jobs().createPipeline("alarming", "error 'no'");

        bed.jobs().build("alarming");

        var message =
                bed.channels().awaitAbout("alarming", bed.systemChannel(), 1).get(0);
        assertThat(message.text()).startsWith(":rotating_light:");
        assertThat(message.layout()).contains("Critical");
    }

    @Test
    void shouldBeQuietWhileSwitchedOff(TestBed bed) {
        bed.configuration().set("enabled: false");
        bed.jobs().createPipeline("muted", "error 'no'");
        var build = bed.jobs().build("muted");

        bed.reset();

        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("muted", bed.systemChannel())).isEmpty();
        assertThat(build.consoleLines("[Slack]")).isEmpty();
    }

    @Test
    void shouldRefuseAnUnknownEventWithTheKnownOnes(TestBed bed) {
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {events: [exploded]}}"))
                .contains("Unknown event 'exploded'", "stillFailing");
    }

    @Test
    void shouldRefuseForPeopleWhatHappensWhileABuildRuns(TestBed bed) {
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {personal: {mandatory: [started]}}}"))
                .contains("Unknown event 'started'", "stillFailing");
    }

    @Test
    void shouldRefuseAnUnknownSeverityWithTheKnownOnes(TestBed bed) {
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {severities: {failure: LOUD}}}"))
                .contains("Unknown severity 'LOUD'", "CRITICAL");
    }
}
