package io.jenkins.plugins.slacknotify.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.acceptance.harness.Polls;
import io.jenkins.plugins.slacknotify.acceptance.pages.Alerts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * Tests what happens where the plugin cannot use its folder, because a file stands in its place. What it has written as soon as it could
 * is then found by a Jenkins on another machine, which asks before it sends that. A whole Jenkins starts so in {@code EnvironmentTest}.
 */
@JenkinsAcceptance
@Order(11)
class UnusableFolderTest {
    private static final String LIFECYCLE = "io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle";
    private static final String PROBLEMS =
            "print " + LIFECYCLE + ".get().engine().deliveries().problems()*.description().join('; ')";

    @Test
    void shouldTellAdministratorsAndWriteAsSoonAsItCanAndAskBeforeAnotherMachineSendsIt(TestBed bed, Browser browser)
            throws IOException {
        bed.channels().open("disk");
        bed.messageFaults().always("unsent", Fault.status(503));
        bed.jobs().createPipeline("left", "slackNotify message: 'left unsent', channel: 'disk'");
        bed.jobs().build("left");
        stopEngine(bed);
        Path folder = bed.process().home().resolve("slack-notify");
        Path aside = Files.move(folder, folder.resolveSibling("aside"));
        Files.createFile(folder);
        startEngine(bed);

        bed.jobs().createPipeline("unsafe", "slackNotify message: 'unsafe and unsent', channel: 'disk'");
        assertThat(bed.jobs().build("unsafe").result()).isEqualTo("SUCCESS");
        assertThat(bed.admin().script(PROBLEMS))
                .contains(
                        "What was left to send", "cannot be written to disk", "permissions of the folder slack-notify");
        bed.browser();
        awaitAlert(bed, browser, "manage/slack/deliveries/");
        browser.screenshot("disk-deliveries");
        awaitAlert(bed, browser, "manage/");
        browser.screenshot("disk-monitor");

        Files.delete(folder);
        Files.move(aside, folder);
        Awaitility.await()
                .atMost(TestBed.TIMEOUT.multipliedBy(2))
                .pollInterval(Polls.OF_SCRIPTS)
                .until(() -> !bed.admin().script(PROBLEMS).contains("disk"));
        bed.jobs().createPipeline("astray", "slackNotify message: 'astray', channel: 'nowhere-astray'");
        bed.jobs().build("astray");
        Alerts.await(bed, "Slack finds no #nowhere-astray");
        assertThat(FileTree.filesWith("unsafe and unsent", folder))
                .as("written")
                .isNotEmpty();
        stopEngine(bed);
        bed.sandbox().faults().clear();
        CopiedHomeTest.makeCopy(bed);
        startEngine(bed);

        CopiedHomeTest.open(browser, bed, "manage/", CopiedHomeTest.QUESTION);
        browser.screenshot("copied-monitor");
        assertThat(bed.channels().messagesAbout("unsent", "disk")).isEmpty();
        browser.find(By.cssSelector("form[action$='deliveries/sendCopied'] button"))
                .click();
        assertThat(bed.channels().await("disk", 2)).hasSize(2);
        CopiedHomeTest.awaitNoQuestion(bed);
        // It may have been sent by the other machine, and to look for it takes the same channel.
        Alerts.await(bed, "Slack finds no #nowhere-astray", "one message waits for it");
    }

    /** As the end of Jenkins does. Whoever asks for an engine before the start has the one that is closed. */
    private static void stopEngine(TestBed bed) {
        bed.admin().script(LIFECYCLE + ".stop()");
    }

    /** As a start of Jenkins does, which takes as long as this test. */
    private static void startEngine(TestBed bed) {
        bed.admin().script(LIFECYCLE + ".get().@engine = null; " + LIFECYCLE + ".start()");
    }

    private static void awaitAlert(TestBed bed, Browser browser, String page) {
        browser.open(bed.process().url().resolve(page));
        browser.find(
                By.cssSelector(".jenkins-alert-warning"),
                alert -> alert.getText().contains("cannot be written to disk"));
    }
}
