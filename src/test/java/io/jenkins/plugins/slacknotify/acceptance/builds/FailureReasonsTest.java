package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests why a build failed, where no step of a pipeline says it. */
@JenkinsAcceptance(resetAfterEach = true)
class FailureReasonsTest {
    @BeforeEach
    void hearOfAll(TestBed bed) {
        bed.configuration().set("events: [success, unstable, failure]");
    }

    @Test
    void shouldSayWhyAPipelineDidNotBegin(TestBed bed) {
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        GitRepository repository = GitRepository.create();
        repository.commit("main", "README.md", "No pipeline");
        bed.jobDsl().run("""
            pipelineJob('no-jenkinsfile') {
                definition { cpsScm {
                    scriptPath('ci/Jenkinsfile')
                    scm { git { remote { url('%s') }; branch('main') } }
                } }
            }
            """.formatted(repository.url()));

        assertThat(message(bed, "no-jenkinsfile").layout()).contains("ci/Jenkinsfile");
        assertThat(message(bed, "no-brace", "stage('Build') {\n    echo 'x'\n").layout())
                .contains("WorkflowScript: ")
                .doesNotContain("startup failed");
        assertThat(message(bed, "no-agent", "pipeline { stages { stage('Build') { steps { echo 'x' } } } }")
                        .layout())
                .contains("Missing required section");
        assertThat(message(bed, "no-library", "@Library('nowhere') _\necho 'x'").layout())
                .contains("nowhere");
    }

    @Test
    void shouldSayWhyTheScriptFailedOutsideOfAllSteps(TestBed bed) {
        assertThat(message(bed, "typo", "echo 'x'\nreleasePipline()").layout())
                .contains("`java.lang.NoSuchMethodError: No such DSL method 'releasePipline'`")
                .doesNotContain("found among");
        assertThat(message(bed, "no-property", "echo relaseTag").layout()).contains("No such property: relaseTag");
        assertThat(message(bed, "plain-code", """
                @NonCPS def parse(text) { Integer.parseInt(text) }
                parse('seven')
                """).layout()).contains("NumberFormatException: For input string");
        assertThat(message(bed, "forbidden", "Jenkins.get()").layout())
                .contains("Scripts not permitted to use", "Administrators can decide whether to approve");
        assertThat(message(bed, "loading", """
                node {
                    writeFile file: 'x.groovy', text: 'def x( {'
                    stage('Load') { load 'x.groovy' }
                }
                """).layout()).contains("`startup failed: Script1.groovy: 1: ");
        assertThat(message(bed, "in-post", """
                pipeline {
                    agent any
                    stages { stage('Build') { steps { echo 'built' } } }
                    post { always { script { error 'no clean-up' } } }
                }
                """).layout()).contains("no clean-up");
        assertThat(message(bed, "instead", """
                try { stage('Build') { error 'compile' } } catch (e) { throw new Exception('The build is broken') }
                """).layout())
                .contains("Stage *Build* failed: `compile`", "The build is broken");
    }

    @Test
    void shouldLookThroughTheLogWhereTheScriptHasSetTheResult(TestBed bed) {
        assertThat(message(bed, "returned", """
                node {
                    stage('Flaky') { sh returnStatus: true, script: 'echo "fatal: could not read from remote"; exit 1' }
                    stage('Make') {
                        if (sh(returnStatus: true, script: 'echo "make: *** No rule to make target x.  Stop."; exit 2') != 0) {
                            currentBuild.result = 'FAILURE'
                        }
                    }
                }
                """).layout())
                .contains("No rule to make target x")
                .doesNotContain("fatal:");
    }

    @Test
    void shouldTellOfABuildWhoseResultTheScriptHasTakenOver(TestBed bed) {
        message(bed, "below", "error 'of its own'");

        assertThat(message(bed, "above", """
                def below = build job: 'below', propagate: false
                currentBuild.result = below.result
                """).layout()).contains("`below #2 completed: FAILURE`");
    }

    @Test
    void shouldTellWhatHasMadeABuildUnstable(TestBed bed) {
        bed.jobs().createPipeline("wobbly", "unstable 'three flaky'");
        bed.jobDsl().run("""
            job('unstable-by-code') { steps { shell { command('exit 3'); unstableReturn(3) } } }
            """);

        assertThat(message(bed, "above-wobbly", """
                def below = build job: 'wobbly', propagate: false
                currentBuild.result = below.result
                """).layout()).contains("`wobbly #1 completed: UNSTABLE`");
        assertThat(message(bed, "unstable-by-code").layout())
                .contains("`Build step 'Execute shell' changed build result to UNSTABLE`");
    }

    @Test
    void shouldTellWhatIsWrongWithWhatAnErrorNames(TestBed bed) {
        assertThat(message(bed, "no-key", """
                pipeline {
                    agent any
                    environment { KEY = credentials('deploy-key') }
                    stages { stage('Build') { steps { echo 'built' } } }
                }
                """).layout()).contains("`CredentialNotFoundException: deploy-key`");
        assertThat(message(bed, "no-version", "node { readFile 'VERSION' }").layout())
                .contains("`java.nio.file.NoSuchFileException: ")
                .doesNotContain("ProxyException");
    }

    @Test
    void shouldQuoteAStepOfABuildThatLogsMuch(TestBed bed) {
        var noise = "yes 0123456789abcdef0123456789abcdef0123456789abcdef | head -c 3000000";

        SandboxMessage after = message(bed, "long-log", """
            node {
                stage('Build') {
                    try { sh '%s; echo "make: *** No rule to make target x.  Stop."; exit 2' }
                    finally { sh 'echo "fatal: nothing to clean up"' }
                }
            }
            """.formatted(noise));
        SandboxMessage beside = message(bed, "long-branches", """
            node {
                parallel failing: { sh '%s; echo "make: *** No rule to make target x.  Stop."; exit 2' },
                    going: { sh 'sleep 5; echo "fatal: of another branch"' }
            }
            """.formatted(noise));

        assertThat(after.layout()).contains("No rule to make target x").doesNotContain("fatal:");
        assertThat(beside.layout()).contains("script returned exit code 2").doesNotContain("fatal:");
    }

    @Test
    void shouldNameTheConfigurationsOfAMatrixThatFailed(TestBed bed) {
        bed.jobDsl().run("""
            matrixJob('sides') {
                axes { text('SIDE', 'left', 'right', 'middle') }
                steps { shell('[ $SIDE != left ] || { echo "make: *** No rule to make target x.  Stop."; exit 2; }; [ $SIDE != middle ] || exit 3') }
            }
            """);

        SandboxMessage message = message(bed, "sides");

        assertThat(message.headline())
                .contains("failed: stages ", "left", "middle")
                .doesNotContain("right");
        assertThat(message.layout()).contains("Stage *left* failed: `No rule to make target x.  Stop.`");
    }

    @Test
    void shouldTellOfABuildWhoseLogIsGone(TestBed bed) {
        bed.jobDsl().run("job('no-log') { steps { shell('exit 1') } }");
        message(bed, "no-log");

        String report = bed.admin().script("""
            import io.jenkins.plugins.slacknotify.trigger.findings.StageReader
            def run = Jenkins.get().getItemByFullName('no-log').lastBuild
            assert run.logFile.delete()
            println StageReader.getMethod('report', hudson.model.Run).invoke(null, run)
            """);

        assertThat(report).contains("failed=[]");
        assertThat(String.join("\n", bed.process().log())).doesNotContain("Could not read the log of no-log");
    }

    private static SandboxMessage message(TestBed bed, String job, String script) {
        bed.jobs().createPipeline(job, script);
        return message(bed, job);
    }

    private static SandboxMessage message(TestBed bed, String job) {
        bed.jobs().build(job);
        return bed.channels()
                .awaitAbout("/job/" + job + "/", bed.systemChannel(), 1)
                .get(0);
    }
}
