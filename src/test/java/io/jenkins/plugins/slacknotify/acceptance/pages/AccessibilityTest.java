package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
 * Every page of the plugin, and its forms in pages of Jenkins, looked at by axe-core, in the light and the dark theme, on a wide and a
 * narrow screen: contrast, names of fields, and whatever else of the levels A and AA of WCAG 2.1 a program can see; and whether lists
 * show what is chosen. The content security policy is enforced meanwhile.
 */
@JenkinsAcceptance
class AccessibilityTest {
    private static final String AXE = read();

    private static final String MAIN = "#main-panel";

    /** Forms of ours in the middle of a form of Jenkins. */
    private static final String FORM = ".slack-notify-named";

    /** Opens what is folded, in the forms of folders, jobs and users. */
    private static final String UNFOLD = "document.querySelectorAll('.slack-notify-named .advanced-button')"
            + ".forEach(button => button.click());"
            + "document.querySelectorAll('.slack-notify-chunk__button[aria-expanded=false]').forEach(button => button.click());"
            + "document.querySelectorAll('.slack-notify-named .optional-block-control:not(:checked)').forEach(box => box.click());";

    private static final String UNFOLD_FOLDER = "[...document.querySelectorAll('.advanced-button')]"
            + ".filter(button => button.textContent.includes('Destinations and rules')).forEach(button => button.click());"
            + UNFOLD;

    private static final List<Page> PAGES = List.of(
            Page.whole("manage/slack/connection/"),
            Page.whole("manage/slack/destinations/"),
            Page.whole("manage/slack/destinations/destination/1/"),
            Page.whole("manage/slack/destinations/workspace/new/"),
            Page.whole("manage/slack/rules/"),
            Page.whole("manage/slack/rules/rule/1/"),
            Page.whole("manage/slack/rules/rule/new/"),
            Page.whole("manage/slack/rules/template/new/"),
            Page.whole("manage/slack/direct-messages/"),
            Page.whole("manage/slack/requests/"),
            Page.whole("manage/slack/accounts/"),
            Page.whole("manage/slack/subscriptions/"),
            Page.whole("manage/slack/preview/"),
            Page.whole("manage/slack/deliveries/"),
            Page.whole("manage/slack/app/"),
            Page.whole("manage/slack-import/"),
            Page.whole("slack-notify-link/"),
            Page.whole("job/accessible/slack-notify/"),
            Page.whole("job/accessible/slack-notify-mute/"),
            Page.whole("job/accessible/1/slack-notify-mute/"),
            Page.whole("job/accessible-folder/slack-notify/"),
            new Page("job/accessible/1/", ".slack-notify-messages", ""),
            new Page("user/admin/preferences/", FORM, UNFOLD),
            new Page("job/accessible-folder/configure", FORM, UNFOLD_FOLDER),
            new Page("job/accessible-folder/job/freestyle/configure", FORM, UNFOLD),
            new Page(
                    "job/accessible/pipeline-syntax/",
                    FORM,
                    "const steps = document.querySelector('select.dropdownList');"
                            + "steps.selectedIndex = [...steps.options].findIndex(step => step.text.startsWith('slackNotify:'));"
                            + "steps.dispatchEvent(new Event('change', {bubbles: true}));"));

    /**
     * A page to look at.
     *
     * @param part a CSS selector of what is the plugin's own there
     * @param preparation a script that opens what is folded; empty for none
     */
    private record Page(String path, String part, String preparation) {
        static Page whole(String path) {
            return new Page(path, MAIN, "");
        }
    }

    @Test
    void shouldBeReadableAndNamedOnEveryPage(TestBed bed, Browser browser) {
        bed.channels().open("accessible");
        bed.configuration()
                .set(
                        "routing: {destinations: [{name: ops, channel: '#accessible'}], rules: [{name: First, jobs: ['accessible'],"
                                + " to: [ops]}, {name: Off, to: ['#b'], disabled: true}, {name: Lost, jobs: ['accessible'], to: ['#no-such']}]}");
        bed.jobs().createPipeline("accessible", "error 'no'");
        bed.jobs().build("accessible");
        bed.jobDsl().run("""
            folder('accessible-folder') {
                properties { slackNotifyFolder {
                    destinations { namedDestination { name('ops'); channel('#accessible') } }
                    templates { messageTemplate { name('short'); wordings { templateWording { text('${JOB_NAME}') } } } }
                    rules {
                        notificationRule { name('One'); to(['ops']) }
                        notificationRule { name('Two'); to(['#b']) }
                    }
                } }
            }
            job('accessible-folder/freestyle') {
                properties {
                    slackNotifyRules { rules { notificationRule { name('Own'); to(['ops']) } } }
                    slackNotifyApproval { people(2) }
                }
                steps { slackNotify { message('Hi') } }
                publishers { slackNotify { channel('#accessible') } }
            }
            """);
        bed.channels().awaitAbout("accessible", "accessible", 1);
        List<String> violations = new ArrayList<>();

        for (var page : PAGES) {
            open(bed, browser, page);
            for (var width : List.of(1300, 400)) {
                browser.resize(width, 1500);
                for (var theme : List.of("light", "dark")) {
                    violations.addAll(look(browser, page, theme, width));
                }
            }
            browser.resize(1300, 1500);
        }

        assertThat(violations).isEmpty();
        // The test has opened what is folded by a script, so that Jenkins asks, in vain, whether to leave a form that
        // is not saved.
        assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.contains("'beforeunload'"))
                .isEmpty();
    }

    private static void open(TestBed bed, Browser browser, Page page) {
        browser.open(bed.process().url().resolve(page.path()));
        browser.awaitIdle();
        browser.run(page.preparation());
        await(page.path() + ": " + page.part()).atMost(TestBed.TIMEOUT).until(() -> (Boolean) browser.run(
                "return [...document.querySelectorAll(arguments[0])].some(part => part.offsetParent !== null)",
                page.part()));
    }

    private static List<String> look(Browser browser, Page page, String theme, int width) {
        var where = page.path() + " " + theme + " " + width + ": ";
        browser.run("document.documentElement.dataset.theme = arguments[0] === 'dark' ? 'dark' : 'none'", theme);
        browser.awaitIdle();
        browser.awaitStill();
        List<String> found = new ArrayList<>(browser.accessibilityProblems(AXE, page.part()).stream()
                .map(where::concat)
                .toList());
        cutLists(browser, page.part()).forEach(list -> found.add(where + "a list shows too little of " + list));
        var needed = (Number) browser.run(
                page.part().equals(MAIN)
                        ? "return document.documentElement.scrollWidth"
                        : "return Math.ceil(Math.max(...[...document.querySelectorAll(arguments[0])]"
                                + ".map(part => part.getBoundingClientRect().left + part.scrollWidth)))",
                page.part());
        if (needed.intValue() > width) {
            found.add(where + "needs a width of " + needed);
        }
        return found;
    }

    /**
     * The lists whose chosen word does not fit into them. Its width is measured as the browser draws it. A line that is a sentence is read in
     * the open list.
     */
    private static List<String> cutLists(Browser browser, String part) {
        var cut = (List<?>) browser.run("""
                const pen = document.createElement('canvas').getContext('2d');
                return [...document.querySelectorAll(arguments[0] + ' select')]
                  .filter(list => list.offsetParent !== null && list.selectedIndex >= 0)
                  .filter(list => list.options[list.selectedIndex].text.trim().length <= 30)
                  .filter(list => {
                    const style = getComputedStyle(list);
                    pen.font = style.font;
                    const room = list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                    return pen.measureText(list.options[list.selectedIndex].text.trim()).width > room + 1;
                  })
                  .map(list => list.options[list.selectedIndex].text.trim() + ' (' + list.name + ')');
                """, part);
        return cut.stream().map(Object::toString).toList();
    }

    private static String read() {
        try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
