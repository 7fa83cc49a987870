package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsSetup;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.LabJenkins;
import io.jenkins.plugins.slacknotify.acceptance.harness.PackagedPlugin;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Jenkins that gets the plugin while it runs, and has run builds without it, as when somebody installs it from the page for that. */
@Tag("acceptance")
class InstalledWhileRunningTest {
    private static final Set<String> PIPELINES =
            Set.of("workflow-basic-steps", "workflow-cps", "workflow-durable-task-step", "workflow-job");

    private static final String TOKEN = "xoxb-1-2-installed";

    private static final String INSTALL = """
            def plugin = new File(Jenkins.get().rootDir, 'plugins/slack-notify.jpi')
            plugin.bytes = new File('%s').bytes
            Jenkins.get().pluginManager.dynamicLoad(plugin)
            """;

    @Test
    void shouldKeepTheTokenFromBuildsFromThenOn() throws IOException {
        assumeTrue(JenkinsLab.find().isPresent(), JenkinsLab.HOW_TO);
        assumeTrue(PackagedPlugin.isBuilt(), PackagedPlugin.HOW_TO);
        var without = LabJenkins.bare(JenkinsLab.find().orElseThrow(), PackagedPlugin.FILE, PIPELINES)
                .withoutMore();
        try (var process = JenkinsProcess.start(JenkinsSetup.of(without)
                .withVariable("SLACK_BOT_TOKEN", TOKEN)
                .withVariable("SLACK_CHANNEL", "#builds"))) {
            var jenkins = JenkinsClient.anonymous(process.url());
            var jobs = new Jobs(jenkins);
            jobs.createPipeline("curious", "node { sh 'env'; echo \"from Groovy: ${env.SLACK_BOT_TOKEN}\" }");
            assertThat(jobs.build("curious").console()).contains(TOKEN);

            jenkins.script(INSTALL.formatted(PackagedPlugin.FILE.toAbsolutePath()));

            assertThat(jobs.build("curious").console())
                    .contains("SLACK_CHANNEL=#builds", "from Groovy: null")
                    .doesNotContain(TOKEN);
            assertThat(process.log()).noneMatch(line -> line.contains("until Jenkins is restarted"));
        }
    }
}
