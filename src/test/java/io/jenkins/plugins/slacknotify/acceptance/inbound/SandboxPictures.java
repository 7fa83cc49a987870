package io.jenkins.plugins.slacknotify.acceptance.inbound;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;

/** Takes pictures of the sandbox's page for the manual, where {@code -Dslack-notify.pictures=FOLDER} asks for them. */
final class SandboxPictures {
    private SandboxPictures() {}

    /**
     * Takes a picture of a conversation as a member sees it.
     *
     * @param place behind the hash of the page's address
     */
    static void take(InboundBed bed, SandboxMember who, String place, String name) {
        String folder = System.getProperty("slack-notify.pictures");
        if (folder == null || !Browser.isAtHand()) {
            return;
        }
        try (var browser = Browser.open()) {
            browser.open(URI.create(bed.sandbox().pageUrl()));
            browser.run(
                    "sessionStorage.setItem('slack-sandbox-viewer', arguments[0])",
                    who.user().id());
            browser.leave();
            browser.open(URI.create(bed.sandbox().pageUrl() + "#" + place));
            browser.find(By.cssSelector("#conversation button"));
            Files.write(Path.of(folder, name + ".png"), browser.picture(By.id("conversation")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
