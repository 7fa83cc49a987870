package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which stages of a pipeline a message names, and why. */
@JenkinsAcceptance(resetAfterEach = true)
class FailedStagesTest {
    @BeforeEach
    void hearOfAll(TestBed bed) {
        bed.configuration().set("events: [success, unstable, failure]");
    }

    @Test
    void shouldNotTellOfErrorsThatDidNotEndTheBuild(TestBed bed) {
        SandboxMessage tests = message(bed, "caught", """
            node {
                stage('Integration') { try { error 'flaky network' } catch (e) { echo 'never mind' } }
                stage('Unit') {
                    writeFile file: 'r.xml',
                        text: "<testsuite name='s'><testcase classname='a.B' name='c'><failure message='no'/></testcase></testsuite>"
                    junit 'r.xml'
                }
            }
            """);
        SandboxMessage retried = message(bed, "retried", """
            stage('Integration') { int n = 0; retry(3) { if (n++ < 2) error 'flaky network' } }
            stage('Check') { currentBuild.result = 'UNSTABLE' }
            """);
        SandboxMessage repeated = message(bed, "repeated", """
            pipeline {
                agent none
                options { retry(2) }
                stages {
                    stage('Integration') {
                        steps {
                            script {
                                if (!currentBuild.description) {
                                    currentBuild.description = 'again'
                                    error 'flaky network'
                                }
                            }
                        }
                    }
                    stage('Check') { steps { script { currentBuild.result = 'UNSTABLE' } } }
                }
            }
            """);
        SandboxMessage later = message(bed, "caught-stage", """
            try { stage('Integration') { error 'flaky network' } } catch (e) { echo 'never mind' }
            stage('Later') { currentBuild.result = 'FAILURE' }
            """);

        assertThat(tests.headline()).endsWith("is unstable: 1 test newly fails");
        assertThat(retried.headline()).endsWith("is unstable");
        assertThat(repeated.headline()).endsWith("is unstable");
        assertThat(later.headline()).endsWith("failed: stage Later");
        for (SandboxMessage message : new SandboxMessage[] {tests, retried, repeated, later}) {
            assertThat(message.layout()).doesNotContain("Integration", "flaky network");
        }
    }

    @Test
    void shouldTellTheErrorThatEndedTheBuildAndNoOther(TestBed bed) {
        SandboxMessage cleaned = message(bed, "cleaned", """
            stage('Build') { try { error 'real' } finally { try { error 'clean-up' } catch (e) { echo 'no' } } }
            """);
        SandboxMessage script = message(bed, "scripted", "stage('Script') { def nothing = null; nothing.foo() }");
        SandboxMessage result = message(bed, "by-hand", """
            try { stage('Build') { error 'compile' } } catch (e) { currentBuild.result = 'FAILURE' }
            """);
        SandboxMessage outside = message(bed, "no-stage", "node { sh 'exit 4' }");

        assertThat(cleaned.headline()).endsWith("failed: stage Build");
        assertThat(cleaned.layout()).contains("`real`").doesNotContain("clean-up");
        assertThat(script.headline()).endsWith("failed: stage Script");
        assertThat(script.layout()).contains("NullPointerException");
        assertThat(result.headline()).endsWith("failed: stage Build");
        assertThat(outside.layout()).contains("`script returned exit code 4`");
    }

    @Test
    void shouldSayWhyAStageIsUnstableAndThatOneOfAGoodBuildFailed(TestBed bed) {
        SandboxMessage unstable = message(bed, "wobbly", "stage('Lint') { unstable '7 warnings too many' }");
        SandboxMessage warned =
                message(bed, "warned", "stage('Lint') { warnError('Lint is unhappy') { error 'semicolon' } }");
        SandboxMessage good = message(bed, "tolerant", """
            stage('Optional') { catchError(buildResult: 'SUCCESS', stageResult: 'FAILURE') { error 'broke' } }
            stage('Ignored') { catchError(buildResult: 'SUCCESS', stageResult: 'SUCCESS') { error 'never mind' } }
            stage('Lint') { catchError(buildResult: null, stageResult: null) { error 'never mind this' } }
            stage('Style') { catchError(buildResult: currentBuild.result, stageResult: 'UNSTABLE') { error 'a tab' } }
            stage('Rest') { echo 'ok' }
            """);
        SandboxMessage caught = message(bed, "noted", """
            stage('Opt') { catchError { error 'default' } }
            stage('Rest') { echo 'ok' }
            """);

        assertThat(unstable.layout()).contains("Stage *Lint* is unstable: `7 warnings too many`");
        assertThat(warned.layout()).contains("Stage *Lint* is unstable: `Lint is unhappy: semicolon`");
        assertThat(good.headline()).endsWith("succeeded");
        assertThat(good.layout())
                .contains("Stage *Optional* failed: `broke`", "Stage *Style* is unstable: `a tab`")
                .doesNotContain("Ignored", "Lint", "never mind");
        assertThat(caught.headline()).endsWith("failed: stage Opt");
    }

    @Test
    void shouldTellTheErrorAfterWhichTheScriptHasSetTheResultBeforeOtherStages(TestBed bed) {
        SandboxMessage cleaned = message(bed, "by-hand-cleaned", """
            node {
                try {
                    stage('Deploy') { sh 'echo "Error: release upgrade failed: timed out"; exit 1' }
                } catch (e) {
                    currentBuild.result = 'FAILURE'
                } finally {
                    stage('Clean') { try { error 'nothing to clean' } catch (e) { echo 'never mind' } }
                }
            }
            """);
        SandboxMessage later = message(bed, "by-hand-later", """
            try { stage('Optional') { error 'flaky network' } } catch (e) { echo 'never mind' }
            stage('Build') { echo 'building' }
            currentBuild.result = 'FAILURE'
            stage('Clean') { echo 'clean' }
            """);

        assertThat(cleaned.headline()).endsWith("failed: stage Deploy");
        assertThat(cleaned.layout())
                .contains("release upgrade failed: timed out")
                .doesNotContain("nothing to clean");
        assertThat(later.headline()).endsWith("failed");
    }

    @Test
    void shouldTellFirstWhyTheBuildIsBadAndNotWhatItWasSpared(TestBed bed) {
        var lint =
                "stage('Lint') { catchError(buildResult: 'SUCCESS', stageResult: 'FAILURE') { error 'semicolon' } }\n";
        SandboxMessage failed = message(bed, "spared", lint + "stage('Build') { error 'compile' }");
        SandboxMessage unstable = message(bed, "spared-unstable", lint + "stage('Test') { unstable '3 flaky' }");

        SandboxMessage byHand = message(bed, "spared-by-hand", lint + """
            try { stage('Build') { error 'compile' } } catch (e) { currentBuild.result = 'FAILURE' }
            """);

        assertThat(failed.text()).contains("failed: stages Build, Lint — compile");
        assertThat(byHand.text()).contains("failed: stages Build, Lint — compile");
        assertThat(unstable.text()).endsWith("is unstable — 3 flaky");
        assertThat(unstable.layout()).contains("Stage *Lint* failed: `semicolon`");
    }

    @Test
    void shouldNameAllBranchesAndCellsThatFailed(TestBed bed) {
        SandboxMessage branches = message(bed, "branches", """
            stage('Checks') {
                parallel linux: { stage('Test') { error 'on linux' } },
                    windows: { stage('Test') { sleep 1; error 'on windows' } },
                    mac: { stage('Test') { echo 'ok' } }
            }
            """);
        SandboxMessage cells = message(bed, "grid", """
            pipeline {
                agent none
                stages {
                    stage('Grid') {
                        matrix {
                            axes {
                                axis {
                                    name 'OS'
                                    values 'linux', 'windows'
                                }
                            }
                            stages {
                                stage('Test') {
                                    steps {
                                        script { if (env.OS == 'windows') error('no such drive') }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            """);
        SandboxMessage fast = message(
                bed,
                "fast",
                "stage('Checks') { parallel linux: { error 'no' }, windows: { sleep 600 }, failFast: true }");

        assertThat(branches.headline()).endsWith("failed: stages Test (linux), Test (windows)");
        assertThat(branches.layout())
                .contains("Stage *Test (linux)* failed: `on linux`", "Stage *Test (windows)* failed: `on windows`")
                .doesNotContain("mac");
        assertThat(cells.headline()).endsWith("failed: stage Test (OS = windows)");
        assertThat(cells.layout()).contains("`no such drive`");
        assertThat(fast.headline()).endsWith("failed: stage Checks (linux)");
        assertThat(fast.layout()).doesNotContain("windows");
    }

    @Test
    void shouldSayInThePostOfABranchWhatIsTrueOfThatBranch(TestBed bed) {
        bed.channels().open("post-bad");
        bed.channels().open("post-good");
        bed.jobs().createPipeline("branch-posts", """
            pipeline {
                agent none
                stages {
                    stage('Both') {
                        parallel {
                            stage('Bad') {
                                steps { error 'broke' }
                                post { always { slackNotify channel: '#post-bad' } }
                            }
                            stage('Good') {
                                steps { sleep 2 }
                                post { always { slackNotify channel: '#post-good'; input 'Wait' } }
                            }
                        }
                    }
                }
            }
            """);

        var build = bed.jobs().start("branch-posts").awaitConsole("Wait");

        assertThat(bed.channels().await("post-bad", 1).get(0)).satisfies(message -> {
            assertThat(message.headline()).endsWith(": stage Bad");
            assertThat(message.layout()).contains("`broke`");
        });
        assertThat(bed.channels().await("post-good", 1).get(0)).satisfies(message -> {
            assertThat(message.headline()).endsWith("is good so far in Good");
            assertThat(message.layout()).doesNotContain("broke");
        });

        build.stop();
        build.await();
    }

    @Test
    void shouldSayOfABuildThatWasNotBuiltWhatWasNot(TestBed bed) {
        bed.configuration().set("events: [success, notBuilt]");
        SandboxMessage stopped = message(bed, "not-built", """
            stage('Deploy') { catchError(buildResult: 'NOT_BUILT', stageResult: 'NOT_BUILT') { error 'not on Fridays' } }
            """);
        SandboxMessage good = message(bed, "partly-built", """
            stage('Docs') { catchError(buildResult: null, stageResult: 'NOT_BUILT') { error 'nothing changed' } }
            """);

        assertThat(stopped.headline()).endsWith("was not built: stage Deploy");
        assertThat(stopped.layout()).contains("`not on Fridays`");
        assertThat(good.layout()).doesNotContain("nothing changed");
    }

    @Test
    void shouldShowTheDescriptionOfABuild(TestBed bed) {
        SandboxMessage message = message(bed, "described", """
            currentBuild.description = 'Deploys 1.2 to <staging>'
            error 'no'
            """);

        assertThat(message.layout()).containsSubsequence("Deploys 1.2 to &lt;staging&gt;", "`no`");
    }

    private static SandboxMessage message(TestBed bed, String job, String script) {
        bed.jobs().createPipeline(job, script);
        bed.jobs().build(job);
        return bed.channels()
                .awaitAbout("/job/" + job + "/", bed.systemChannel(), 1)
                .get(0);
    }
}
