package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * What a Jenkins does whose home is a copy of that of another machine: its mark names another one. {@link UnusableFolderTest} has what waits
 * there sent.
 */
@JenkinsAcceptance
@Order(3)
class CopiedHomeTest {
    private static final By ALERT = By.cssSelector(".jenkins-alert-warning");
    static final String QUESTION = "is a copy of that of another machine";

    @Test
    void shouldAskAboutWhatTheOtherHasLeftAndDiscardIt(TestBed bed, Browser browser) throws IOException {
        bed.channels().open("copied");
        leave(bed, "to be discarded");
        bed.browser();

        bed.jobs().createPipeline("new", "slackNotify message: 'of the copy', channel: 'copied'");
        bed.jobs().build("new");
        bed.channels().awaitAbout("of the copy", "copied", 1);
        open(browser, bed, "manage/slack/deliveries/", QUESTION);
        browser.screenshot("copied-deliveries");
        browser.find(By.cssSelector("form[action='discardCopied'] button")).click();
        awaitNoQuestion(bed);
        bed.jobs().createPipeline("later", "slackNotify message: 'afterwards', channel: 'copied'");
        bed.jobs().build("later");
        bed.channels().awaitAbout("afterwards", "copied", 1);
        assertThat(bed.channels().messagesAbout("to be discarded", "copied")).isEmpty();
    }

    /** Has a message wait in a home that, at the next start, is that of another machine. */
    private static void leave(TestBed bed, String message) throws IOException {
        bed.messageFaults().always(message, Fault.rateLimited(Duration.ofMinutes(1)));
        String job = message.replace(' ', '-');
        bed.jobs().createPipeline(job, "slackNotify message: '%s', channel: 'copied'".formatted(message));
        bed.jobs().build(job);
        bed.process().stop();
        bed.sandbox().faults().clear();
        makeCopy(bed);
        bed.startAgain();
    }

    /** Has the home of a Jenkins that has ended be that of another machine. */
    static void makeCopy(TestBed bed) throws IOException {
        Path mark = bed.process().home().resolve("slack-notify/outbox/home.json");
        Files.writeString(
                mark,
                Files.readString(mark)
                        .replaceFirst("\"host\":\"[^\"]*\"", "\"host\":\"production\"")
                        .replaceFirst("\"boot\":\"[^\"]*\"", "\"boot\":\"another\""));
    }

    static void open(Browser browser, TestBed bed, String page, String words) {
        Awaitility.await("an alert").atMost(TestBed.TIMEOUT).untilAsserted(() -> {
            browser.open(bed.process().url().resolve(page));
            browser.find(ALERT, alert -> alert.getText().contains(words));
        });
    }

    static void awaitNoQuestion(TestBed bed) {
        Awaitility.await("no question")
                .atMost(TestBed.TIMEOUT)
                .until(() ->
                        !bed.admin().get("manage/").requireStatus(200).body().contains(QUESTION));
    }
}
