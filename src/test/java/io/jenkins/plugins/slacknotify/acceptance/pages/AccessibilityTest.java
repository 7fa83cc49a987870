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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every page of the plugin, and those of Jenkins that it adds to: looked at by axe-core, in the light and the dark theme, on a wide and a
 * narrow screen, for contrast, names of fields, and whatever else of the levels A and AA of WCAG 2.1 a program can see; and whether lists
 * show what is chosen. The content security policy of Jenkins' core is enforced meanwhile, and no page goes against it. What tests of a
 * page press and fill in there is under the same policy; those see what only a press would run into.
 */
@JenkinsAcceptance
@Order(14)
class AccessibilityTest {
    private static final String AXE = read();

    private static final Path VIEWS = Path.of("..", "..", "src", "main", "resources");

    /** As long as the name of a channel may be. */
    private static final String LONG = "a".repeat(79);

    private static final int WIDE = 1300;
    private static final int NARROW = 400;

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
            Page.whole("page/FormTab", "manage/slack/connection/"),
            Page.whole("page/list/ListTab", "manage/slack/destinations/"),
            Page.whole("page/list/ElementPage", "manage/slack/destinations/destination/1/"),
            Page.whole("page/list/ElementPage", "manage/slack/destinations/workspace/new/"),
            Page.whole("page/list/ListTab", "manage/slack/rules/"),
            Page.whole("page/list/ElementPage", "manage/slack/rules/rule/1/"),
            Page.whole("page/list/ElementPage", "manage/slack/rules/rule/new/"),
            Page.whole("page/list/ElementPage", "manage/slack/rules/template/new/"),
            Page.whole("page/FormTab", "manage/slack/direct-messages/"),
            Page.whole("page/FormTab", "manage/slack/requests/"),
            Page.whole("admin/AccountLinksPage", "manage/slack/accounts/"),
            Page.whole("control/subscription/SubscriptionsPage", "manage/slack/subscriptions/"),
            Page.whole("preview/PreviewPage", "manage/slack/preview/"),
            Page.whole("admin/DeliveriesPage", "manage/slack/deliveries/"),
            Page.whole("admin/SlackAppPage", "manage/slack/app/"),
            Page.whole("admin/installation/InstallPage", "slack-notify-install/"),
            Page.whole("migration/SlackPluginImport", "manage/slack-import/"),
            Page.whole("endpoint/LinkPage", "slack-notify-link/"),
            Page.whole("endpoint/LinkPage", "slack-notify-link/?code=none"),
            Page.whole("preview/JobPage", "job/accessible/slack-notify/"),
            Page.whole("personal/MutePage", "job/accessible/slack-notify-mute/"),
            Page.whole("personal/MutePage", "job/accessible/1/slack-notify-mute/"),
            Page.whole("preview/FolderPage", "job/accessible-folder/slack-notify/"),
            Page.ofJenkins("job/accessible/1/", ".slack-notify-messages", ""),
            Page.ofJenkins("user/admin/preferences/", FORM, UNFOLD),
            Page.ofJenkins("job/accessible-folder/configure", FORM, UNFOLD_FOLDER),
            Page.ofJenkins("job/accessible-folder/job/freestyle/configure", FORM, UNFOLD),
            Page.ofJenkins("job/accessible-folder/job/pipeline/configure", FORM, UNFOLD),
            Page.ofJenkins(
                    "job/accessible/pipeline-syntax/",
                    FORM,
                    "const steps = document.querySelector('select.dropdownList');"
                            + "steps.selectedIndex = [...steps.options].findIndex(step => step.text.startsWith('slackNotify:'));"
                            + "steps.dispatchEvent(new Event('change', {bubbles: true}));"),
            Page.ofJenkins("manage/", "", ""),
            Page.ofJenkins("manage/configure", "", ""),
            Page.ofJenkins("job/accessible/", "", ""),
            Page.ofJenkins("job/accessible/configure", "", ""));

    /**
     * The rules whose answer depends on colours, or on what a screen of some width shows. What all the others ask is the same in each theme
     * and at each width.
     */
    private static final List<String> RULES_OF_APPEARANCE = List.of(
            "aria-command-name",
            "aria-hidden-focus",
            "aria-input-field-name",
            "aria-toggle-field-name",
            "button-name",
            "color-contrast",
            "label",
            "link-in-text-block",
            "link-name",
            "scrollable-region-focusable",
            "select-name");

    /**
     * The looks of a page. By default each theme and each width once; {@code -Dslack-notify.looks=all} takes each theme at each width, and
     * all rules for each.
     */
    private static final List<Look> LOOKS = "all".equals(System.getProperty("slack-notify.looks"))
            ? List.of(
                    new Look("light", WIDE, List.of()),
                    new Look("dark", WIDE, List.of()),
                    new Look("light", NARROW, List.of()),
                    new Look("dark", NARROW, List.of()))
            : List.of(new Look("light", WIDE, List.of()), new Look("dark", NARROW, RULES_OF_APPEARANCE));

    /** @param rules of axe-core; empty for all */
    private record Look(String theme, int width, List<String> rules) {}

    /**
     * A page to look at.
     *
     * @param view the folder of its view, where the whole page is the plugin's; else empty
     * @param part a CSS selector of what is the plugin's own there; empty where only its scripts and styles are
     * @param preparation a script that opens what is folded; empty for none
     */
    private record Page(String view, String path, String part, String preparation) {
        static Page whole(String view, String path) {
            return new Page(view, path, MAIN, "");
        }

        static Page ofJenkins(String path, String part, String preparation) {
            return new Page("", path, part, preparation);
        }
    }

    @Test
    void shouldKnowEachPageOfThePlugin() throws IOException {
        assertThat(PAGES.stream().map(Page::view).filter(Predicate.not(String::isEmpty)))
                .containsOnlyElementsOf(views())
                .containsAll(views());
    }

    @Test
    void shouldBeReadableAndNamedAndKeepToThePolicyOnEveryPage(TestBed bed, Browser browser) {
        bed.channels().open("accessible");
        bed.configuration()
                .set(
                        "routing: {destinations: [{name: ops, channel: '#accessible'}], rules: [{name: First, jobs: ['accessible'],"
                                + " to: [ops]}, {name: Off, to: ['#b'], disabled: true}, {name: Lost, jobs: ['accessible'], to: ['#no-such']},"
                                + " {name: " + LONG + ", jobs: [" + LONG + "], to: ['#" + LONG + "']}]}");
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
                }
                steps { slackNotify { message('Hi') } }
                publishers { slackNotify { channel('#accessible') } }
            }
            pipelineJob('accessible-folder/pipeline') { properties { slackNotifyApproval { people(2) } } }
            """);
        fillLists(bed);
        bed.channels().awaitAbout("accessible", "accessible", 1);
        List<String> violations = new ArrayList<>();

        for (var page : PAGES) {
            assertThatPolicyIsEnforced(bed, page.path());
            open(bed, browser, page);
            if (!page.part().isEmpty()) {
                LOOKS.forEach(look -> violations.addAll(look(browser, page, look)));
                browser.resize(WIDE, 1500);
            }
            // The test opens what is folded by a script, so that Jenkins asks, in vain, whether to leave a form that is
            // not saved.
            browser.complaints().stream()
                    .filter(complaint -> !complaint.contains("'beforeunload'"))
                    .map(complaint -> page.path() + ": " + complaint)
                    .forEach(violations::add);
        }

        emptyLists(bed);
        assertThat(violations).isEmpty();
    }

    /** Makes an account with a link, a subscription, a mute and an act on a build, all by names without a blank. */
    private static void fillLists(TestBed bed) {
        bed.admin().script("""
                import io.jenkins.plugins.slacknotify.control.subscription.SlackSubscriptions
                import io.jenkins.plugins.slacknotify.event.Severity
                import io.jenkins.plugins.slacknotify.lifecycle.act.*
                import io.jenkins.plugins.slacknotify.personal.*
                import io.jenkins.plugins.slacknotify.subscription.*
                def name = 'LONG'
                def author = new SubscriptionAuthor(name, 'T1', 'U1')
                def place = new SubscriptionTarget(null, 'C1', name)
                def filter = new SubscriptionFilter([name], [], [] as Set, Severity.INFO, [])
                SlackSubscriptions.get().subscriptions().add('longname', author, place, filter)
                SlackSubscriptions.get().mutes().add(
                    new Mute('longmute', author, place, [name], null, name, java.time.Instant.now()))
                SlackUserProperty.of(User.getById(name, true)).link(
                    new SlackMemberLink('T1', 'U1', name, name, java.time.Instant.now(), null))
                def run = Jenkins.get().getItem('accessible').lastBuild
                RecordedActs.add(run, new RecordedAct('request', 'claimed', null, name, name, 'U1', 'C1', null, 0), 'Slack')
                """.replace("LONG", LONG));
    }

    /** So that no alert of these is left for the next tests. */
    private static void emptyLists(TestBed bed) {
        bed.admin().script("""
                import io.jenkins.plugins.slacknotify.control.subscription.SlackSubscriptions
                SlackSubscriptions.get().subscriptions().remove('longname')
                SlackSubscriptions.get().mutes().remove('longmute')
                User.getById('LONG', false).delete()
                """.replace("LONG", LONG));
    }

    /** A canary: a page without the policy would run it, and complain of nothing. */
    @Test
    void shouldNoticeAViolationOfThePolicy(TestBed bed, Browser browser) {
        browser.open(bed.process().url().resolve("manage/slack/connection/"));

        browser.run("const script = document.createElement('script'); script.textContent = 'window.ran = true';"
                + " document.head.append(script)");

        assertThat(browser.run("return window.ran === true")).isEqualTo(false);
        assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static void assertThatPolicyIsEnforced(TestBed bed, String page) {
        assertThat(bed.admin().get(page).headers().firstValue("Content-Security-Policy"))
                .as(page)
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe-eval"));
    }

    /** All views that are pages, below the plugin's own package. */
    private static Set<String> views() throws IOException {
        var root = VIEWS.resolve(Path.of("io", "jenkins", "plugins", "slacknotify"));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("index.jelly"))
                    .map(file -> root.relativize(file.getParent()).toString())
                    .collect(Collectors.toSet());
        }
    }

    private static void open(TestBed bed, Browser browser, Page page) {
        browser.open(bed.process().url().resolve(page.path()));
        browser.awaitIdle();
        if (page.part().isEmpty()) {
            return;
        }
        browser.run(page.preparation());
        await(page.path() + ": " + page.part()).atMost(TestBed.TIMEOUT).until(() -> (Boolean) browser.run(
                "return [...document.querySelectorAll(arguments[0])].some(part => part.offsetParent !== null)",
                page.part()));
    }

    private static List<String> look(Browser browser, Page page, Look look) {
        var where = page.path() + " " + look.theme() + " " + look.width() + ": ";
        browser.resize(look.width(), 1500);
        browser.run("document.documentElement.dataset.theme = arguments[0] === 'dark' ? 'dark' : 'none'", look.theme());
        browser.awaitIdle();
        browser.awaitStill();
        List<String> found = new ArrayList<>(browser.accessibilityProblems(AXE, page.part(), look.rules()).stream()
                .map(where::concat)
                .toList());
        cutLists(browser, page.part()).forEach(list -> found.add(where + "a list shows too little of " + list));
        var needed = (Number) browser.run(
                page.part().equals(MAIN)
                        ? "return document.documentElement.scrollWidth"
                        : "return Math.ceil(Math.max(...[...document.querySelectorAll(arguments[0])]"
                                + ".map(part => part.getBoundingClientRect().left + part.scrollWidth)))",
                page.part());
        if (needed.intValue() > look.width()) {
            found.add(where + "needs a width of " + needed);
        }
        return found;
    }

    /**
     * The lists whose chosen word does not fit into them. Its width is measured as the browser draws it. A line that is a sentence is read
     * in the open list.
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
