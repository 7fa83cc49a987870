package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.gallery.PictureReducer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Takes the pictures of commands in the manual, where {@code -Dslack-notify.pictures=FOLDER} says where to put them. */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class CommandPicturesTest {
    @Test
    void shouldTakeThePicturesOfTheManual() throws IOException {
        var folder = System.getProperty("slack-notify.pictures");
        assumeTrue(folder != null, "No pictures are taken: set -Dslack-notify.pictures=FOLDER");
        assumeTrue(Browser.isAtHand(), Browser.HOW_TO);
        var office = new CommandOffice(true);
        try (var browser = Browser.open()) {
            for (var command : new String[] {
                "status shop", "subscribe shop/**", "subscribe shop mention:here", "mute slow 2h", "list"
            }) {
                office.answer("developer", command);
            }
            signIn(browser, office.bed.process().url(), "admin");
            take(browser, office, "manage/slack/accounts/", "commands-accounts", Path.of(folder));
            take(browser, office, "manage/slack/subscriptions/", "commands-subscriptions", Path.of(folder));
            take(
                    browser,
                    office,
                    "slack-notify-link/?code=" + office.code("unlinked"),
                    "commands-link",
                    Path.of(folder));
            browser.open(URI.create(office.bed.sandbox().pageUrl() + "#acme/builds"));
            browser.run(
                    "sessionStorage.setItem('slack-sandbox-viewer', arguments[0])",
                    office.members.get("developer").user().id());
            browser.open(URI.create(office.bed.sandbox().pageUrl() + "?developer#acme/builds"));
            browser.find(
                    By.cssSelector("#conversation"), place -> place.getText().contains("subscribed"));
            write(browser, By.id("conversation"), "commands-channel", Path.of(folder));
        } finally {
            office.bed.close();
        }
    }

    private static void signIn(Browser browser, URI jenkins, String who) {
        browser.open(jenkins.resolve("login"));
        browser.type(By.name("j_username"), who);
        browser.type(By.name("j_password"), who + "-password");
        browser.click(By.name("Submit"));
        browser.awaitPageAfter(jenkins.resolve("login"));
    }

    private static void take(Browser browser, CommandOffice office, String page, String name, Path folder)
            throws IOException {
        browser.open(office.bed.process().url().resolve(page));
        write(browser, By.id("main-panel"), name, folder);
    }

    private static void write(Browser browser, By what, String name, Path folder) throws IOException {
        var picture = PictureReducer.reduce(browser.picture(what));
        assertThat(picture.length).as(name).isLessThan(60_000);
        Files.write(Files.createDirectories(folder).resolve(name + ".png"), picture);
        System.out.println(name + ".png: " + picture.length + " bytes");
    }
}
