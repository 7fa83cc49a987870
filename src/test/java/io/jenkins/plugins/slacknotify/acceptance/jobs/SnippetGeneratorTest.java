package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Pipeline Syntax offers the step with help for every field. */
@JenkinsAcceptance
class SnippetGeneratorTest {
    @Test
    void shouldWriteTheStep(TestBed bed, Browser browser) {
        open(bed, browser);
        browser.type(By.cssSelector("[name='_.message']"), "It's done");
        browser.type(By.cssSelector("[name='_.channel']"), "#builds");

        assertThat(generated(browser)).isEqualTo("slackNotify channel: '#builds', message: 'It\\'s done'");
        browser.screenshot("snippet-generator");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldWriteWhatIsNoPlainText(TestBed bed, Browser browser) {
        open(bed, browser);
        browser.type(By.cssSelector("[name='_.blocks']"), "[{\"type\": \"divider\"}]");
        browser.type(By.cssSelector("[name='_.mention']"), "here, U0123ABCD");
        browser.type(By.cssSelector("[name='_.reaction']"), "rocket");

        assertThat(generated(browser))
                .isEqualTo(
                        "slackNotify blocks: '[{\"type\": \"divider\"}]', mention: 'here, U0123ABCD', reaction: 'rocket'");
        browser.screenshot("snippet-generator-blocks");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldLeaveOutWhatWasNotTouched(TestBed bed, Browser browser) {
        open(bed, browser);

        assertThat(generated(browser)).isEqualTo("slackNotify()");
    }

    /** What a build would refuse is said in the form. A variable may stand for anything. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    channel  | #builds, bad!  | No channel of Slack can be called
                    channel  | #builds        |
                    channel  | #$BRANCH!      |
                    blocks   | {oops          | blocks
                    reaction | not, an!emoji  | is not the name of an emoji
                    timeout  | -5             | Enter a whole number of seconds, 1 or more
                    timeout  | 0              | Enter a whole number of seconds, 1 or more
                    timeout  | soon           | Enter a whole number of seconds, 1 or more
                    timeout  | 90             |
                    """)
    void shouldCheckWhatTheStepTakes(String field, String value, String error, TestBed bed) {
        if (bed.admin().get("job/checked/").status() == 404) {
            bed.jobs().createPipeline("checked", "");
        }
        var checked = bed.admin()
                .post(
                        "job/checked/descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep/check"
                                + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1),
                        Map.of("value", value));

        assertThat(checked.requireStatus(200).body()).contains(error == null ? "<div/>" : error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message",
                "markdown",
                "blocks",
                "mention",
                "reaction",
                "file",
                "snippet",
                "fileName",
                "title",
                "broadcast",
                "channel",
                "to",
                "severity",
                "credentialsId",
                "failOnError",
                "wait",
                "timeout",
                "thread",
                "update"
            })
    void shouldHaveHelpForEveryOption(String option, TestBed bed) {
        var help = bed.admin().get("descriptor/io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep/help/" + option);

        assertThat(help.requireStatus(200).body()).isNotBlank();
    }

    private static void open(TestBed bed, Browser browser) {
        if (bed.admin().get("job/syntax/").status() == 404) {
            bed.jobs().createPipeline("syntax", "");
        }
        browser.open(bed.process().url().resolve("job/syntax/pipeline-syntax/"));
        var steps = By.cssSelector("select.dropdownList");
        browser.find(By.cssSelector("select.dropdownList option"));
        var choice = new Select(browser.find(steps));
        choice.selectByVisibleText("slackNotify: Send a Slack notification");
    }

    private static String generated(Browser browser) {
        browser.click(By.id("generatePipelineScript"));
        return browser.find(
                        By.id("prototypeText"),
                        text -> !text.getAttribute("value").isBlank())
                .getAttribute("value");
    }
}
