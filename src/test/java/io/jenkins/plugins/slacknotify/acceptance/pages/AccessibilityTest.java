package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every page of the plugin, looked at by axe-core, in the light and the dark theme, on a wide and a narrow screen: contrast, names of
 * fields, and whatever else of the levels A and AA of WCAG 2.1 a program can see. The content security policy is enforced meanwhile.
 */
@JenkinsAcceptance
class AccessibilityTest {
    private static final String AXE = read();

    private static final List<String> PAGES = List.of(
            "manage/slack/connection/",
            "manage/slack/destinations/",
            "manage/slack/destinations/destination/1/",
            "manage/slack/destinations/workspace/new/",
            "manage/slack/rules/",
            "manage/slack/rules/rule/1/",
            "manage/slack/rules/rule/new/",
            "manage/slack/rules/template/new/",
            "manage/slack/direct-messages/",
            "manage/slack/requests/",
            "manage/slack/accounts/",
            "manage/slack/subscriptions/",
            "manage/slack/preview/",
            "manage/slack/deliveries/",
            "manage/slack/app/",
            "job/accessible/slack-notify/",
            "job/accessible/1/");

    @Test
    void shouldBeReadableAndNamedOnEveryPage(TestBed bed, Browser browser) {
        bed.channels().open("accessible");
        bed.configuration()
                .set(
                        "routing: {destinations: [{name: ops, channel: '#accessible'}], rules: [{name: First, jobs: ['accessible'],"
                                + " to: [ops]}, {name: Off, to: ['#b'], disabled: true}, {name: Lost, jobs: ['accessible'], to: ['#no-such']}]}");
        bed.jobs().createPipeline("accessible", "error 'no'");
        bed.jobs().build("accessible");
        bed.channels().awaitAbout("accessible", "accessible", 1);
        List<String> violations = new ArrayList<>();

        for (var theme : List.of("light", "dark")) {
            for (var width : List.of(1300, 400)) {
                browser.resize(width, 1500);
                PAGES.forEach(page -> violations.addAll(look(bed, browser, page, theme, width)));
            }
        }
        browser.resize(1300, 1500);

        assertThat(violations).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<String> look(TestBed bed, Browser browser, String page, String theme, int width) {
        browser.open(bed.process().url().resolve(page));
        browser.awaitIdle();
        browser.run("document.documentElement.dataset.theme = arguments[0] === 'dark' ? 'dark' : 'none'", theme);
        browser.awaitStill();
        var where = page + " " + theme + " " + width + ": ";
        List<String> found = new ArrayList<>(browser.accessibilityProblems(AXE, part(page)).stream()
                .map(where::concat)
                .toList());
        var needed = (Number) browser.run("return document.documentElement.scrollWidth");
        if (needed.intValue() > width) {
            found.add(where + "needs a width of " + needed);
        }
        return found;
    }

    /** The rest of a build's page is Jenkins' own. */
    private static String part(String page) {
        return page.endsWith("/1/") && page.startsWith("job/") ? ".slack-notify-messages" : "#main-panel";
    }

    private static String read() {
        try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
