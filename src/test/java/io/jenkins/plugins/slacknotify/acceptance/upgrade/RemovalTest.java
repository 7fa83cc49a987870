package io.jenkins.plugins.slacknotify.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.acceptance.harness.PackagedPlugin;
import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Tests what is left in Jenkins when the plugin is taken out, and used to be everywhere; and then a Jenkins that gets the plugin while it
 * runs, and has run builds without it, as when somebody installs it from the page for that.
 */
@JenkinsAcceptance(ruinsJenkins = true)
@Order(Integer.MAX_VALUE)
class RemovalTest {
    private static final String LOCAL_GIT = "hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true";

    /** A script that prints the data that "Manage Old Data" offers to remove. */
    private static final String OLD_DATA =
            "hudson.ExtensionList.lookupSingleton(hudson.diagnosis.OldDataMonitor).data.values().each { println it.extra }";

    private static final String TOKEN = "xoxb-1-2-installed";

    private static final String INSTALL = """
            def plugin = new File(Jenkins.get().rootDir, 'plugins/slack-notify.jpi')
            plugin.bytes = new File('%s').bytes
            Jenkins.get().pluginManager.dynamicLoad(plugin)
            """;

    @Test
    void shouldLeaveAJenkinsThatStartsAndBuildsAndKeepTheTokenFromBuildsWhenItIsInstalledThere(TestBed bed)
            throws IOException {
        bed.configuration().set("personal: {enabled: true}");
        bed.admin().script(LOCAL_GIT);
        GitRepository repository = GitRepository.create();
        repository.commit("main", "README", "Hello");
        createJobs(bed, repository);
        List.of("built", "piped").forEach(bed.jobs()::build);
        bed.admin().script("""
                def user = hudson.model.User.getById('developer', true)
                user.addProperty(new io.jenkins.plugins.slacknotify.personal.SlackUserProperty(slackId: 'U012345'))
                """);
        bed.process().stop();
        int before = bed.process().log().size();
        Path home = bed.process().home();
        Files.delete(home.resolve("plugins/slack-notify.jpi"));
        FileTree.delete(home.resolve("plugins/slack-notify"));
        Files.writeString(home.resolve("jenkins.yaml"), UpgradeTest.withoutOurs());
        bed.process().setVariable("SLACK_BOT_TOKEN", TOKEN);
        bed.process().setVariable("SLACK_CHANNEL", "#builds");
        bed.startAgain();

        List.of("built", "piped").forEach(job -> bed.jobs().configXml(job));
        bed.admin().get("job/built/1/").requireStatus(200);
        bed.admin().get("user/developer/").requireStatus(200);
        List<String> log = bed.process().log();
        assertThat(log.subList(before, log.size()))
                .noneMatch(line -> line.contains("slacknotify") || line.contains("SEVERE"));
        assertThat(bed.admin().script(OLD_DATA)).contains("SlackNotifyPublisher");
        bed.admin().script(LOCAL_GIT);
        assertThat(bed.jobs().build("built").result()).isEqualTo("SUCCESS");

        assertThatItKeepsTheTokenFromThenOn(bed);
    }

    private static void assertThatItKeepsTheTokenFromThenOn(TestBed bed) throws IOException {
        bed.jobs().createPipeline("curious", "node { sh 'env'; echo \"from Groovy: ${env.SLACK_BOT_TOKEN}\" }");
        assertThat(bed.jobs().build("curious").console()).contains(TOKEN);
        // As where it has never been.
        FileTree.delete(bed.process().home().resolve("slack-notify"));
        Files.delete(
                bed.process().home().resolve("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.xml"));

        bed.admin().script(INSTALL.formatted(PackagedPlugin.FILE.toAbsolutePath()));

        assertThat(bed.jobs().build("curious").console())
                .contains("SLACK_CHANNEL=#builds", "from Groovy: null")
                .doesNotContain(TOKEN);
        assertThat(bed.process().log()).noneMatch(line -> line.contains("until Jenkins is restarted"));
    }

    private static void createJobs(TestBed bed, GitRepository repository) {
        bed.jobDsl().run("""
                job('built') {
                    scm { git('%s', 'main') }
                    properties { slackNotifyOptOut() }
                    steps { slackNotify { message('Building') } }
                    publishers { slackNotify { when(['regressed']) } }
                }
                """.formatted(repository.url()));
        bed.jobs().createPipeline("piped", "slackNotify message: 'Piped'");
    }
}
