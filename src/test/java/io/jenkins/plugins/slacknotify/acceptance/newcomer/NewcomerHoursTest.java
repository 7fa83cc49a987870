package io.jenkins.plugins.slacknotify.acceptance.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.PackagedPlugin;
import io.jenkins.plugins.slacknotify.acceptance.harness.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * Spends the hours of the newcomer of docs/newcomers.md again: the same tasks in the same order, by clicks, in a Jenkins that does
 * not have the plugin yet. Each task has to succeed in Slack; what it costs is printed. See {@code .ci/hours}.
 */
@Tag("acceptance")
@Tag("story")
class NewcomerHoursTest {
    private static final Path FOLDER = Path.of(System.getProperty("slack-notify.hours", "target/hours"));
    private static final List<String> EVENTS = List.of("regressed", "stillFailing", "fixed", "unstable");
    private static final Pattern CODE = Pattern.compile("Your code is (\\d+)");

    /** The stops, and what became of each. */
    private final List<String> stops = new ArrayList<>();

    private NewcomerJenkins jenkins;
    private Newcomer admin;

    @Test
    void shouldSpendTheHoursAgain() throws IOException {
        try (var started = NewcomerJenkins.start();
                var person = new Newcomer(started.process().url(), FOLDER)) {
            jenkins = started;
            admin = person;
            install();
            setUp();
            onlyMain();
            onlyBreakers();
            asCode();
            var efforts = new ArrayList<>(admin.efforts());
            try (var grace = new Newcomer(jenkins.process().url(), FOLDER)) {
                grace.signsIn("grace", "grace-password");
                ownFolder(grace);
                ownPreferences(grace);
                efforts.addAll(grace.efforts());
            }
            misspeltOption();
            misspeltChannel();
            patternWithoutJob();
            branchPreview();
            whichChannel();
            manyRules();
            assertThat(admin.browser().complaints()).isEmpty();
            write(efforts);
        }
    }

    private void install() {
        admin.does("sign in, deploy the .hpi (no restart)", "0:15", "1-deploy", () -> {
            admin.signsIn("admin", "admin-password");
            admin.clicks(By.cssSelector("a[href$='/manage']"));
            admin.clicks(By.cssSelector("a[href$='pluginManager']"));
            admin.clicks(By.cssSelector("a[href$='advanced']"));
            admin.uploads(By.cssSelector("input[type=file][name=name]"), PackagedPlugin.FILE.toAbsolutePath());
            admin.clicksButton("Deploy");
            admin.reads(By.id("main-panel"), "Success");
        });
        jenkins.pointToSandbox();
    }

    private void setUp() {
        admin.does("from there to the test message", "2:30 from log-in", "2-first-message", () -> {
            openTab("App");
            admin.types(
                    By.id("slack-notify-configuration-token"),
                    jenkins.sandbox()
                            .configurationToken(jenkins.acme(), jenkins.ada())
                            .token());
            admin.clicks(By.id("slack-notify-make"));
            admin.clicks(By.className("slack-notify-add"));
            admin.clicks(By.id("allow"));
            admin.clicks(By.id("slack-notify-keep"));
            admin.types(By.id("slack-notify-channel"), "#builds");
            admin.clicks(By.id("slack-notify-send-first"));
            jenkins.acme().awaitMessages("builds", 1, Timeouts.LONG);
            admin.reads(By.id("slack-notify-notice"), "#builds");
        });
        admin.does("from there to the first build's message", "3:00 from log-in", "3-first-build", () -> {
            build("website");
            jenkins.awaitMessage("builds", "website #1");
        });
    }

    private void onlyMain() {
        admin.does("recipe *Only the main branch*, by clicks", "1:00", "4-only-main", () -> {
            openTab("Connection");
            EVENTS.forEach(event -> admin.ticks("events", event, false));
            admin.saves();
            admin.clicksLink("Rules");
            admin.clicksLink("Add rule");
            admin.types(By.cssSelector("#main-panel [name='_.name']"), "Main");
            admin.ticks("branchKinds", "primary", true);
            EVENTS.forEach(event -> admin.ticks("events", event, true));
            admin.types(By.cssSelector("#main-panel [name='_.to']"), "#builds");
            admin.saves();
        });
        jenkins.jobs().build("shop/feature%2Fcart");
        jenkins.jobs().build("shop/main");
        jenkins.awaitMessage("builds", "main of shop");
        assertThat(jenkins.messages("builds", "feature/cart of shop")).isEmpty();
    }

    private void onlyBreakers() {
        admin.does("recipe *Only the people who broke a build*, by clicks", "0:50", "5-only-breakers", () -> {
            openTab("Direct messages");
            admin.ticks("_.enabled", null, true);
            for (var group : List.of("breakers", "culprits", "committers", "requester")) {
                admin.ticks("told", group, group.equals("breakers"));
            }
            admin.saves();
        });
        jenkins.breakAnew("feature/cart");
        jenkins.awaitMessage("grace@example.org", "feature/cart of shop");
    }

    private void asCode() {
        admin.does("recipe *Each folder has its own channel*, as YAML", "1:00", "6-yaml", () -> {
            jenkins.writeSection("""
                    credentialsId: slack-notify-bot-%s
                    channel: "#builds"
                    events: [regressed, stillFailing, fixed, unstable]
                    personal: {enabled: true, told: [breakers]}
                    routing:
                      destinations:
                        - {name: shop, channel: "#shop"}
                        - {name: infra, channel: "#infra"}
                      rules:
                        - {name: Shop, jobs: ["shop/**"], events: [regressed, stillFailing, fixed, unstable], to: [shop], last: true}
                        - {name: Infra, jobs: ["infra/**"], events: [regressed, stillFailing, fixed, unstable], to: [infra], last: true}
                    """.formatted(jenkins.acme().teamId()));
            admin.opens("");
            admin.clicks(By.cssSelector("a[href$='/manage']"));
            admin.clicks(By.cssSelector("a[href$='configuration-as-code']"));
            admin.clicks(By.cssSelector("button[name=reload]"));
            jenkins.awaitConfigured("#infra");
            build("infra/backup");
            jenkins.awaitMessage("infra", "backup #1");
        });
        assertThat(jenkins.messages("builds", "backup #1")).isEmpty();
    }

    private void ownFolder(Newcomer grace) {
        grace.does("a folder's channel, by a developer, with a build of its job", "0:20", "7-folder", () -> {
            grace.opens("job/team/");
            grace.clicksLink("Configure");
            grace.clicksButton("Destinations and rules");
            grace.clicksButton("Add rule");
            var rule = "[name=rules].repeated-chunk ";
            grace.types(By.cssSelector(rule + "[name='_.name']"), "Ours");
            EVENTS.forEach(event -> grace.ticks("events", event, true));
            grace.types(By.cssSelector(rule + "[name='_.to']"), "#team");
            grace.saves();
            build(grace, "team/nightly");
            jenkins.awaitMessage("team", "nightly #1");
        });
    }

    private void ownPreferences(Newcomer grace) {
        grace.does("link an account by code, mute, pause", "0:30", "8-preferences", () -> {
            grace.opens("user/grace/");
            grace.clicksLink("Preferences");
            grace.types(
                    By.name("_.slackId"),
                    jenkins.acme()
                            .userByEmail("grace@example.org")
                            .orElseThrow()
                            .id());
            grace.clicksButton("Send me a test message");
            var message = jenkins.awaitMessage("grace@example.org", "Your code is");
            var code = CODE.matcher(message.text());
            assertThat(code.find()).isTrue();
            grace.types(By.name("_.code"), code.group(1));
            grace.clicksButton("Confirm");
            grace.reads(By.cssSelector("#main-panel"), "Confirmed");
            grace.types(By.name("_.quietJobs"), "team/**");
            grace.types(By.name("_.pausedUntil"), "4h");
            grace.saves();
        });
    }

    private void misspeltOption() {
        jenkins.jobs().createPipeline("misspelt", "slackNotify chanel: '#infra', message: 'Misspelt'");
        var build = jenkins.jobs().build("misspelt");
        assertThat(build.consoleLines("chanel")).isNotEmpty();
        assertThat(jenkins.messages("builds", "Misspelt")).isEmpty();
        stop(
                "`slackNotify chanel: '#ops'`",
                "sent to the system channel",
                "not sent; the console: *" + build.consoleLines("chanel").get(0).strip() + "*");
    }

    private void misspeltChannel() {
        setChannel("#bilds");
        build("website");
        jenkins.awaitHeld("Named by the system channel, in Manage Jenkins » Slack » Connection");
        setChannel("#builds");
        jenkins.awaitMessage("builds", "website #2");
        stop(
                "a misspelt channel, once corrected",
                "still held after 17 attempts",
                "its message is in the right channel, and the page says where the wrong name stands");
    }

    private void setChannel(String channel) {
        openTab("Connection");
        admin.types(By.cssSelector(".slack-notify-form [name='_.channel']"), channel);
        admin.saves();
    }

    private void patternWithoutJob() {
        openTab("Rules");
        admin.clicksLink("Add rule");
        admin.types(By.cssSelector("#main-panel [name='_.jobs']"), "shop");
        var words = admin.reads(By.cssSelector("#main-panel .warning"), "Fits 0 of");
        stop("the pattern `shop` that fits no job", "silent", "at its field: *" + words.replace("*", "\\*") + "*");
    }

    private void branchPreview() {
        admin.opens("job/shop/job/feature%252Fcart/");
        admin.clicksLink("Slack notifications");
        admin.clicks(By.id("slack-notify-try"));
        admin.reads(By.id("slack-notify-report"), "Shop");
        stop("a preview on a branch's page", "none, without a word why", "two clicks from the branch's page");
    }

    private void whichChannel() {
        admin.opens("job/website/1/");
        admin.reads(By.className("slack-notify-messages"), "#builds");
        stop("which channel a build's page names", "*Slack: 1 delivered*", "*#builds*, with a link into Slack");
    }

    private void manyRules() {
        jenkins.writeSection("""
                credentialsId: slack-notify-bot-%s
                channel: "#builds"
                routing: {destinations: [%s], rules: [%s]}
                """.formatted(
                        jenkins.acme().teamId(),
                        list(30, "{name: team-%1$d, channel: '#team-%1$d'}"),
                        list(60, "{name: Rule %1$d, jobs: ['team-%1$d/**'], events: [failure], to: ['#team-%1$d']}")));
        jenkins.admin().script("io.jenkins.plugins.casc.ConfigurationAsCode.get().configure()");
        long begun = System.nanoTime();
        admin.opens("manage/slack/rules/");
        admin.browser().find(By.cssSelector(".slack-notify-list"));
        admin.browser().awaitIdle();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        stop(
                "60 rules and 30 destinations",
                "the page System: 79,700 px high, 2,322 tab stops, 15 s",
                "the page *Rules*: %s px high, %s tab stops, %.1f s".formatted(height(), tabStops(), millis / 1_000.0));
        admin.opens("manage/configure");
        admin.browser().awaitIdle();
        assertThat(admin.browser().texts("#main-panel").get(0)).doesNotContain("Rule 60");
    }

    private Object height() {
        return admin.browser().run("return document.documentElement.scrollHeight");
    }

    private Object tabStops() {
        return admin.browser()
                .run("return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]"
                        + ".filter(each => each.tabIndex >= 0 && !each.disabled && each.type !== 'hidden'"
                        + " && each.checkVisibility()).length");
    }

    private void openTab(String tab) {
        admin.opens("");
        admin.clicks(By.cssSelector("a[href$='/manage']"));
        admin.clicks(By.cssSelector("a[href='slack']"));
        if (!tab.equals("Connection")) {
            admin.clicksLink(tab);
        }
    }

    private void build(String job) {
        build(admin, job);
    }

    private static void build(Newcomer person, String job) {
        person.opens("job/" + job.replace("/", "/job/") + "/");
        person.clicksLink("Build Now");
    }

    private void stop(String what, String then, String now) {
        stops.add("| %s | %s | %s |%n".formatted(what, then, now));
        System.out.print(stops.get(stops.size() - 1));
        admin.takePicture("stop-" + stops.size());
    }

    private void write(List<Effort> efforts) throws IOException {
        var tasks = efforts.stream().map(Effort::row).collect(Collectors.joining());
        var text = Stream.of(Effort.HEAD + tasks, "| stop | then | now |\n|---|---|---|\n" + String.join("", stops))
                .collect(Collectors.joining("\n"));
        Files.writeString(Files.createDirectories(FOLDER).resolve("hours.md"), text);
        System.out.println(text);
    }

    private static String list(int size, String element) {
        return IntStream.rangeClosed(1, size).mapToObj(element::formatted).collect(Collectors.joining(", "));
    }
}
