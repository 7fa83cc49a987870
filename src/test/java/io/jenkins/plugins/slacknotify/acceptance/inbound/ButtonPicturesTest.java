package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.gallery.PictureReducer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.By;

/** Takes the pictures of docs/buttons.md: the cause of a build, and the lines in its log. Runs only where a folder is named. */
@Tag("acceptance")
@EnabledIfSystemProperty(
        named = "slack-notify.buttons.pictures",
        matches = ".+",
        disabledReason = "No pictures of buttons are taken: set -Dslack-notify.buttons.pictures=FOLDER")
class ButtonPicturesTest extends ButtonPlay {
    ButtonPicturesTest() {
        super(false);
    }

    @Test
    void shouldShowWhoHasActedInJenkins() throws IOException {
        assumeTrue(Browser.isAtHand(), Browser.HOW_TO);
        bed.jobs()
                .createPipeline(
                        "deploy",
                        "if (currentBuild.number == 1) { error 'no room on the server' }\ninput message: 'Ship 1.4?', ok: 'Ship it'\necho 'shipped'");
        bed.jobs().build("deploy");
        var bad = awaitMessage("deploy #1", message -> labels(message).contains("Run again"));
        answer(anna.press(bad.ts(), AGAIN));
        var question = openQuestion("deploy #2");
        assertThat(answer(bob.press(question.ts(), APPROVE))).isEqualTo("You have approved *deploy #2*.");
        bed.jobs().build("deploy", 2).await();

        try (var browser = Browser.open()) {
            browser.open(bed.process().url().resolve("login"));
            browser.type(By.name("j_username"), "admin");
            browser.type(By.name("j_password"), "admin-password");
            browser.find(By.name("Submit")).click();
            browser.awaitPageAfter(bed.process().url().resolve("login"));
            picture(browser, "job/deploy/2/", "buttons-cause");
            picture(browser, "job/deploy/2/console", "buttons-log");
        }
    }

    private void picture(Browser browser, String page, String name) throws IOException {
        browser.open(bed.process().url().resolve(page));
        var folder = Files.createDirectories(Path.of(System.getProperty("slack-notify.buttons.pictures")));
        Files.write(folder.resolve(name + ".png"), PictureReducer.reduce(browser.picture(By.id("main-panel"))));
    }
}
