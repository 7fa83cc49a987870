package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Browsers;
import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * A fresh Jenkins of which nothing is configured, but that its environment has a token, and names files with a channel and the
 * secrets of the app. It has no security, so that nothing keeps anybody from what is not secret. All it is told besides is where the
 * sandbox is.
 */
@Tag("acceptance")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EnvironmentTest {
    private static final String GLOBAL =
            "descriptorByName/io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration/";
    private static final String WHERE_SLACK_IS =
            "unclassified: {location: {url: '${JENKINS_ADDRESS}'}, slackNotify: {apiUrl: '${SANDBOX_API_URL}'}}";
    private static final String SIGNING_SECRET = "5ec2e7c0ffee5ec2e7c0ffee5ec2e7c0";

    @TempDir
    private static Path folder;

    private static SlackSandbox sandbox;
    private static String token;
    private static String appToken;
    private static JenkinsProcess process;
    private static JenkinsClient jenkins;
    private static Jobs jobs;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(JenkinsLab.find().isPresent(), JenkinsLab.HOW_TO);
        assumeTrue(PackagedPlugin.isBuilt(), PackagedPlugin.HOW_TO);
        sandbox = SlackSandbox.start();
        token = sandbox.workspace("acme").installBot("jenkins");
        sandbox.workspace("acme").channel("builds").invite("jenkins");
        sandbox.workspace("acme").channel("chosen").invite("jenkins");
        appToken = sandbox.appOf(token).appToken();
        var channelFile = Files.writeString(folder.resolve("channel"), "#builds\n");
        var secretFile = Files.writeString(folder.resolve("signing-secret"), SIGNING_SECRET + "\n");
        var appTokenFile = Files.writeString(folder.resolve("app-token"), appToken + "\n");
        process = JenkinsProcess.start(
                JenkinsSetup.of(new LabJenkins(JenkinsLab.find().orElseThrow(), PackagedPlugin.FILE))
                        .withHomeFile("jenkins.yaml", WHERE_SLACK_IS)
                        .withHomeFile("slack-notify", "a file where the plugin's folder should be")
                        .withVariable("SANDBOX_API_URL", sandbox.apiUrl())
                        .withVariable("SLACK_BOT_TOKEN", token)
                        .withVariable("SLACK_CHANNEL_FILE", channelFile.toString())
                        .withVariable("SLACK_SECRET_FILE", secretFile.toString())
                        .withVariable("SLACK_APP_TOKEN_FILE", appTokenFile.toString())
                        .withVariable("SLACK_APP_CLIENT_SECRET_FILE", "/nowhere/client-secret"));
        jenkins = JenkinsClient.anonymous(process.url());
        jobs = new Jobs(jenkins);
    }

    @AfterAll
    static void stop() {
        if (process != null) {
            process.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    @Order(0)
    void shouldTellAdministratorsThatItCannotWrite() throws IOException {
        Alerts.await(jenkins, "permissions of the folder slack-notify");

        Files.delete(process.home().resolve("slack-notify"));
    }

    @Test
    @Order(1)
    void shouldSendItsFirstMessageWithoutAClick() {
        jobs.createPipeline("first", "error 'no'");

        jobs.build("first");

        assertThat(sandbox.workspace("acme").awaitMessages("builds", 1, TestBed.TIMEOUT))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("first"));
    }

    @Test
    @Order(2)
    void shouldShowWhatItFindsAndWhatItIsFor() {
        var page = jenkins.get("manage/slack/connection/").requireStatus(200).body();

        assertThat(page)
                .contains("SLACK_BOT_TOKEN", "set, but not shown", "Used as the bot token")
                .contains("SLACK_CHANNEL_FILE", "#builds", "Used as the system channel")
                .contains("SLACK_SECRET_FILE", "SLACK_APP_TOKEN_FILE", "as commands and buttons are switched off")
                .contains("SLACK_APP_CLIENT_SECRET_FILE", "names the file /nowhere/client-secret, which does not exist")
                .doesNotContain("SLACK_APP_CLIENT_ID", token, appToken, SIGNING_SECRET);
        assertThat(process.log())
                .anyMatch(
                        line -> line.contains(
                                "SLACK_BOT_TOKEN, SLACK_CHANNEL_FILE, SLACK_SECRET_FILE, SLACK_APP_TOKEN_FILE, SLACK_APP_CLIENT_SECRET_FILE"))
                .anyMatch(line -> line.contains("WARNING")
                        && line.contains("SLACK_APP_CLIENT_SECRET_FILE names the file /nowhere/client-secret"));
        Alerts.await(jenkins, "SLACK_APP_CLIENT_SECRET_FILE names the file /nowhere/client-secret");
    }

    @Test
    @Order(3)
    void shouldSayAtTheEmptyFieldsWhatIsUsed() {
        assertThat(answer("checkCredentialsId", Map.of("value", "")))
                .contains("The environment variable SLACK_BOT_TOKEN is used");
        assertThat(answer("checkChannel", Map.of("value", "")))
                .contains("#builds of the environment variable SLACK_CHANNEL_FILE is used");
        assertThat(answer("checkChannel", Map.of("value", "#chosen")))
                .contains("This one is used, and not #builds of the environment variable SLACK_CHANNEL_FILE");
        assertThat(answer("fillCredentialsIdItems", Map.of()))
                .contains("slack-notify-environment")
                .contains("slack-notify-environment-app-token", "slack-notify-environment-signing-secret");
        assertThat(answer("testConnection", Map.of("apiUrl", sandbox.apiUrl())))
                .contains("acme", "A test message is in #builds");
    }

    @Test
    @Order(4)
    void shouldLookAsItShould() {
        assumeTrue(Browser.isAtHand(), Browser.HOW_TO);
        var browser = Browsers.take();
        try {
            browser.open(process.url().resolve("manage/slack/connection/"));
            browser.screenshot("environment", By.cssSelector(".slack-notify-environment"));
            assertThat(browser.complaints()).isEmpty();
        } finally {
            Browsers.takeBack(browser);
        }
    }

    @Test
    @Order(5)
    void shouldKeepTheTokenFromJobs() {
        jobs.createPipeline("curious", """
            node {
                sh 'env'
                echo "from Groovy: ${env.SLACK_BOT_TOKEN}"
            }
            slackNotify message: 'Hi', credentialsId: 'slack-notify-environment', wait: true
            withCredentials([string(credentialsId: 'slack-notify-environment', variable: 'TOKEN')]) { echo 'got it' }
            """);
        jobs.createPipeline("curious-too", """
            withCredentials([string(credentialsId: 'slack-notify-environment-app-token', variable: 'TOKEN')]) { echo 'got it' }
            """);
        jobs.create("plain", """
            <project><builders><hudson.tasks.Shell><command>env</command></hudson.tasks.Shell></builders></project>
            """);

        assertThat(jobs.build("curious").console())
                .contains("SLACK_CHANNEL_FILE=", "from Groovy: null")
                .contains("Jenkins has no token that works for it, or this job may not use that.")
                .contains("Could not find credentials entry with ID 'slack-notify-environment'")
                .doesNotContain(token, appToken, SIGNING_SECRET, "got it", "SLACK_SECRET_FILE", "SLACK_APP_TOKEN_FILE");
        assertThat(jobs.build("curious-too").console())
                .contains("Could not find credentials entry with ID 'slack-notify-environment-app-token'")
                .doesNotContain("got it");
        assertThat(jobs.build("plain").console())
                .contains("SLACK_CHANNEL_FILE=")
                .doesNotContain(token, SIGNING_SECRET);
        assertThat(jenkins.get("manage/systemInfo").requireStatus(200).body())
                .contains("SLACK_CHANNEL_FILE")
                .doesNotContain(token, appToken, SIGNING_SECRET, "SLACK_SECRET_FILE");
    }

    @Test
    @Order(6)
    void shouldNeitherStoreNorExportTheToken() throws IOException {
        jenkins.script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().save()");

        assertThat(jenkins.exportConfiguration())
                .contains("  slackNotify:\n")
                .doesNotContain(token, "slack-notify-environment", "#builds");
        for (var secret : List.of(token, appToken, SIGNING_SECRET)) {
            assertThat(FileTree.filesWith(secret, process.home())).isEmpty();
        }
        assertThat(process.home().resolve("credentials.xml")).doesNotExist();
        assertThat(String.join("\n", process.log())).doesNotContain(token, appToken, SIGNING_SECRET);
    }

    /** Nothing but the abilities is configured: everything else is from the files. */
    @Test
    @Order(7)
    void shouldConnectWithTheFilesAndTakeAReplacedOne() throws IOException {
        assertThat(sandbox.appOf(token).socket().openConnections()).isEmpty();

        jenkins.script("""
            def settings = io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()
            settings.inbound.abilities = ['commands']
            settings.save()
            """);

        assertThat(sandbox.appOf(token).socket().awaitOpen(1, TestBed.TIMEOUT)).isTrue();
        assertThat(jenkins.get("manage/slack/app/").requireStatus(200).body())
                .contains("Socket Mode of \"environment\"", "slack-notify-events/")
                .contains("socket_mode_enabled: true")
                .doesNotContain(appToken, SIGNING_SECRET);
        Files.writeString(folder.resolve("app-token"), "\n");
        jenkins.script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().save()");
        Alerts.await(jenkins, "SLACK_APP_TOKEN_FILE names the file", "which is empty");
        Files.writeString(folder.resolve("app-token"), appToken);
        jenkins.script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().save()");
        assertThat(sandbox.appOf(token).socket().awaitOpen(1, TestBed.TIMEOUT)).isTrue();
    }

    /** The work that looks every five minutes is done at once here. */
    @Test
    @Order(8)
    void shouldFollowTheFileOfTheChannel() throws IOException {
        sandbox.workspace("acme").channel("elsewhere").invite("jenkins");
        jobs.createPipeline("while-missing", "error 'no'");
        jobs.createPipeline("followed", "error 'no'");
        Files.delete(folder.resolve("channel"));
        lookAtTheEnvironment();
        jobs.build("while-missing");
        assertThat(answer("checkChannel", Map.of("value", ""))).contains("names the file", "which does not exist");
        await("the message of while-missing in the former channel")
                .atMost(TestBed.TIMEOUT)
                .until(() -> sandbox.workspace("acme").messagesIn("builds").stream()
                        .anyMatch(message -> message.text().contains("while-missing")));

        Files.writeString(folder.resolve("channel"), "#elsewhere");
        lookAtTheEnvironment();
        jobs.build("followed");

        assertThat(sandbox.workspace("acme").awaitMessages("elsewhere", 1, TestBed.TIMEOUT))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("followed"));
        assertThat(sandbox.workspace("acme").messagesIn("builds"))
                .noneMatch(message -> message.text().contains("followed"));
    }

    private static void lookAtTheEnvironment() {
        jenkins.script(
                "hudson.ExtensionList.lookupSingleton(io.jenkins.plugins.slacknotify.lifecycle.SettingsUpkeep).doRun()");
    }

    @Test
    @Order(9)
    void shouldLetThePageGoFirst() {
        jenkins.script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().channel = '#chosen'");
        jobs.createPipeline("later", "error 'no'");

        jobs.build("later");

        assertThat(sandbox.workspace("acme").awaitMessages("chosen", 1, TestBed.TIMEOUT))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("later"));
        assertThat(jenkins.get("manage/slack/connection/").requireStatus(200).body())
                .contains("Not used, as a system channel is entered above");
    }

    private static String answer(String question, Map<String, String> form) {
        return jenkins.post(GLOBAL + question, form).requireStatus(200).body();
    }
}
