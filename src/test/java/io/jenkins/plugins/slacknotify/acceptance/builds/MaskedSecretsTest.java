package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.junit.jupiter.api.Test;

/** Secrets that a block of a pipeline masks in the console do not reach Slack. */
@JenkinsAcceptance(resetAfterEach = true)
class MaskedSecretsTest {
    private static final String SECRET = "hunter3secret";

    @Test
    void shouldMaskWhatAnAuthorWrites(TestBed bed) {
        bed.credentials().add("own-words", SECRET);
        bed.channels().open("own-words");
        bed.jobs().createPipeline("own-words", """
            withCredentials([string(credentialsId: 'own-words', variable: 'T')]) {
                slackNotify channel: '#own-words', message: "first line\\ntoken ${T}"
                slackNotify channel: '#own-words', markdown: "**token** ${T}"
                slackNotify channel: '#own-words',
                    blocks: [[type: 'section', text: [type: 'mrkdwn', text: "block ${T}"]]]
                slackNotify channel: '#own-words', message: 'snippet', snippet: "one\\n${T}\\nthree", title: "of ${T}", wait: true
            }
            slackNotify channel: '#own-words', message: 'outside'
            """);

        assertThat(bed.jobs().build("own-words").result()).isEqualTo("SUCCESS");

        var messages = bed.channels().await("own-words", 5);
        assertThat(messages.get(0).text()).isEqualTo("first line\ntoken ****");
        assertThat(messages.toString()).contains("**token** ****", "block ****", "outside");
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.toString()).doesNotContain(SECRET));
        assertThat(messages)
                .filteredOn(message -> message.text().equals("snippet"))
                .flatExtracting(message -> bed.slack().filesOf(message))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.toString()).doesNotContain(SECRET));
        assertThat(bed.sandbox().calls().toString()).doesNotContain(SECRET);
    }

    @Test
    void shouldMaskWhatIsReadOfErrorsAndWarnings(TestBed bed) {
        bed.configuration().set("events: [success, unstable, failure]");
        bed.credentials().add("error-words", SECRET);
        var scripts = new String[] {
            "error \"token ${T} refused\"",
            "unstable \"token ${T} refused\"",
            "throw new Exception(\"token ${T} refused\")",
            "warnError(\"token ${T} refused\") { error \"token ${T} refused\" }",
            "echo 'in'; currentBuild.description = \"token ${T} refused\"",
        };
        for (int number = 0; number < scripts.length; number++) {
            var job = "error-words-" + number;
            bed.jobs().createPipeline(job, """
                stage('Deploy') {
                    withCredentials([string(credentialsId: 'error-words', variable: 'T')]) { %s }
                }
                """.formatted(scripts[number]));
            bed.jobs().build(job);

            var message = bed.channels()
                    .awaitAbout("/" + job + "/", bed.systemChannel(), 1)
                    .get(0);
            assertThat(message.blocks().toString()).contains("token **** refused");
        }
        assertThat(bed.sandbox().calls().toString()).doesNotContain(SECRET);
    }

    /** Previews, {@code why} and the like read a build again when it is over. */
    @Test
    void shouldMaskWhatIsReadAgainAfterTheBuild(TestBed bed) {
        bed.credentials().add("read-again", SECRET);
        bed.jobs().createPipeline("read-again", """
            stage('Deploy') {
                withCredentials([string(credentialsId: 'read-again', variable: 'T')]) {
                    currentBuild.description = "for ${T}"
                    error "token ${T} refused"
                }
            }
            """);
        bed.jobs().build("read-again");

        assertThat(past(bed, "read-again", 1)).contains("token **** refused", "for ****");
        assertThat(past(bed, "read-again", 1)).as("read once more").contains("token **** refused");

        // What somebody writes about it later was never masked.
        bed.admin()
                .script("Jenkins.get().getItem('read-again').getBuildByNumber(1).description = 'it was %s'"
                        .formatted(SECRET));
        assertThat(past(bed, "read-again", 1)).contains("token **** refused").doesNotContain("it was", SECRET);
    }

    /** The filter that the description needs is not kept any more. */
    @Test
    void shouldQuoteNothingOfABuildWithMoreFiltersThanAreKept(TestBed bed) {
        bed.configuration().set("events: [success]");
        bed.credentials().add("many-blocks", SECRET);
        bed.jobs().createPipeline("many-blocks", """
            def bindings = [string(credentialsId: 'many-blocks', variable: 'T')]
            withCredentials(bindings) { currentBuild.description = "for ${T}"; echo 'in' }
            for (int i = 0; i < 201; i++) { withCredentials(bindings) { echo 'in' } }
            """);
        assertThat(bed.jobs().build("many-blocks").result()).isEqualTo("SUCCESS");

        var message = bed.channels()
                .awaitAbout("/many-blocks/", bed.systemChannel(), 1)
                .get(0);
        assertThat(message.toString()).doesNotContain("for ", SECRET);
        assertThat(past(bed, "many-blocks", 1)).contains("many-blocks").doesNotContain(SECRET);
    }

    /** Reads a build as previews and commands do. */
    private static String past(TestBed bed, String job, int number) {
        return bed.admin().script("""
            println io.jenkins.plugins.slacknotify.trigger.event.RunEvents.past(
                Jenkins.get().getItem('%s').getBuildByNumber(%d))
            """.formatted(job, number));
    }
}
