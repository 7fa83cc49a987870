package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every build of the system is told to the system channel, with no job edited. */
@JenkinsAcceptance
class SystemChannelTest {
    @Test
    void shouldTellThatAFreestyleJobBreaksAndIsFixed(TestBed bed) {
        bed.jobDsl().run("""
            job('free') {
                parameters { stringParam('EXIT', '0') }
                steps { shell('exit $EXIT') }
            }
            """);

        for (var exit : new String[] {"0", "1", "1", "0", "0"}) {
            bed.jobs().build("free", "EXIT", exit);
        }

        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("/job/free/", bed.systemChannel()))
                .extracting(SandboxMessage::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("free #2").endsWith("broke"),
                        text -> assertThat(text).contains("free #3").endsWith("still fails, 2nd time since #2"),
                        text -> assertThat(text).contains("free #4").contains("is fixed after "));
    }

    @Test
    void shouldTellOfUnstableBuilds(TestBed bed) {
        bed.jobs().createPipeline("wobbly", "unstable 'a test fails'");

        bed.jobs().build("wobbly");

        assertThat(bed.channels()
                        .awaitAbout("wobbly #1", bed.systemChannel(), 1)
                        .get(0)
                        .headline())
                .endsWith("is unstable");
    }

    @Test
    void shouldLinkToTheBuild(TestBed bed) {
        bed.jobs().createPipeline("linked", "error 'no'");

        var build = bed.jobs().build("linked");

        assertThat(bed.channels()
                        .awaitAbout("linked", bed.systemChannel(), 1)
                        .get(0)
                        .text())
                .contains("<" + bed.process().url() + build.path() + "display/redirect|linked #1>");
    }

    @Test
    void shouldUseTheBotsNameAndIcon(TestBed bed) {
        bed.jobs().createPipeline("signed", "error 'no'");

        bed.jobs().build("signed");

        assertThat(bed.channels().awaitAbout("signed", bed.systemChannel(), 1).get(0))
                .extracting(SandboxMessage::username, SandboxMessage::iconEmoji)
                .containsExactly("Jenkins", ":jenkins:");
    }

    @Test
    void shouldArriveWithinTwoSecondsOfTheEnd(TestBed bed) {
        bed.jobDsl().run("job('prompt') { steps { shell('exit 1') } }");

        // A machine that stands still for a moment is late as well, but not each time.
        await("a message within two seconds")
                .atMost(TestBed.TIMEOUT)
                .until(() -> timeToTell(bed, "prompt"), time -> time.compareTo(Duration.ofSeconds(2)) < 0);
    }

    private static Duration timeToTell(TestBed bed, String job) {
        bed.openSystemChannel();
        var build = bed.jobs().build(job);
        var message = bed.channels()
                .awaitAbout(job + " #" + build.number() + ">", bed.systemChannel(), 1)
                .get(0);
        return Duration.between(build.endedAt(), message.receivedAt());
    }

    @Test
    void shouldTellOfAMatrixOnce(TestBed bed) {
        bed.jobDsl().run("""
            matrixJob('grid') {
                axes { text('SIDE', 'left', 'right') }
                steps { shell('exit 1') }
            }
            """);

        bed.jobs().build("grid");

        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("grid", bed.systemChannel()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("grid #1"));
    }

    @Test
    void shouldTellOfADeclarativePipeline(TestBed bed) {
        bed.jobs()
                .createPipeline(
                        "declared", "pipeline { agent any; stages { stage('Test') { steps { error 'no' } } } }");

        bed.jobs().build("declared");

        assertThat(bed.channels().awaitAbout("declared #1", bed.systemChannel(), 1))
                .hasSize(1);
    }

    @Test
    void shouldTellOfJobsInFolders(TestBed bed) {
        bed.jobDsl().run("""
            folder('team') { displayName('Team A') }
            job('team/inner') { steps { shell('exit 1') } }
            """);

        bed.jobs().build("team/inner");

        assertThat(bed.channels().awaitAbout("Team A » inner #1", bed.systemChannel(), 1))
                .hasSize(1);
    }

    @Test
    void shouldTellOfEachBranch(TestBed bed) {
        var repository = GitRepository.create();
        repository.commit("main", "Jenkinsfile", "error 'no'");
        repository.commit("calm", "Jenkinsfile", "echo 'all is well'");
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        bed.jobDsl().run("""
            multibranchPipelineJob('branches') {
                branchSources { git { id('it'); remote('%s') } }
            }
            """.formatted(repository.url()));

        bed.jobs().build("branches/main", 1).await();
        bed.jobs().build("branches/calm", 1).await();

        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("branches", bed.systemChannel()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("main of branches #1"));
    }

    @Test
    void shouldKeepOutJobsThatOptOut(TestBed bed) {
        bed.jobDsl().run("""
            job('quiet') {
                properties { slackNotifyOptOut() }
                steps { shell('exit 1') }
            }
            """);
        bed.jobs().createPipeline("quiet-pipeline", "properties([slackNotifyOptOut()]); error 'no'");

        bed.jobs().build("quiet");
        bed.jobs().build("quiet-pipeline");

        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("quiet", bed.systemChannel())).isEmpty();
    }

    @Test
    void shouldSayInTheConsoleWhatWasHandedOver(TestBed bed) {
        bed.jobs().createPipeline("spoken", "error 'no'");
        bed.jobs().createPipeline("unspoken", "echo 'fine'");

        assertThat(bed.jobs().build("spoken").consoleLines("[Slack]"))
                .containsExactly("[Slack] Handed over for #" + bed.systemChannel());
        assertThat(bed.jobs().build("unspoken").consoleLines("[Slack]")).isEmpty();
    }

    @Test
    void shouldSendNamesAsPlainText(TestBed bed) {
        bed.jobDsl().run("""
            job('odd') {
                displayName('<!channel> & \\uD83D\\uDE80 "quoted" <https://example.org|here>')
                steps { shell('exit 1') }
            }
            """);

        bed.jobs().build("odd");

        assertThat(bed.channels()
                        .awaitAbout("/job/odd/", bed.systemChannel(), 1)
                        .get(0)
                        .text())
                .contains("&lt;!channel&gt; &amp; \uD83D\uDE80 \"quoted\"")
                .doesNotContain("<!channel>", "<https://example.org");
    }
}
