package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A Jenkins that has lost plugins that this one works with, though it needs none of them: they are disabled, and it starts anew. */
@JenkinsAcceptance(ruinsJenkins = true)
@Order(Integer.MAX_VALUE)
class MissingPluginsTest {
    /** Those, and what does nothing without them. */
    private static final List<String> DISABLED = List.of(
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
            "ws-cleanup",
            "metrics",
            "variant");

    private static int linesBefore;

    @BeforeAll
    static void disable(TestBed bed) throws IOException {
        bed.openSystemChannel();
        bed.configuration().set("events: [failure]");
        bed.process().stop();
        linesBefore = bed.process().log().size();
        for (var plugin : DISABLED) {
            Files.createFile(bed.process().home().resolve("plugins").resolve(plugin + ".jpi.disabled"));
        }
        bed.startAgain();
    }

    @Test
    void shouldLinkToThePagesThatEveryJenkinsHas(TestBed bed) {
        assertThatInactive(bed, "display-url-api");
        bed.jobs().createPipeline("linked", "error 'no'");

        bed.jobs().build("linked");

        var message =
                bed.channels().awaitAbout("linked #1", bed.systemChannel(), 1).get(0);
        assertThat(message.text()).contains("<" + bed.process().url() + "job/linked/1/|linked #1>");
        assertThatLogHasNo(bed, "DisplayUrls");
    }

    @Test
    void shouldNeedNoMetricsPlugin(TestBed bed) {
        assertThatInactive(bed, "metrics");
        bed.channels().open("uncounted");
        bed.jobs().createPipeline("uncounted", "slackNotify message: 'Hi', channel: 'uncounted'");

        bed.jobs().build("uncounted");

        assertThat(bed.channels().await("uncounted", 1)).hasSize(1);
        assertThatLogHasNo(bed, "DeliveryMetrics");
    }

    private static void assertThatInactive(TestBed bed, String plugin) {
        assertThat(bed.admin().script("print Jenkins.get().pluginManager.getPlugin('%s').active".formatted(plugin)))
                .isEqualTo("false");
    }

    private static void assertThatLogHasNo(TestBed bed, String type) {
        var log = bed.process().log();
        assertThat(log.subList(linesBefore, log.size()))
                .isNotEmpty()
                .noneMatch(line -> line.contains(type) || line.contains("NoClassDefFound"));
    }
}
