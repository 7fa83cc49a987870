package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxFile;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Parameters and variables of a build in the fields of freestyle jobs and in templates. */
@JenkinsAcceptance(resetAfterEach = true)
class FreestyleVariablesTest {
    private static final String PARAMETERS = "parameters { stringParam('TARGET', 'prod'); stringParam('WHAT', '1.4') }";

    @Test
    void shouldReplaceThemInABuildStep(TestBed bed) {
        bed.channels().open("deploy-prod");
        bed.jobDsl().run("""
            job('step-variables') {
                %s
                steps {
                    shell('printf "all green" > report-$BUILD_NUMBER.txt')
                    slackNotify {
                        message('Deployed ${WHAT} to $TARGET of $JOB_NAME for $5, $UNKNOWN')
                        channel('#deploy-$TARGET')
                        file('$WORKSPACE/report-${BUILD_NUMBER}.txt')
                        title('Report for $TARGET')
                    }
                }
            }
            """.formatted(PARAMETERS));

        var build = bed.jobs()
                .start("step-variables", Map.of("WHAT", "1.5 & <!channel> of https://ada:secret@git.example.com/"))
                .await();

        assertThat(build.consoleLines("[Slack]")).singleElement().asString().contains("Handed over for #deploy-prod");
        var message = bed.channels().await("deploy-prod", 1).get(0);
        assertThat(message.text())
                .isEqualTo(
                        "Deployed 1.5 &amp; &lt;!channel&gt; of https://****@git.example.com/ to prod of step-variables"
                                + " for $5, $UNKNOWN");
        Awaitility.await("the file")
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.slack()
                                .filesOf(bed.channels().await("deploy-prod", 1).get(0)))
                        .singleElement()
                        .returns("all green", SandboxFile::text)
                        .returns("Report for prod", SandboxFile::title));
    }

    @Test
    void shouldReplaceThemInAPostBuildAction(TestBed bed) {
        bed.channels().open("deploy-stage");
        bed.jobDsl().run("""
            job('action-variables') {
                %s
                steps { shell('printf x > out.txt') }
                publishers {
                    slackNotify {
                        message('Build $BUILD_NUMBER deployed to ${TARGET}')
                        channel('deploy-${TARGET}')
                        file('${TARGET}/../out.txt')
                    }
                }
            }
            """.formatted(PARAMETERS));

        var build =
                bed.jobs().start("action-variables", Map.of("TARGET", "stage")).await();

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(bed.channels().await("deploy-stage", 1).get(0).text()).isEqualTo("Build 1 deployed to stage");
    }

    @Test
    void shouldDoWithTheParametersWhereAnotherPluginThrows(TestBed bed) {
        bed.channels().open("deploy-odd");
        bed.admin().script("""
            hudson.model.EnvironmentContributor.all().add(0, new hudson.model.EnvironmentContributor() {
                void buildEnvironmentFor(
                        hudson.model.Run run, hudson.EnvVars variables, hudson.model.TaskListener console) {
                    if (run.parent.name == 'odd-variables') throw new IllegalStateException('no luck')
                }
            })
            null
            """);
        bed.jobDsl().run("""
            job('odd-variables') {
                parameters { stringParam('TARGET', 'odd') }
                steps { slackNotify { message('Step for $TARGET of $OTHER'); channel('#deploy-$TARGET') } }
                publishers { slackNotify { message('End of $JOB_NAME for $TARGET'); channel('#deploy-$TARGET') } }
            }
            """);

        var build = bed.jobs().start("odd-variables", Map.of("TARGET", "odd")).await();

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(build.console()).contains("only parameters, job and number are known");
        assertThat(bed.channels().await("deploy-odd", 2))
                .extracting(SandboxMessage::text)
                .containsExactly("Step for odd of $OTHER", "End of odd-variables for odd");
    }

    @Test
    void shouldMaskSecrets(TestBed bed) {
        bed.channels().open("secretive");
        bed.jobDsl().run("""
            job('secretive') {
                parameters { stringParam('URL', 'https://ada:correct-horse@x') }
                steps { slackNotify { message('First with $PASSWORD at ${URL}'); channel('secretive') } }
                publishers { slackNotify { message('With $PASSWORD at $URL'); channel('secretive') } }
            }
            """);
        bed.admin().script("""
            import hudson.model.*
            def job = Jenkins.get().getItemByFullName('secretive')
            def definitions = job.getProperty(ParametersDefinitionProperty).parameterDefinitions
            job.removeProperty(ParametersDefinitionProperty)
            job.addProperty(new ParametersDefinitionProperty(
                definitions + new PasswordParameterDefinition('PASSWORD', 'default', '')))
            """);

        bed.jobs()
                .start("secretive", Map.of("PASSWORD", "correct-horse", "URL", "https://ada:correct-horse@x"))
                .await();

        assertThat(bed.channels().await("secretive", 2))
                .extracting(SandboxMessage::text)
                .containsExactly("First with **** at https://****@x", "With **** at https://****@x");
    }

    @Test
    void shouldSayThatAVariableOfAChannelIsUnknownAndAlarmNobody(TestBed bed) {
        bed.jobDsl().run("""
            job('unknown-variable') {
                publishers { slackNotify { message('lost words'); channel('#deploy-$TARGET') } }
            }
            """);

        var build = bed.jobs().build("unknown-variable");

        assertThat(build.consoleLines("[Slack]"))
                .singleElement()
                .asString()
                .contains("Not sent: No channel of Slack can be called '#deploy-$TARGET'");
        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout("lost words", bed.systemChannel()))
                .isEmpty();
    }

    @Test
    void shouldReplaceThemInATemplate(TestBed bed) {
        bed.channels().open("templated");
        bed.configuration()
                .set(
                        "events: []",
                        "routing: {templates: [{name: ours, wordings: [{text: \"^${TARGET} of $JOB_NAME: ^${BUILD_NUMBER}\"}]}],"
                                + " rules: [{name: all, jobs: ['templated*'], to: ['#templated'], template: ours}]}");
        bed.jobDsl().run("job('templated') { %s; steps { shell('exit 1') } }".formatted(PARAMETERS));
        bed.jobs().createPipeline("templated-pipeline", "properties([parameters([string(name: 'TARGET')])])");
        bed.jobs().build("templated-pipeline");
        bed.channels().await("templated", 1);

        // One after the other has arrived: two that wait together are told in a digest, which has no template.
        bed.jobs().start("templated", Map.of("TARGET", "<!here>")).await();
        bed.channels().awaitAbout("&lt;!here&gt; of templated: 1", "templated", 1);
        bed.jobs().start("templated-pipeline", Map.of("TARGET", "test")).await();

        bed.channels().awaitAbout("test of templated-pipeline: 2", "templated", 1);
    }
}
