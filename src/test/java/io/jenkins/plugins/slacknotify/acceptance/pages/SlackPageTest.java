package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** Manage Jenkins » Slack: where it is found, its tabs, and the addresses that were there before. */
@JenkinsAcceptance(resetAfterEach = true)
class SlackPageTest {
    @Test
    void shouldBeOneEntryOfManageJenkins(TestBed bed) {
        assertThat(bed.admin().get("manage/").requireStatus(200).body())
                .containsOnlyOnce("href=\"slack\"")
                .doesNotContain("slack-app", "slack-deliveries", "slack-preview", "slack-accounts");
        assertThat(bed.user("developer").get("manage/").body()).doesNotContain("href=\"slack\"");
    }

    @Test
    void shouldHaveItsTabsInTheOrderOfWork(TestBed bed, Browser browser) {
        browser.open(bed.process().url().resolve("manage/slack/"));

        assertThat(browser.texts(".slack-notify-tabs [aria-current]")).containsExactly("Connection");
        assertThat(browser.texts(".slack-notify-tabs a"))
                .containsExactly(
                        "App",
                        "Connection",
                        "Destinations",
                        "Rules",
                        "Direct messages",
                        "Commands and buttons",
                        "Accounts",
                        "Subscriptions",
                        "Preview",
                        "Deliveries");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldBeginWithTheAppWhereThereIsNone(TestBed bed) {
        assertThat(bed.admin().get("manage/slack/").headers().firstValue("Location"))
                .hasValueSatisfying(start -> assertThat(start).endsWith("connection/"));

        bed.configuration().set("credentialsId: ''");

        assertThat(bed.admin().get("manage/slack/").headers().firstValue("Location"))
                .hasValueSatisfying(start -> assertThat(start).endsWith("app/"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            slack-app/,                     slack/app/
            slack-app/?transport=http,      slack/app/?transport=http
            slack-deliveries/?state=held,   slack/deliveries/?state=held
            slack-deliveries,               slack/deliveries/
            slack-preview/,                 slack/preview/
            slack-accounts/,                slack/accounts/
            """)
    void shouldLeadFromAFormerAddress(String former, String now, TestBed bed) {
        var answer = bed.admin().get("manage/" + former);

        // Jenkins itself adds a slash that is missing, before anything else.
        assertThat(answer.headers()
                        .firstValue("Location")
                        .map(found -> former.endsWith("/") || former.contains("?") ? found : now))
                .hasValueSatisfying(found -> assertThat(found).endsWith(now));
        assertThat(bed.user("developer").get("manage/" + former).status()).isIn(302, 403, 404);
    }

    @Test
    void shouldAnswerScriptsAtAFormerAddress(TestBed bed) {
        bed.jobs().createPipeline("scripted", "echo 'hi'");
        bed.jobs().build("scripted");

        assertThat(bed.admin()
                        .post("manage/slack-preview/api?job=scripted", Map.of())
                        .body())
                .contains("application/yaml");
    }

    /** The page System has no setting of this plugin, so it must not take any away. */
    @Test
    void shouldKeepAllSettingsWhenThePageSystemIsSaved(TestBed bed, Browser browser) {
        bed.configuration().set("channel: '#kept'", "routing: {rules: [{to: ['#kept-by-rule']}]}");
        var before = bed.configuration().exported();

        browser.open(bed.process().url().resolve("manage/configure"));
        browser.click(By.cssSelector("#bottom-sticker [name=Submit]"));
        browser.awaitPageAfter(bed.process().url().resolve("manage/configure"));

        assertThat(bed.configuration().exported()).isEqualTo(before).contains("#kept-by-rule");
    }

    @Test
    void shouldSayThatSomebodyElseHasSavedMeanwhileAndLoseNothing(TestBed bed, Browser browser) {
        var page = ConnectionPage.open(bed, browser).channel("#mine");
        bed.configuration().set("channel: '#theirs'");

        assertThat(page.answer()).contains("Somebody else has saved this page since you opened it");
        browser.screenshot("conflict");
        assertThat(bed.configuration().exported()).contains("#theirs").doesNotContain("#mine");

        page.overwrite();
        assertThat(bed.configuration().exported()).contains("#mine").doesNotContain("#theirs");
        assertThat(browser.complaints()).isEmpty();
    }
}
