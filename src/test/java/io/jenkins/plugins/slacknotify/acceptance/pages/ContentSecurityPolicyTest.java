package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every page of the plugin, and those of Jenkins that it adds to, with the content security policy of Jenkins' core enforced. What
 * tests of a page press and fill in there is under the same policy; those see what only a press would run into.
 */
@JenkinsAcceptance
class ContentSecurityPolicyTest {
    private static final Path VIEWS = Path.of("..", "..", "src", "main", "resources");

    /** By the view. */
    private static final Map<String, List<String>> OWN_PAGES = Map.ofEntries(
            Map.entry(
                    "page/FormTab",
                    List.of("manage/slack/connection/", "manage/slack/direct-messages/", "manage/slack/requests/")),
            Map.entry("page/list/ListTab", List.of("manage/slack/destinations/", "manage/slack/rules/")),
            Map.entry(
                    "page/list/ElementPage",
                    List.of(
                            "manage/slack/destinations/destination/new/",
                            "manage/slack/destinations/workspace/new/",
                            "manage/slack/rules/rule/1/",
                            "manage/slack/rules/template/new/")),
            Map.entry("admin/AccountLinksPage", List.of("manage/slack/accounts/")),
            Map.entry("admin/DeliveriesPage", List.of("manage/slack/deliveries/")),
            Map.entry("admin/SlackAppPage", List.of("manage/slack/app/")),
            Map.entry("admin/installation/InstallPage", List.of("slack-notify-install/")),
            Map.entry("control/subscription/SubscriptionsPage", List.of("manage/slack/subscriptions/")),
            Map.entry("endpoint/LinkPage", List.of("slack-notify-link/?code=none")),
            Map.entry("migration/SlackPluginImport", List.of("manage/slack-import/")),
            Map.entry("personal/MutePage", List.of("job/policy/1/slack-notify-mute/")),
            Map.entry("preview/FolderPage", List.of("job/policies/slack-notify/")),
            Map.entry("preview/JobPage", List.of("job/policy/slack-notify/")),
            Map.entry("preview/PreviewPage", List.of("manage/slack/preview/")));

    private static final List<String> PAGES_OF_JENKINS = List.of(
            "manage/",
            "manage/configure",
            "job/policies/configure",
            "job/policy/",
            "job/policy/1/",
            "job/policy/configure",
            "user/admin/preferences/",
            "pipeline-syntax/");

    @Test
    void shouldKeepToThePolicyOnEveryPage(TestBed bed, Browser browser) throws IOException {
        assertThat(OWN_PAGES.keySet()).isEqualTo(views());
        prepare(bed);
        List<String> violations = new ArrayList<>();

        Stream.concat(OWN_PAGES.values().stream().flatMap(List::stream), PAGES_OF_JENKINS.stream())
                .forEach(page -> violations.addAll(look(bed, browser, page)));

        assertThat(violations).isEmpty();
    }

    /** A canary: a page without the policy would run it, and complain of nothing. */
    @Test
    void shouldNoticeAViolation(TestBed bed, Browser browser) {
        look(bed, browser, "manage/slack/connection/");

        browser.run("const script = document.createElement('script'); script.textContent = 'window.ran = true';"
                + " document.head.append(script)");

        assertThat(browser.run("return window.ran === true")).isEqualTo(false);
        assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static void prepare(TestBed bed) {
        bed.channels().open("policy");
        bed.configuration().set("routing: {rules: [{name: First, jobs: ['policy'], to: ['#policy']}]}");
        bed.jobDsl().run("""
            folder('policies')
            job('policy') {
                steps { shell('exit 1') }
            }
            """);
        bed.admin().script("""
            import io.jenkins.plugins.slacknotify.trigger.*
            def job = Jenkins.get().getItem('policy')
            job.buildersList.add(new SlackNotifyBuilder(message: 'A step'))
            job.publishersList.add(new SlackNotifyPublisher(message: 'An action'))
            job.save()
            """);
        bed.jobs().build("policy");
        bed.channels().awaitAbout("policy", "policy", 1);
    }

    private static List<String> look(TestBed bed, Browser browser, String page) {
        assertThat(bed.admin().get(page).headers().firstValue("Content-Security-Policy"))
                .as(page)
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe-eval"));
        browser.open(bed.process().url().resolve(page));
        browser.awaitIdle();
        return browser.complaints().stream()
                .map(complaint -> page + ": " + complaint)
                .toList();
    }

    /** All views that are pages, below the plugin's own package. */
    private static TreeSet<String> views() throws IOException {
        var root = VIEWS.resolve(Path.of("io", "jenkins", "plugins", "slacknotify"));
        try (Stream<Path> files = Files.walk(root)) {
            var views = new TreeSet<String>();
            files.filter(file -> file.endsWith("index.jelly"))
                    .map(file -> root.relativize(file.getParent()).toString())
                    .forEach(views::add);
            return views;
        }
    }
}
