package io.jenkins.plugins.slacknotify.acceptance.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** From an empty Jenkins to the first message and the first answered command, as somebody does it who sees it for the first time. */
@Tag("acceptance")
class FirstRunTest {
    private static final Pattern STATE = Pattern.compile("<[^>]*\\bdata-step=[^>]*\\bdata-state=\"(\\w+)\"");

    private static InstallationBed bed;

    private final Map<String, Integer> counts = new TreeMap<>();

    @BeforeAll
    static void start() {
        // Of one that was emptied, the guide says that a command was answered there: that is counted from its start on.
        bed = InstallationBed.start(sandbox -> Map.of());
    }

    @AfterAll
    static void stop() {
        if (bed != null) {
            bed.close();
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void click(String where, By what) {
        count("clicks " + where);
        bed.browser().click(what);
    }

    private void paste(By field, String text) {
        count("pastes");
        bed.browser().type(field, text);
    }

    /** Waits for them without the browser, which takes a hundredth of the time. */
    private void assertStates(String... states) {
        await(List.of(states).toString())
                .atMost(InstallationBed.TIMEOUT)
                .untilAsserted(() -> assertThat(STATE.matcher(
                                        bed.admin().get(InstallationBed.GUIDE).body())
                                .results()
                                .map(state -> state.group(1)))
                        .containsExactly(states));
        bed.browser().open(bed.guide());
        assertThat(bed.browser().all(By.cssSelector(".slack-notify-setup [data-step]")).stream()
                        .map(step -> step.getAttribute("data-state"))
                        .toList())
                .containsExactly(states);
    }

    /** Takes pictures in light and dark, and at 400 pixels, where nothing may be wider than the window. */
    private static void look(String name) {
        var browser = bed.browser();
        browser.screenshot(name);
        browser.run("document.documentElement.dataset.theme = 'dark'");
        browser.screenshot(name + "-dark");
        browser.run("delete document.documentElement.dataset.theme");
        browser.narrow(400);
        var tooWide = browser.run("return [...document.querySelectorAll('.slack-notify-setup *')]"
                + ".filter(e => e.checkVisibility())"
                + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                + ".map(e => e.outerHTML.slice(0, 80))");
        assertThat(tooWide).as("wider than a phone").isEqualTo(List.of());
        browser.screenshot(name + "-400");
        browser.narrow(null);
    }

    @Test
    void shouldLeadFromNothingToAMessageAndAnAnswer() throws IOException {
        var browser = bed.browser();
        assertStates("done", "next", "later", "later", "off", "off");
        assertThat(browser.all(By.id("slack-notify-next"))).isEmpty();
        look("setup-empty");

        var configurationToken =
                bed.sandbox().configurationToken(bed.acme(), bed.ada()).token();
        paste(By.id("slack-notify-configuration-token"), configurationToken);
        click("in Jenkins", By.id("slack-notify-make"));
        assertThat(browser.find(By.id("slack-notify-notice")).getText()).contains("Slack has made the app");
        browser.screenshot("setup-made");
        var app = bed.app();

        click("in Jenkins", By.className("slack-notify-add"));
        browser.find(By.id("allow"));
        assertThat(browser.run("return location.search").toString()).contains("state=", "commands");
        click("in Slack", By.id("allow"));
        assertThat(browser.find(By.id("slack-notify-grant")).getText())
                .contains(
                        "acme (" + bed.acme().teamId() + ")",
                        app.id(),
                        bed.ada().id(),
                        "chat:write");
        assertThat(browser.run("return location.href").toString())
                .as("no code and no secret in the address")
                .isEqualTo(bed.process().url() + InstallationBed.INSTALL);
        look("setup-confirm");
        click("in Jenkins", By.id("slack-notify-keep"));
        assertThat(browser.find(By.id("slack-notify-notice")).getText()).contains("The app is installed in acme");

        count("typed names");
        browser.type(By.id("slack-notify-channel"), "#builds");
        click("in Jenkins", By.id("slack-notify-send-first"));
        assertThat(browser.find(By.id("slack-notify-notice")).getText()).contains("#builds");
        assertThat(bed.acme().awaitMessages("builds", 1, InstallationBed.TIMEOUT))
                .hasSize(1);
        var untilMessage = new TreeMap<>(counts);

        assertThat(browser.all(By.cssSelector("#slack-notify-next a")))
                .extracting(link -> link.getAttribute("href"))
                .hasSize(3)
                .allSatisfy(link -> bed.admin()
                        .get(bed.process().url().relativize(URI.create(link)).toString())
                        .requireStatus(200));
        look("setup-app-token");
        paste(By.id("slack-notify-app-token"), app.appToken());
        click("in Jenkins", By.id("slack-notify-keep-app-token"));
        assertThat(browser.find(By.id("slack-notify-notice")).getText()).contains("Slack takes the app-level token");
        assertThat(browser.run("return document.body.textContent").toString())
                .doesNotContain("no Slack app is configured");
        assertThat(app.socket().awaitOpen(1, InstallationBed.TIMEOUT)).isTrue();
        assertStates("done", "done", "done", "done", "done", "next");

        var asked = bed.sandbox().as(bed.ada(), bed.acme()).with(app).command("builds", "/jenkins", "ping");
        assertThat(asked.isAcknowledged()).isTrue();
        assertThat(asked.awaitEphemerals(1, InstallationBed.TIMEOUT)).hasSize(1);
        assertStates("done", "done", "done", "done", "done", "done");
        browser.screenshot("setup-done");
        assertThat(browser.complaints()).isEmpty();

        System.out.printf("to the first message: %s%nto the first answered command: %s%n", untilMessage, counts);
        assertThat(counts).containsEntry("pastes", 2);
        assertThat(untilMessage).containsEntry("pastes", 1);
        assertSecretsAreInCredentialsOnly(app.clientSecret(), app.signingSecret(), app.appToken(), configurationToken);
    }

    private static void assertSecretsAreInCredentialsOnly(String... secrets) throws IOException {
        var token = bed.token("slack-notify-bot-" + bed.acme().teamId());
        assertThat(token).startsWith("xoxb-");
        var browser = bed.browser();
        for (var page : List.of(InstallationBed.GUIDE, InstallationBed.INSTALL, "manage/slack/", "manage/systemInfo")) {
            browser.open(bed.process().url().resolve(page));
            var source =
                    browser.run("return document.documentElement.outerHTML").toString();
            assertThat(source).as(page).doesNotContain(token).doesNotContain(secrets);
        }
        for (var secret : secrets) {
            assertThat(FileTree.filesWith(secret, bed.process().home())).isEmpty();
            assertThat(String.join("\n", bed.process().log())).doesNotContain(secret);
        }
        assertThat(FileTree.filesWith(token, bed.process().home())).isEmpty();
        assertThat(String.join("\n", bed.process().log())).doesNotContain(token).doesNotContain("xoxe.xoxp");
    }
}
