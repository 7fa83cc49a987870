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
import io.jenkins.plugins.slacknotify.acceptance.pages.Alerts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A Jenkins with nothing but the plugin and what that cannot do without: no pipelines, no folders, no Token Macro, no Git. Some that it
 * works with are installed, and disabled.
 */
@Tag("acceptance")
class BareJenkinsTest {
    private static final Set<String> DISABLED = Set.of("display-url-api", "metrics", "variant");

    /** Run by Jenkins itself when it starts, as there is no Configuration as Code. */
    private static final String SETUP = """
            import hudson.security.FullControlOnceLoggedInAuthorizationStrategy
            import hudson.security.HudsonPrivateSecurityRealm
            import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
            import io.jenkins.plugins.slacknotify.config.rules.*
            import jenkins.model.Jenkins
            import jenkins.model.JenkinsLocationConfiguration

            def realm = new HudsonPrivateSecurityRealm(false, false, null)
            // The password is admin-password, hashed in as few rounds as there may be.
            realm.createAccountWithHashedPassword(
                'admin', '#jbcrypt:$2a$04$e49Q2gPPIxtABuJU2vRl8eRjHVkjegq2fsIHtF63kaAZA12yvvcSa')
            Jenkins.get().securityRealm = realm
            Jenkins.get().authorizationStrategy = new FullControlOnceLoggedInAuthorizationStrategy()
            Jenkins.get().save()
            JenkinsLocationConfiguration.get().url = System.getenv('JENKINS_ADDRESS')

            def worded = new TemplateConfig('worded', [new WordingConfig('${BUILD_LOG, maxLines=1} is what it is')])
            def rule = new RuleConfig(to: ['#worded'], template: 'worded')
            def slack = SlackNotifyConfiguration.get()
            slack.apiUrl = System.getenv('SANDBOX_API_URL')
            slack.routing = new SystemRouting(templates: [worded], rules: [rule])
            """;

    private static final String JOB = """
            import io.jenkins.plugins.slacknotify.trigger.*
            def job = Jenkins.get().createProject(hudson.model.FreeStyleProject, 'bare')
            job.buildersList.add(new SlackNotifyBuilder(message: 'Here is a step'))
            job.buildersList.add(new hudson.tasks.Shell('exit 1'))
            job.publishersList.add(new SlackNotifyPublisher(message: 'Here is an action'))
            job.save()
            """;

    /** In Jenkins' log, anybody's; a warning and a frame of a stack trace are the plugin's. */
    private static final Pattern TROUBLE = Pattern.compile(
            "SEVERE|NoClassDefFoundError|ClassNotFoundException|\\tWARNING\\t.*slack|at .*io\\.jenkins\\.plugins\\.slacknotify");

    @Test
    void shouldTellAndShowWhatItCan() throws IOException {
        assumeTrue(JenkinsLab.find().isPresent(), JenkinsLab.HOW_TO);
        assumeTrue(PackagedPlugin.isBuilt(), PackagedPlugin.HOW_TO);
        try (var sandbox = SlackSandbox.start();
                var process = start(sandbox)) {
            var admin = JenkinsClient.of(process.url(), "admin", "admin-password");
            assertThat(plugins(admin, "it.active"))
                    .contains("slack-notify", "credentials")
                    .doesNotContain("workflow-cps", "token-macro", "cloudbees-folder", "git", "junit", "matrix-auth")
                    .doesNotContain("configuration-as-code", "mailer", "workflow-api");
            assertThat(plugins(admin, "!it.active")).containsExactlyInAnyOrderElementsOf(DISABLED);

            admin.script(JOB);
            assertThat(new Jobs(admin).build("bare").result()).isEqualTo("FAILURE");

            assertThat(told(sandbox, "worded", 1))
                    .as("in the message's own words")
                    .first()
                    .asString()
                    .contains("bare #1", process.url().toString())
                    .doesNotContain("is what it is");
            assertThat(told(sandbox, "builds", 3))
                    .anyMatch(text -> text.contains("Here is a step"))
                    .anyMatch(text -> text.contains("Here is an action"))
                    .as("with a link to the page that every Jenkins has")
                    .anyMatch(text -> text.contains("<" + process.url() + "job/bare/1/|bare #1>"));
            Alerts.await(admin, "The template 'worded' cannot be used", "install the Token Macro plugin");
            assertPages(admin);
            assertThat(process.log()).noneMatch(line -> TROUBLE.matcher(line).find());
        }
    }

    private static JenkinsProcess start(SlackSandbox sandbox) throws IOException {
        var slack = sandbox.workspace("acme");
        var token = slack.installBot(TestBed.BOT);
        List.of("builds", "worded").forEach(name -> slack.channel(name).invite(TestBed.BOT));
        var setup = JenkinsSetup.of(LabJenkins.bare(JenkinsLab.find().orElseThrow(), PackagedPlugin.FILE, DISABLED))
                .withHomeFile("init.groovy.d/setup.groovy", SETUP)
                .withVariable("SANDBOX_API_URL", sandbox.apiUrl())
                .withVariable("SLACK_BOT_TOKEN", token)
                .withVariable("SLACK_CHANNEL", "#builds");
        for (var plugin : DISABLED) {
            setup = setup.withHomeFile("plugins/" + plugin + ".jpi.disabled", "");
        }
        return JenkinsProcess.start(setup);
    }

    private static String[] plugins(JenkinsClient admin, String which) {
        return admin.script("print Jenkins.get().pluginManager.plugins.findAll { " + which + " }*.shortName.join(' ')")
                .split(" ");
    }

    private static List<String> told(SlackSandbox sandbox, String channel, int count) {
        return sandbox.workspace("acme").awaitMessages(channel, count, TestBed.TIMEOUT).stream()
                .map(SandboxMessage::text)
                .toList();
    }

    private static void assertPages(JenkinsClient admin) {
        for (var page : List.of(
                "manage/configure",
                "manage/slack/connection/",
                "manage/slack/rules/",
                "manage/slack/destinations/destination/new/",
                "manage/slack/app/",
                "manage/slack/preview/",
                "manage/slack/deliveries/",
                "manage/slack-import/",
                "job/bare/configure",
                "job/bare/slack-notify/",
                "job/bare/1/",
                "user/admin/preferences/")) {
            assertThat(admin.get(page).status()).as(page).isEqualTo(200);
        }
    }
}
