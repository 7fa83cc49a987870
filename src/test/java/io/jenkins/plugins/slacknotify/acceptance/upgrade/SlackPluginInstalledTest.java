package io.jenkins.plugins.slacknotify.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.By;

/**
 * Taking over what the Slack Notification plugin was configured to do, while that plugin is there. The property names its
 * archive and those of plugins that it needs and the Jenkins lacks, separated by commas.
 */
@JenkinsAcceptance(freshJenkins = true, ruinsJenkins = true)
@EnabledIfSystemProperty(
        named = SlackPluginInstalledTest.PLUGINS,
        matches = ".+",
        disabledReason =
                "The import beside the Slack Notification plugin is not tried: set -Dslack-notify.slack-plugin=SLACK.hpi,PLUGIN.hpi")
class SlackPluginInstalledTest {
    static final String PLUGINS = "slack-notify.slack-plugin";

    private static final String PAGE = "manage/slack-import/";
    private static final String OLD = "jenkins.plugins.slack.SlackNotifier";

    @Test
    void shouldRemoveItsActionsWhereThatIsTickedAndKeepThemOtherwise(TestBed bed, Browser browser) throws IOException {
        install(bed);
        configureIt(bed);
        bed.channels().open("moved");
        bed.credentials().add("old-token", bed.token());
        bed.browser();

        browser.open(bed.process().url().resolve(PAGE));
        var shown = browser.find(By.id("main-panel")).getText();
        browser.screenshot("slack-import-beside");

        assertThat(shown)
                .contains("old-token", "#moved", "Old hand", ":tada:")
                .contains(
                        "{events: [success, failure], to: [\"#moved\"]}",
                        "{events: [regressed], minimumSeverity: ERROR")
                .contains("Remove the old post-build action")
                .doesNotContain("is not installed");
        apply(bed, Map.of("system", "on", "job", "both"));
        assertThat(bed.jobs().configXml("both")).contains(OLD, "JobRulesProperty");
        apply(bed, Map.of("job", "moved", "removeOld", "on"));
        assertThat(bed.jobs().configXml("moved")).contains("JobRulesProperty").doesNotContain(OLD);
        bed.jobs().build("moved");
        assertThat(bed.channels().awaitAbout("moved #1", "moved", 1)).hasSize(1);
    }

    private static void install(TestBed bed) throws IOException {
        bed.process().stop();
        for (var archive : System.getProperty(PLUGINS).split(",")) {
            var file = Path.of(archive);
            var name = file.getFileName().toString().replaceFirst("\\.hpi$", ".jpi");
            Files.copy(file, bed.process().home().resolve("plugins").resolve(name));
        }
        bed.startAgain();
        assertThat(bed.admin().script("print Jenkins.get().pluginManager.getPlugin('slack').active"))
                .isEqualTo("true");
    }

    /** By its own code, so that its files are as it writes them. */
    private static void configureIt(TestBed bed) {
        bed.admin().script("""
            def slack = Jenkins.get().getDescriptor('jenkins.plugins.slack.SlackNotifier')
            slack.tokenCredentialId = 'old-token'
            slack.botUser = true
            slack.room = '#moved'
            slack.username = 'Old hand'
            slack.iconEmoji = 'tada'
            slack.save()
            ['both', 'moved'].each {
                def job = Jenkins.get().createProject(hudson.model.FreeStyleProject, it)
                def action = slack.clazz.getConstructor(jenkins.plugins.slack.CommitInfoChoice)
                    .newInstance(jenkins.plugins.slack.CommitInfoChoice.NONE)
                action.notifySuccess = true
                action.notifyEveryFailure = true
                action.notifyFailure = true
                job.publishersList.add(action)
                job.save()
            }
            """);
    }

    private static void apply(TestBed bed, Map<String, String> form) {
        assertThat(bed.admin().post(PAGE + "apply", form).requireStatus(200).body())
                .contains("One job has rules now");
    }
}
