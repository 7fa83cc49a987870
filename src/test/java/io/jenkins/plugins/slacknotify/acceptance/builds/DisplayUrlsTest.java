package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links lead to the pages that people choose in the Display URL API plugin. */
@JenkinsAcceptance(resetAfterEach = true)
class DisplayUrlsTest {
    private static final Pattern LINK = Pattern.compile("<([^|>]+)\\|(Console|Tests|linked #\\d+)>");

    @Test
    void shouldLeadEachReaderToThePagesOfTheirChoice(TestBed bed) {
        bed.jobs().createPipeline("linked", """
            if (currentBuild.number == 1) {
                node {
                    writeFile file: 'r.xml', text: '<testsuite name="s"><testcase name="adds"/></testsuite>'
                    junit 'r.xml'
                }
            }
            error 'no'
            """);
        bed.configuration().set("events: [failure]");
        choose(bed, "developer", "io.jenkins.plugins.pipelinegraphview.PipelineGraphDisplayURLProvider");
        choose(bed, "reader", "org.jenkinsci.plugins.displayurlapi.ClassicDisplayURLProvider");

        bed.jobs().build("linked");

        var message =
                bed.channels().awaitAbout("linked #1", bed.systemChannel(), 1).get(0);
        assertThat(page(bed.user("reader"), message, "linked #1")).isEqualTo("job/linked/1/");
        assertThat(page(bed.user("developer"), message, "linked #1"))
                .startsWith("job/linked/1/")
                .isNotEqualTo("job/linked/1/");
        assertThat(page(bed.user("reader"), message, "Tests")).isEqualTo("job/linked/1/testReport");
        assertThat(link(message, "Console")).isEqualTo(bed.process().url() + "job/linked/1/console");
    }

    private static void choose(TestBed bed, String user, String provider) {
        bed.admin().script("""
            import org.jenkinsci.plugins.displayurlapi.user.PreferredProviderUserProperty
            User.getById('%s', true).addProperty(new PreferredProviderUserProperty('%s'))
            """.formatted(user, provider));
    }

    /** Where somebody arrives who follows a link, below the address of Jenkins. */
    private static String page(JenkinsClient reader, SandboxMessage message, String label) {
        var link = reader.url().relativize(URI.create(link(message, label))).toString();
        var arrived = reader.get(link).requireStatus(302).headers().firstValue("Location");
        return reader.url().relativize(URI.create(arrived.orElseThrow())).toString();
    }

    private static String link(SandboxMessage message, String label) {
        var all = message.text() + message.blocks() + message.attachments();
        return LINK.matcher(all)
                .results()
                .filter(link -> link.group(2).equals(label))
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + label + " in " + all));
    }
}
