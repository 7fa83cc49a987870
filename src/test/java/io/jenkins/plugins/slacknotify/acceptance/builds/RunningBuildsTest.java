package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests what is told of builds while they run, and of those that run others again. */
@JenkinsAcceptance(resetAfterEach = true)
class RunningBuildsTest {
    @Test
    void shouldTurnTheStartIntoTheResult(TestBed bed) {
        bed.configuration().set("events: [started]");
        bed.jobDsl().run("job('begun') { steps { shell('while [ ! -e go ]; do sleep 0.1; done') } }");
        var build = bed.jobs().start("begun");
        assertThat(bed.channels()
                        .awaitAbout("begun #1", bed.systemChannel(), 1)
                        .get(0)
                        .text())
                .startsWith(":arrow_forward: ")
                .endsWith("started");

        bed.admin().script("new File(Jenkins.get().getItem('begun').lastBuild.workspace.remote, 'go').text = ''");
        build.await();

        awaitTexts(bed, "begun", "succeeded");
        assertThat(bed.channels().messagesAbout("begun", bed.systemChannel())).hasSize(1);
    }

    @Test
    void shouldShowAnEndThatNoRuleRoutesAsTheDestinationSays(TestBed bed) {
        bed.channels().open("partners");
        bed.configuration()
                .set(
                        "threadDetails: full",
                        "routing: {destinations: [{name: partners, channel: '#partners', threadDetails: none, language: de}],"
                                + " rules: [{name: Partners, jobs: [discreet], events: [started], to: [partners],"
                                + " mention: [here]}]}");
        bed.jobs()
                .createPipeline(
                        "discreet",
                        "input id: 'Go', message: 'Go?'\nnode { sh 'echo ERROR: acme-corp is the customer; exit 1' }");
        var build = bed.jobs().start("discreet");
        assertThat(bed.channels().awaitAbout("discreet", "partners", 1).get(0).text())
                .startsWith("<!here> ")
                .endsWith("läuft");
        build.answer("Go/proceedEmpty");
        build.await();

        bed.waits().untilChannelSays("partners", "discreet", "ist fehlgeschlagen.*", "ist fehlgeschlagen.*");
        bed.waits().untilNothingIsLeftOf("discreet");
        assertThat(bed.channels().messagesAbout("", "partners"))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.content().toString()).doesNotContain("acme-corp", "<!here>"));
    }

    @Test
    void shouldSayThatAQuestionWasRejectedOrNotAnswered(TestBed bed) {
        bed.configuration().set("events: [started, waitingForInput]");
        bed.jobs().createPipeline("refused", "input message: 'Really?', id: 'Really'");
        var build = bed.jobs().start("refused");
        bed.channels().awaitAbout("refused", bed.systemChannel(), 2);
        build.answer("Really/abort");
        assertThat(build.await().result()).isEqualTo("ABORTED");
        awaitTexts(bed, "refused", "was aborted: Rejected by admin", "Really\\? — rejected by admin after .*");

        bed.jobs().createPipeline("ignored", "timeout(time: 1, unit: 'HOURS') { input 'Anybody?' }");
        var ignored = bed.jobs().start("ignored");
        bed.channels().awaitAbout("ignored", bed.systemChannel(), 2);
        letTimeOut(bed, "ignored");
        ignored.await();
        awaitTexts(bed, "ignored", "ran out of time.*", "Anybody\\? — not answered after .*");
    }

    @Test
    void shouldAskInTheStageOfADeclarativePipeline(TestBed bed) {
        bed.configuration().set("events: [waitingForInput]");
        bed.jobs().createPipeline("staged-asking", """
            pipeline {
                agent none
                stages {
                    stage('Deploy') {
                        input { message "Deploy ${currentBuild.displayName}?"; submitter 'admin' }
                        steps { echo 'done' }
                    }
                }
            }
            """);
        var build = bed.jobs().start("staged-asking");
        awaitTexts(bed, "staged-asking", "waits for input: <.*/input/\\|Deploy #1\\?>");
        build.stop();
        build.await();

        awaitTexts(bed, "staged-asking", "was aborted by admin: stage Deploy");
    }

    @Test
    void shouldSayOnceThatABuildTakesLong(TestBed bed) {
        bed.configuration().set("events: [runningLong]");
        bed.jobDsl().run("""
            job('slow') {
                parameters { stringParam('SECONDS_TO_SLEEP') }
                steps { shell('sleep $SECONDS_TO_SLEEP') }
            }
            """);
        bed.jobs().createPipeline("slow-pipeline", "if (currentBuild.number > 1) { sleep 600 }");
        bed.jobs().build("slow", "SECONDS_TO_SLEEP", "0");
        bed.jobs().build("slow-pipeline");
        var slow = bed.jobs().start("slow", Map.of("SECONDS_TO_SLEEP", "600"));
        var pipeline = bed.jobs().start("slow-pipeline").awaitConsole("Sleeping");

        assertThat(bed.admin().script("""
            import io.jenkins.plugins.slacknotify.trigger.running.LongRunningBuildMonitor
            def start = hudson.model.Run.getDeclaredField('startTime')
            start.accessible = true
            for (def name : ['slow', 'slow-pipeline']) {
                start.setLong(Jenkins.get().getItem(name).lastBuild, System.currentTimeMillis() - 3600_000)
            }
            def watch = ExtensionList.lookupSingleton(LongRunningBuildMonitor)
            watch.doRun()
            watch.doRun()
            print 'looked'
            """)).isEqualTo("looked");

        awaitTexts(bed, "/job/slow/", "slow #2>\\* is still running after 1 h.*, usually .*");
        awaitTexts(bed, "/job/slow-pipeline/", "slow-pipeline #2>\\* is still running after 1 h.*, usually .*");
        slow.stop();
        pipeline.stop();
        awaitTexts(bed, "/job/slow/", "was aborted by admin");
        awaitTexts(bed, "/job/slow-pipeline/", "was aborted by admin.*");
    }

    @Test
    void shouldSayBelowABuildHowItsReplayEnded(TestBed bed) {
        bed.configuration().set("events: [failure]");
        bed.jobs().createPipeline("replayed", "error 'no'");
        bed.jobs().build("replayed");
        bed.channels().awaitAbout("replayed", bed.systemChannel(), 1);
        bed.admin().script("""
            import org.jenkinsci.plugins.workflow.cps.replay.ReplayAction
            Jenkins.get().getItem('replayed').lastBuild.getAction(ReplayAction).run2("echo 'yes'", [:])
            """);
        bed.jobs().build("replayed", 2).await();

        awaitTexts(bed, "replayed", "failed", "replayed #2>\\* \\(re-run of #1\\) is fixed after .*");
        assertThat(bed.channels().messagesAbout("replayed", bed.systemChannel()))
                .extracting(SandboxMessage::isReply)
                .containsExactly(false, true);
    }

    @Test
    void shouldSayBelowABuildHowItsRestartFromAStageEnded(TestBed bed) {
        bed.configuration().set("events: [failure]");
        bed.jobs().createPipeline("restarted", """
            pipeline {
                agent none
                stages { stage('Deploy') { steps { script { if (currentBuild.number == 1) error('no') } } } }
            }
            """);
        bed.jobs().build("restarted");
        bed.channels().awaitAbout("restarted", bed.systemChannel(), 1);
        bed.admin().script("""
            import org.jenkinsci.plugins.pipeline.modeldefinition.actions.RestartDeclarativePipelineAction
            Jenkins.get().getItem('restarted').lastBuild.getAction(RestartDeclarativePipelineAction).run('Deploy')
            """);
        bed.jobs().build("restarted", 2).await();

        awaitTexts(bed, "restarted", "failed: stage Deploy", "restarted #2>\\* \\(re-run of #1\\) is fixed.*");
    }

    /** As if the time of its step {@code timeout} were up. */
    private static void letTimeOut(TestBed bed, String job) {
        bed.admin().script("""
            Jenkins.get().getItem('%s').lastBuild.execution.getCurrentExecutions(false).get()
                .findAll { it.class.simpleName == 'TimeoutStepExecution' }.each { it.cancel() }
            """.formatted(job));
    }

    /** Waits until the messages about something are as many, and end in these, oldest first. */
    private static void awaitTexts(TestBed bed, String word, String... ends) {
        await("the messages about " + word)
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.channels().messagesAbout(word, bed.systemChannel()))
                        .extracting(SandboxMessage::headline)
                        .zipSatisfy(
                                List.of(ends), (text, end) -> assertThat(text).matches("(?s).*" + end)));
    }
}
