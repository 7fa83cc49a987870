package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.junit.jupiter.api.Test;

/** Tests what a message says of a build beyond its outcome. */
@JenkinsAcceptance
class FindingsTest {
    @Test
    void shouldCountTestsAndBadBuilds(TestBed bed) {
        bed.jobs().createPipeline("tested", """
            node {
                def number = currentBuild.number
                def failure = "<failure message='no'/>"
                def test = "<testcase classname='shop.CartTest' name="
                writeFile file: 'r.xml', text: "<testsuite name='shop'>" +
                    "${test}'adds'>${number == 2 || number == 3 ? failure : ''}</testcase>" +
                    "${test}'pays'>${number == 3 ? failure : ''}</testcase>" +
                    "${test}'ships'/></testsuite>"
                junit 'r.xml'
            }
            """);

        for (int number = 1; number <= 4; number++) {
            bed.jobs().build("tested");
        }

        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("/job/tested/", bed.systemChannel()))
                .satisfiesExactly(
                        second -> {
                            assertThat(second.headline())
                                    .contains("tested #2")
                                    .endsWith("is unstable: 1 test newly fails");
                            assertThat(second.layout())
                                    .contains("• `shop.CartTest.adds`")
                                    .contains("?page=tests|Tests");
                        },
                        third -> {
                            assertThat(third.headline())
                                    .contains("tested #3")
                                    .endsWith("is still unstable, 2nd time since #2: 2 tests fail (1 new)");
                            assertThat(third.layout())
                                    .contains("shop.CartTest.pays")
                                    .doesNotContain("shop.CartTest.adds");
                        },
                        fourth -> assertThat(fourth.text())
                                .contains("tested #4")
                                .containsPattern("is fixed after (less than a second|\\d+ (s|min))"));
    }

    @Test
    void shouldNameTheCellInWhichATestFails(TestBed bed) {
        bed.jobDsl().run("""
            matrixJob('tested-cells') {
                axes { text('SIDE', 'left', 'right') }
                steps { shell('''
                    echo "<testsuite name='s'><testcase classname='a.B' name='c'><failure message='no $SIDE'/></testcase></testsuite>" > r.xml
                ''') }
                publishers { archiveJunit('r.xml') }
            }
            """);

        bed.jobs().build("tested-cells");

        assertThat(bed.channels()
                        .awaitAbout("tested-cells #1", bed.systemChannel(), 1)
                        .get(0)
                        .layout())
                .contains("`a.B.c (left)`: no left", "`a.B.c (right)`: no right");
    }

    @Test
    void shouldTellAGoodBuildOfTestsThatMayFail(TestBed bed) {
        bed.configuration().set("events: [success]");
        bed.jobs().createPipeline("lenient", """
            node {
                writeFile file: 'r.xml',
                    text: "<testsuite name='s'><testcase classname='a.B' name='c'><failure message='no'/></testcase></testsuite>"
                junit testResults: 'r.xml', skipMarkingBuildUnstable: true
            }
            """);

        bed.jobs().build("lenient");

        var message =
                bed.channels().awaitAbout("lenient #1", bed.systemChannel(), 1).get(0);
        assertThat(message.headline()).endsWith("succeeded");
        assertThat(message.layout()).contains("• `a.B.c`: no");
        bed.reset();
    }

    @Test
    void shouldNameTheStageThatFailed(TestBed bed) {
        bed.jobs().createPipeline("staged", """
            stage('Build') { try { error 'not this' } catch (e) { echo 'never mind' } }
            stage('Checks') {
                parallel unit: { stage('Unit') { error 'nothing adds up' } }, lint: { echo 'fine' }
            }
            """);

        bed.jobs().build("staged");

        assertThat(bed.channels()
                        .awaitAbout("staged #1", bed.systemChannel(), 1)
                        .get(0))
                .satisfies(message -> {
                    assertThat(message.headline()).endsWith("failed: stage Unit (unit)");
                    assertThat(message.layout()).contains("`nothing adds up`");
                });
    }

    @Test
    void shouldNameTheBuildThatFailedDownstream(TestBed bed) {
        bed.jobDsl().run("job('below') { steps { shell('exit 1') } }");
        bed.jobs().createPipeline("above", "stage('Below') { build 'below' }");

        bed.jobs().build("above");

        assertThat(bed.channels()
                        .awaitAbout("above #1", bed.systemChannel(), 1)
                        .get(0)
                        .layout())
                .contains("`below #1 completed with status FAILURE");
    }

    @Test
    void shouldListDownstreamBuildsInTheThread(TestBed bed) {
        bed.jobDsl().run("""
            folder('deep') { displayName('Deep <down>') }
            ['deep/bad': 'exit 1', 'deep/good': 'true', 'deep/aside': 'true', 'deep/waited': 'exit 1', 'deep/last': 'true'].each { name, script ->
                job(name) { quietPeriod(0); steps { shell(script) } }
            }
            """);
        bed.jobs().createPipeline("starting", """
            build job: 'deep/aside', waitForStart: true
            build job: 'deep/good'
            build job: 'deep/bad', propagate: false
            waitForBuild build(job: 'deep/waited', waitForStart: true).externalizableId
            build job: 'deep/last'
            error 'no'
            """);

        bed.jobs().build("starting");

        // The first three are noted on the build before the last one starts.
        assertThat(bed.channels().awaitAbout("downstream builds", bed.systemChannel(), 1))
                .singleElement()
                .satisfies(thread -> {
                    assertThat(thread.threadTs()).isNotNull();
                    assertThat(thread.text())
                            .containsPattern("/job/deep/job/bad/1/[^|]*\\|Deep &lt;down&gt; » bad #1> failed")
                            .containsPattern("/job/deep/job/waited/1/[^|]*\\|Deep &lt;down&gt; » waited #1> failed")
                            .containsPattern("/job/deep/job/good/1/[^|]*\\|Deep &lt;down&gt; » good #1> succeeded")
                            .containsPattern("/job/deep/job/aside/1/[^|]*\\|Deep &lt;down&gt; » aside #1> started")
                            .containsSubsequence("bad #1", "good #1", "aside #1");
                });
    }

    @Test
    void shouldNameTheStageWhileThePipelineStillRuns(TestBed bed) {
        bed.channels().open("meanwhile");
        bed.jobs().createPipeline("deploying", """
            pipeline {
                agent none
                stages { stage('Deploy') { steps { error 'timed out' } } }
                post { failure { slackNotify channel: '#meanwhile' } }
            }
            """);

        bed.jobs().build("deploying");

        assertThat(bed.channels().await("meanwhile", 1).get(0).headline()).endsWith("failed: stage Deploy");
    }

    @Test
    void shouldKeepTheLastLinesOfTheStepThatFailed(TestBed bed) {
        bed.jobs().createPipeline("logged", """
            node {
                stage('Build') { sh 'echo built' }
                stage('Test') { sh 'for i in $(seq 100); do echo line-$i; done; exit 3' }
            }
            """);
        bed.jobs().build("logged");

        String log = bed.admin().script("""
            import io.jenkins.plugins.slacknotify.event.build.Outcome
            import io.jenkins.plugins.slacknotify.trigger.findings.RunFindings
            import io.jenkins.plugins.slacknotify.trigger.findings.StageReader
            def run = Jenkins.get().getItemByFullName('logged').lastBuild
            def report = StageReader.getMethod('report', hudson.model.Run).invoke(null, run) // Groovy calls no static method of an interface
            println RunFindings.of(run, Outcome.FAILURE, null, null, report).failedStage()
            """);

        assertThat(log)
                .contains("name=Test, outcome=FAILURE, error=script returned exit code 3", "line-100, + exit 3")
                .doesNotContain("built", "line-50,");
    }
}
