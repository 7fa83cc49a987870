package io.jenkins.plugins.slacknotify.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Taking over what the Slack Notification plugin was configured to do, after that plugin is gone. */
@JenkinsAcceptance
class SlackPluginImportTest {
    private static final String PAGE = "manage/slack-import/";
    private static final String OLD = "jenkins.plugins.slack.SlackNotifier";

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String SETTINGS = "io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.xml";

    private static final String IMPORTED = "//input[@name='job' and @value='imported']";

    private static final String SYSTEM = """
        <?xml version='1.1' encoding='UTF-8'?>
        <jenkins.plugins.slack.SlackNotifier_-DescriptorImpl plugin="slack@795.v4b_9705b_e6d47">
          <teamDomain>acme</teamDomain>
          <tokenCredentialId>imported-token</tokenCredentialId>
          <botUser>true</botUser>
          <sendAsText>false</sendAsText>
          <iconEmoji>tada</iconEmoji>
          <username>Old hand</username>
          <room>#imported-system</room>
        </jenkins.plugins.slack.SlackNotifier_-DescriptorImpl>
        """;

    private static final String JOB = """
        <project>
          <builders><hudson.tasks.Shell><command>exit 1</command></hudson.tasks.Shell></builders>
          <publishers>
            <jenkins.plugins.slack.SlackNotifier plugin="slack@795.v4b_9705b_e6d47">
              <botUser>false</botUser>
              <room>%s</room>
              <startNotification>false</startNotification>
              <notifySuccess>false</notifySuccess>
              <notifyEveryFailure>true</notifyEveryFailure>
              <notifyBackToNormal>true</notifyBackToNormal>
              <uploadFiles>true</uploadFiles>
              <slackUserIdResolver class="jenkins.plugins.slack.user.NoSlackUserIdResolver"/>
            </jenkins.plugins.slack.SlackNotifier>
          </publishers>
        </project>
        """;

    @BeforeEach
    void configureTheOldPlugin(TestBed bed) throws IOException {
        Files.writeString(systemFile(bed), SYSTEM);
    }

    @AfterEach
    void reset(TestBed bed) throws IOException {
        Files.deleteIfExists(systemFile(bed));
        bed.reset();
    }

    @Test
    void shouldBeFoundWhereThatPluginWasConfiguredAlone(TestBed bed) throws IOException {
        assertThat(bed.admin().get("manage/").body()).contains("slack-import");
        assertThat(bed.user("developer").get("manage/").body()).doesNotContain("slack-import");

        Files.delete(systemFile(bed));

        assertThat(bed.admin().get("manage/").body()).doesNotContain("slack-import");
    }

    @Test
    void shouldShowWhatItComesToAndTakeItOverWhenAsked(TestBed bed, Browser browser) {
        bed.channels().open("imported");
        bed.credentials().add("imported-token", bed.token());
        bed.jobs().create("imported", JOB.formatted("imported"));
        bed.jobs().create("left-alone", JOB.formatted("#elsewhere"));
        var page = bed.process().url().resolve(PAGE);

        browser.open(page);

        assertThat(browser.find(By.id("main-panel")).getText())
                .contains("imported-token", "#imported-system", "Old hand", ":tada:")
                .contains("{events: [fixed, failure], to: [\"#imported\"]}", "It uploads artifacts")
                .contains("as soon as anybody saves it");
        assertThat(jobFile(bed, "imported")).contains(OLD).doesNotContain("JobRulesProperty");
        tick(browser, "system");
        browser.click(By.xpath("//input[@name='job' and @value='left-alone']/following-sibling::label"));
        browser.screenshot("slack-import");
        bed.configuration().markChanged();
        browser.click(By.id("slack-notify-import"));

        await("the page to ask for the one job that is left")
                .atMost(TestBed.TIMEOUT)
                .until(() -> browser.all(By.xpath(IMPORTED)).isEmpty()
                        && !browser.all(By.id("slack-notify-import")).isEmpty());
        assertThat(browser.find(By.id("slack-notify-imported")).getText())
                .contains("The settings of the system are imported", "One job has rules now", "imported");
        browser.screenshot("slack-import-done");
        browser.run("document.documentElement.dataset.theme = 'dark'");
        browser.screenshot("slack-import-done-dark");
        assertThat(jobFile(bed, "imported"))
                .contains("JobRulesProperty", "<string>#imported</string>")
                .doesNotContain(OLD);
        assertThat(jobFile(bed, "left-alone")).contains(OLD).doesNotContain("JobRulesProperty");
        assertThat(bed.admin().exportConfiguration())
                .contains("credentialsId: \"imported-token\"", "channel: \"#imported-system\"")
                .contains("botName: \"Old hand\"", "botIcon: \":tada:\"");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldTellTheSameRoomAsBeforeAndNoOther(TestBed bed) {
        bed.channels().open("old-room");
        bed.channels().open("imported-system");
        bed.credentials().add("imported-token", bed.token());
        bed.jobs().create("moved", JOB.formatted("old-room"));
        bed.configuration().markChanged();
        bed.admin().post(PAGE + "apply", Map.of("system", "on", "job", "moved")).requireStatus(200);

        bed.jobs().build("moved");
        bed.jobs().build("moved");

        assertThat(bed.channels().awaitAbout("moved #2", "old-room", 1)).isNotEmpty();
        assertThat(bed.channels().messagesAbout("moved", "imported-system")).isEmpty();
        assertThat(bed.channels().messagesAbout("moved", bed.systemChannel())).isEmpty();
    }

    @Test
    void shouldSayWhatCanBeNoSystemChannelAndTakeOverTheRest(TestBed bed) throws IOException {
        Files.writeString(systemFile(bed), SYSTEM.replace("#imported-system", "team/dev"));
        bed.configuration().markChanged();

        var shown = bed.admin().get(PAGE).requireStatus(200).body();
        var done = bed.admin()
                .post(PAGE + "apply", Map.of("system", "on"))
                .requireStatus(200)
                .body();

        assertThat(shown).contains("Its default is 'team/dev', which is left out");
        assertThat(done).contains("The settings of the system are imported").doesNotContain("have rules now");
        assertThat(bed.admin().exportConfiguration())
                .contains("botName: \"Old hand\"", "channel: \"#" + bed.systemChannel() + "\"");
        assertThat(bed.admin().post(PAGE + "apply", Map.of()).body()).contains("Nothing was ticked");
    }

    /** That plugin takes the id of a conversation with a person. It can be no system channel, and must not stop the rest. */
    @Test
    void shouldTakeOverTheRestWhereTheRoomIsAConversationWithAPerson(TestBed bed) throws IOException {
        Files.writeString(systemFile(bed), SYSTEM.replace("#imported-system", "D024BE91L"));
        bed.credentials().add("imported-token", bed.token());
        bed.jobs().create("beside-a-person", JOB.formatted("#ops"));
        bed.configuration().markChanged();

        var shown = bed.admin().get(PAGE).requireStatus(200).body();
        var done = bed.admin()
                .post(PAGE + "apply", Map.of("system", "on", "job", "beside-a-person"))
                .requireStatus(200)
                .body();

        assertThat(shown).contains("Its default is 'D024BE91L', which is left out");
        assertThat(done).contains("The settings of the system are imported", "One job has rules now");
        assertThat(Files.readString(bed.process().home().resolve(SETTINGS)))
                .contains("<credentialsId>imported-token<", "<channel>#" + bed.systemChannel() + "<");
        assertThat(jobFile(bed, "beside-a-person")).contains("<string>#ops</string>");
    }

    @Test
    void shouldLeaveAJobAloneThatHasAnInvalidRuleAndTakeOverTheOthers(TestBed bed) {
        bed.jobs()
                .create(
                        "invalid-rule",
                        withRule("<minimumSeverity>HUGE</minimumSeverity><to><string>#kept</string></to>"));
        bed.jobs().create("valid-rule", JOB.formatted("#ops"));
        var before = jobFile(bed, "invalid-rule");

        var done = bed.admin()
                .post(PAGE + "apply", FORM, "job=invalid-rule&job=valid-rule")
                .requireStatus(200)
                .body();

        assertThat(done)
                .contains("The job invalid-rule stays as it was", "HUGE", "Correct that rule", "One job has rules now");
        assertThat(jobFile(bed, "invalid-rule")).isEqualTo(before).contains("HUGE", "#kept", OLD);
        assertThat(jobFile(bed, "valid-rule")).contains("<string>#ops</string>");
        assertThat(bed.jobs().configXml("invalid-rule")).contains("#kept");
    }

    @Test
    void shouldNotAddTheSameRuleTwice(TestBed bed) {
        bed.jobs()
                .create(
                        "taken-over-before",
                        withRule("<events><string>fixed</string><string>failure</string></events>"
                                + "<to><string>#twice</string></to>"));
        bed.jobs().create("not-yet", JOB.formatted("#not-yet"));
        bed.jobs().create("other-rule", withRule("<to><string>#other</string></to>"));

        var shown = bed.admin().get(PAGE).requireStatus(200).body();
        bed.admin()
                .post(PAGE + "apply", FORM, "job=taken-over-before&job=other-rule&job=not-yet")
                .requireStatus(200);

        assertThat(shown).contains("The job has these rules already", "The job has rules already. These are added");
        assertThat(box(shown, "not-yet")).contains("checked");
        assertThat(box(shown, "taken-over-before")).doesNotContain("checked");
        assertThat(box(shown, "other-rule")).doesNotContain("checked");
        assertThat(jobFile(bed, "taken-over-before")).containsOnlyOnce("<string>#twice</string>");
        assertThat(jobFile(bed, "other-rule")).contains("<string>#other</string>", "<string>#twice</string>");
    }

    /** The checkbox of a job, in HTML. */
    private static String box(String page, String job) {
        return Pattern.compile("<input[^>]*>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(input -> input.contains("value=\"" + job + "\""))
                .collect(Collectors.joining());
    }

    private static String withRule(String options) {
        return JOB.formatted("#twice")
                .replace(
                        "<builders>",
                        "<properties><io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty><rules>"
                                + "<io.jenkins.plugins.slacknotify.config.rules.RuleConfig>" + options
                                + "</io.jenkins.plugins.slacknotify.config.rules.RuleConfig>"
                                + "</rules></io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty></properties>"
                                + "<builders>");
    }

    @Test
    void shouldTakeNothingOverForAnybodyElseOrByALink(TestBed bed) {
        bed.jobs().create("guarded-import", JOB.formatted("#ops"));
        var before = bed.jobs().configXml("guarded-import");
        var form = Map.of("system", "on", "job", "guarded-import", "removeOld", "on");

        assertThat(bed.user("developer").post(PAGE + "apply", form).status()).isEqualTo(403);
        assertThat(bed.user("developer").get(PAGE).status()).isEqualTo(403);
        assertThat(bed.admin().postWithoutCrumb(PAGE + "apply", form).status()).isEqualTo(403);
        assertThat(bed.admin()
                        .get(PAGE + "apply?system=on&job=guarded-import&removeOld=on")
                        .status())
                .isIn(404, 405);

        assertThat(bed.jobs().configXml("guarded-import")).isEqualTo(before);
        assertThat(bed.admin().exportConfiguration()).doesNotContain("imported-system");
    }

    private static void tick(Browser browser, String name) {
        browser.click(By.xpath("//input[@name='%s']/following-sibling::label".formatted(name)));
    }

    /** What stands on disk. Since 2.568, Jenkins answers {@code config.xml} from memory, without what it could not read. */
    private static String jobFile(TestBed bed, String job) {
        try {
            return Files.readString(bed.process().home().resolve("jobs/" + job + "/config.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path systemFile(TestBed bed) {
        return bed.process().home().resolve(OLD + ".xml");
    }
}
