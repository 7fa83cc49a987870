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
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * Tests what a Jenkins does whose home is a copy of that of another machine: its mark names another one. {@link UnusableFolderTest} has
 * what waits there sent.
 */
@JenkinsAcceptance
@Order(22)
class CopiedHomeTest {
    private static final By ALERT = By.cssSelector(".jenkins-alert-warning");
    static final String QUESTION = "is a copy of that of another machine";

    private static final List<String> RUNNING = List.of("cut-freestyle", "cut-pipeline");

    @Test
    void shouldAskAboutWhatTheOtherHasLeftAndDiscardIt(TestBed bed, Browser browser) throws IOException {
        bed.channels().open("copied");
        leave(bed, "to be discarded");
        bed.browser();

        bed.jobs().createPipeline("new", "slackNotify message: 'of the copy', channel: 'copied'");
        bed.jobs().build("new");
        bed.channels().awaitAbout("of the copy", "copied", 1);
        open(browser, bed, "manage/slack/deliveries/", "2 builds ran that do not run here");
        open(browser, bed, "manage/slack/deliveries/", QUESTION);
        browser.screenshot("copied-deliveries");
        browser.find(By.cssSelector("form[action='discardCopied'] button")).click();
        awaitNoQuestion(bed);
        bed.jobs().createPipeline("later", "slackNotify message: 'afterwards', channel: 'copied'");
        bed.jobs().build("later");
        bed.channels().awaitAbout("afterwards", "copied", 1);
        assertThat(bed.channels().messagesAbout("to be discarded", "copied")).isEmpty();
        assertThat(bed.slack().messagesIn("cut-off"))
                .as("of builds that the other Jenkins goes on with")
                .hasSize(RUNNING.size())
                .allSatisfy(message -> assertThat(message.headline()).doesNotContainIgnoringCase("stopped"));
    }

    /** Has a message wait in a home that, at the next start, is that of another machine. */
    private static void leave(TestBed bed, String message) throws IOException {
        bed.messageFaults().always(message, Fault.rateLimited(Duration.ofMinutes(1)));
        beginBuilds(bed);
        String job = message.replace(' ', '-');
        bed.jobs().createPipeline(job, "slackNotify message: '%s', channel: 'copied'".formatted(message));
        bed.jobs().build(job);
        bed.process().kill();
        bed.sandbox().faults().clear();
        makeCopy(bed);
        bed.startAgain();
    }

    /** Has a freestyle build run, and a pipeline with which Jenkins may not go on; both have said that they have started. */
    private static void beginBuilds(TestBed bed) {
        bed.configuration()
                .set("events: []", "routing: {rules: [{jobs: [cut-*], events: [started, lost], to: ['#cut-off']}]}");
        bed.channels().open("cut-off");
        bed.jobs().create("cut-freestyle", """
                <project>
                  <builders><hudson.tasks.Shell><command>echo Sleeping; sleep 600</command></hudson.tasks.Shell></builders>
                </project>
                """);
        bed.jobDsl().run("""
                pipelineJob('cut-pipeline') {
                    properties { disableResume() }
                    definition { cps { script("stage('Long') { sleep 600 }"); sandbox() } }
                }
                """);
        RUNNING.forEach(job -> bed.jobs().start(job).awaitConsole("Sleeping"));
        bed.channels().await("cut-off", RUNNING.size());
    }

    /** Has the home of a Jenkins that has ended be that of another machine. */
    static void makeCopy(TestBed bed) throws IOException {
        Path ours = bed.process().home().resolve("slack-notify");
        markAsCopied(ours.resolve("outbox/home.json"));
        Path running = ours.resolve("running");
        if (Files.exists(running)) {
            try (Stream<Path> builds = Files.list(running)) {
                for (Path build : builds.toList()) {
                    markAsCopied(build);
                }
            }
        }
    }

    private static void markAsCopied(Path file) throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("\"host\":\"[^\"]*\"", "\"host\":\"production\"")
                        .replaceFirst("\"boot\":\"[^\"]*\"", "\"boot\":\"another\""));
    }

    /** Opens a page once it shows an alert: it does not change by itself, and what waits is read on another thread. */
    static void open(Browser browser, TestBed bed, String page, String words) {
        Awaitility.await("an alert").atMost(TestBed.TIMEOUT).until(() -> shows(bed, page, words));
        browser.open(bed.process().url().resolve(page));
        browser.find(ALERT, alert -> alert.getText().contains(words));
    }

    static void awaitNoQuestion(TestBed bed) {
        Awaitility.await("no question").atMost(TestBed.TIMEOUT).until(() -> !shows(bed, "manage/", QUESTION));
    }

    private static boolean shows(TestBed bed, String page, String words) {
        return bed.admin().get(page).requireStatus(200).body().contains(words);
    }
}
