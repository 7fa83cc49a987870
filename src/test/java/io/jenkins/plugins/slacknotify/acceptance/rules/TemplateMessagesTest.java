package io.jenkins.plugins.slacknotify.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.pages.Alerts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in words of the administrator's, with macros of the Token Macro plugin. */
@JenkinsAcceptance(resetAfterEach = true)
class TemplateMessagesTest {
    private static final String WORDING = "io.jenkins.plugins.slacknotify.config.rules.WordingConfig";

    @Test
    void shouldSayWhatTheTemplateSaysAndWhatMacrosKnow(TestBed bed) {
        configure(
                bed,
                "worded",
                "*{job}* {outcome}: <{url}console|log>, ^${BUILD_NUMBER} of ^${ENV, var=\"JOB_NAME\"}\\n"
                        + "```^${BUILD_LOG_REGEX, regex=\"last words\", showTruncatedLines=false}```");
        bed.jobs().createPipeline("worded", "echo 'my <!here> last words'\nerror 'no'");
        bed.jobs().build("worded");

        assertThat(bed.channels().await("worded", 1)).singleElement().satisfies(message -> {
            assertThat(message.text())
                    .startsWith(
                            "*worded* failed: <" + bed.process().url() + "job/worded/1/console|log>, 1 of worded\n```")
                    .contains("my &lt;!here&gt; last words");
            assertThat(message.notes()).isEmpty();
        });
        assertThat(Alerts.shown(bed)).isEmpty();
    }

    @Test
    void shouldSendTheMessagesOwnWordsAndAlertUntilTheTemplateIsMended(TestBed bed) {
        configure(bed, "broken", "{job} ^${NO_SUCH_MACRO}");
        bed.jobs().createPipeline("broken", "error 'no'");
        bed.jobs().build("broken");

        assertThat(bed.channels().await("broken", 1))
                .extracting(SandboxMessage::headline)
                .singleElement()
                .asString()
                .startsWith(":x: ")
                .endsWith("|broken #1>* failed");
        Alerts.await(bed, "The template 'ours' cannot be used", "No plugin knows the macro NO_SUCH_MACRO");

        configure(bed, "broken", "{build} of ^${PROJECT_NAME}");
        bed.jobs().build("broken");

        assertThat(bed.channels().await("broken", 2).get(1).text()).isEqualTo("#2 of broken");
        Alerts.awaitNone(bed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^${ENV, var=\"PASSWORD\"}", "^${ENV:0:3, var=\"Password\"}", "^${BUILD_LOG}"})
    void shouldNotTellASecretOfABuild(String macro, TestBed bed) {
        String job = "secret-" + Math.abs(macro.hashCode());
        configure(bed, job, "{job} " + macro);
        bed.jobs().createPipeline(job, "echo \"it is ${params.PASSWORD}\"\nerror 'no'");
        bed.admin().script("""
            Jenkins.get().getItemByFullName('%s').addProperty(new hudson.model.ParametersDefinitionProperty(
                new hudson.model.PasswordParameterDefinition('PASSWORD', 'default', '')))
            """.formatted(job));
        var build = bed.jobs().start(job, Map.of("PASSWORD", "correct-horse")).await();
        assertThat(build.console()).contains("it is correct-horse");

        assertThat(bed.channels().await(job, 1))
                .first()
                .satisfies(
                        message -> assertThat(message.text()).startsWith(":x: ").doesNotContain("horse", "cor"));
        Alerts.await(bed, "ecret of the build");
        assertThat(Alerts.shown(bed)).doesNotContain("correct", "horse");
        assertThat(bed.slack().messagesIn(job).toString()).doesNotContain("horse");
    }

    @Test
    void shouldRefuseATemplateThatCannotBeUnderstood(TestBed bed) {
        assertThat(bed.configuration().apply("""
                unclassified:
                  slackNotify:
                    routing:
                      templates: [{name: ours, wordings: [{text: "{nonsense}"}]}]
                """)).contains("There is no placeholder {nonsense}");
    }

    @Test
    void shouldCheckATemplateWhereItIsTyped(TestBed bed) {
        assertThat(check(bed, "{job} ${BUILD_NUMBER}")).doesNotContain("error").doesNotContain("warning");
        assertThat(check(bed, "<!{job}>")).contains("error", "Nothing of a build can stand in a mention");
        assertThat(check(bed, "${NO_SUCH}")).contains("warning", "No plugin knows the macro NO_SUCH");
        assertThat(check(bed, "${FILE, path=\"x\"}")).contains("warning", "would read the workspace");
        assertThat(bed.user("developer")
                        .post("descriptorByName/" + WORDING + "/checkText", Map.of("value", "x"))
                        .status())
                .isEqualTo(403);
    }

    private static String check(TestBed bed, String text) {
        return bed.admin()
                .post("descriptorByName/" + WORDING + "/checkText", Map.of("value", text))
                .requireStatus(200)
                .body();
    }

    /** Builds of that job are told in a channel of that name, in those words. */
    private static void configure(TestBed bed, String job, String text) {
        bed.channels().open(job);
        bed.configuration()
                .set(
                        "events: []",
                        "routing: {templates: [{name: ours, wordings: [{text: \"%s\"}]}], rules: [{name: all, jobs: [%s], to: ['#%s'], template: ours}]}"
                                .formatted(text.replace("\"", "\\\""), job, job));
    }
}
