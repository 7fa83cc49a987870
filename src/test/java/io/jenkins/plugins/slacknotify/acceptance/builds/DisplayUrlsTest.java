package io.jenkins.plugins.slacknotify.acceptance.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links lead to the pages that people choose in the Display URL API plugin. */
@JenkinsAcceptance(ownJenkins = true)
class DisplayUrlsTest {
    private static final Pattern LINK = Pattern.compile("<([^|>]+)\\|(Console|Tests|linked #\\d+)>");

    /** The plugin, and those that do nothing without it. */
    private static final List<String> WITHOUT_IT = List.of(
            "display-url-api",
            "checks-api",
            "email-ext",
            "git",
            "github",
            "github-branch-source",
            "junit",
            "mailer",
            "matrix-project",
            "pipeline-github-lib",
            "pipeline-graph-view",
            "pipeline-model-definition",
            "workflow-aggregator",
            "workflow-basic-steps",
            "ws-cleanup");

    @Test
    void shouldLeadEachReaderToThePagesOfTheirChoice(TestBed bed) throws IOException {
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

        lead(bed, WITHOUT_IT);
    }

    /** Without the plugin, to the pages that every Jenkins has. */
    private static void lead(TestBed bed, List<String> disabled) throws IOException {
        bed.process().stop();
        for (var plugin : disabled) {
            Files.createFile(bed.process().home().resolve("plugins").resolve(plugin + ".jpi.disabled"));
        }
        bed.startAgain();
        assertThat(bed.admin().script("print Jenkins.get().pluginManager.getPlugin('display-url-api').active"))
                .isEqualTo("false");

        bed.jobs().build("linked");

        var message =
                bed.channels().awaitAbout("linked #2", bed.systemChannel(), 1).get(0);
        assertThat(link(message, "linked #2")).isEqualTo(bed.process().url() + "job/linked/2/");
        assertThat(bed.process().log()).noneMatch(line -> line.matches(".*(DisplayUrls|NoClassDefFound).*"));
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
