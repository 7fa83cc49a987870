package io.jenkins.plugins.slacknotify.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.HttpPage;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** The pages that show which rules count, and what they make of a build, without sending anything. */
@JenkinsAcceptance
class RulePreviewTest {
    private static final String API = "manage/slack/preview/api";
    private static final String CANDIDATE = """
        unclassified:
          slackNotify:
            channel: "#elsewhere"
            routing:
              destinations: [{name: ops, channel: "#candidate"}]
              rules: [{name: Sacred, jobs: [tried], events: [failure], severity: CRITICAL, to: [ops], mention: [here], last: true}]
        """;

    @Test
    void shouldFindAJobInAFolderOfTheSameNameAsTheOneAround(TestBed bed) {
        bed.jobDsl()
                .run(
                        "folder('twin')\nfolder('twin/twin')\npipelineJob('twin/twin/app') {}\npipelineJob('twin/app') {}");
        bed.jobs().build("twin/twin/app");

        assertThat(bed.admin()
                        .post("job/twin/slack-notify/preview?job=twin/app", Map.of())
                        .requireStatus(200)
                        .body())
                .contains("twin/twin/app");
    }

    @Test
    void shouldSayWhatReallyIsSent(TestBed bed) {
        bed.channels().open("foretold");
        bed.jobs().createPipeline("foretold", """
            properties([slackNotifyRules([[events: ['failure'], to: ['#foretold'], mention: ['here']]])])
            stage('Test') { error 'no *luck* <here>' }
            """);
        bed.jobs().build("foretold");
        var sent = bed.channels().awaitAbout("foretold", "foretold", 1).get(0);
        bed.channels().awaitAbout("foretold", bed.systemChannel(), 1);
        bed.waits().untilNothingIsLeftOf("foretold");
        var calls = callsAbout("foretold", bed);

        var preview = bed.admin()
                .post("job/foretold/slack-notify/preview?build=1", Map.of())
                .requireStatus(200)
                .json();

        var message = objects(preview, "messages").get(0);
        assertThat(text(message, "destination")).isEqualTo("#foretold");
        assertThat(text(message, "text")).isEqualTo(sent.text()).startsWith("<!here> :x:");
        assertThat(message.getAsJsonArray("details"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(sent.toString()).contains(line.getAsString()));
        assertThat(objects(preview, "rules"))
                .extracting(rule -> text(rule, "place") + " " + text(rule, "outcome"))
                .containsExactly("job fired", "system_channel fired");
        assertThat(callsAbout("foretold", bed)).isEqualTo(calls);
        assertThat(bed.channels().messagesAbout("foretold", "foretold")).hasSize(1);
    }

    @Test
    void shouldSeeAnOldBuildAsItWasThen(TestBed bed) {
        bed.jobs().createPipeline("older", "if (env.BUILD_NUMBER == '1') error 'no'");
        bed.jobs().build("older");
        bed.jobs().build("older");

        assertThat(events(bed, "older", 1)).contains("failure", "regressed");
        assertThat(events(bed, "older", 2)).contains("success", "fixed");
    }

    @Test
    void shouldTryTheRulesOfAPullRequestWithoutTakingThemOver(TestBed bed) {
        bed.jobs().createPipeline("tried", "error 'no'");
        bed.jobs().build("tried");
        bed.channels().awaitAbout("tried", bed.systemChannel(), 1);
        var before = bed.admin().exportConfiguration();
        bed.waits().untilNothingIsLeftOf("tried");
        var calls = callsAbout("tried", bed);

        var report = api(bed, "tried", CANDIDATE).requireStatus(200).json();

        assertThat(objects(report, "rules"))
                .extracting(rule -> text(rule, "name") + " " + text(rule, "outcome"))
                .containsExactly("Sacred fired", "System channel notAsked");
        assertThat(objects(report, "messages")).singleElement().satisfies(message -> {
            assertThat(text(message, "destination")).isEqualTo("#candidate");
            assertThat(text(message, "text")).startsWith("<!here> :rotating_light:");
        });
        assertThat(bed.admin().exportConfiguration()).isEqualTo(before);
        assertThat(callsAbout("tried", bed)).isEqualTo(calls);
        assertThat(callsAbout("candidate", bed)).isEmpty();
    }

    @Test
    void shouldReadYamlAsConfigurationAsCodeDoes(TestBed bed) {
        var report = api(bed, built(bed), """
                routing:
                  destinations: [{name: ops, channel: "#${NOT_SET_HERE:-candidate}"}]
                  templates: [{name: own, wordings: [{text: "Build ^${BUILD_NUMBER}, it is"}]}]
                  rules: [{name: "${NOT_SET_HERE:-Named}", to: [ops], template: own}]
                """).requireStatus(200).json();

        assertThat(objects(report, "rules").get(0).toString()).contains("Named");
        assertThat(objects(report, "messages")).singleElement().satisfies(message -> {
            assertThat(text(message, "destination")).isEqualTo("#candidate");
            assertThat(text(message, "text")).startsWith("Build 1, it is");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            routing: {rulez: []}                     ¦ routing: there is no "rulez" here
            routing: {rules: [{events: [failed]}]}   ¦ routing.rules[0].events ('Rule 1'): Unknown event 'failed'
            routing: {rules: [{to: {a: b}}]}         ¦ routing.rules[0].to: here a list is wanted
            routing: {rules: [{to: [nowhere]}]}      ¦ there is no destination 'nowhere'
            routing: {rules: [{jobs: ['/a']}]}       ¦ The pattern '/a' has a slash
            channel: nowhere                         ¦ There is no "routing:" in the YAML
            {                                        ¦ This is no YAML
            !!java.lang.ProcessBuilder [id]          ¦ This is no YAML
            """)
    void shouldSayWhatIsWrongWithTheYamlAndWhere(String yaml, String words, TestBed bed) {
        var job = built(bed);

        assertThat(text(api(bed, job, yaml).requireStatus(400).json(), "problem"))
                .contains(words);
    }

    @Test
    void shouldSayWhatItCannotFind(TestBed bed) {
        var job = built(bed);

        api(bed, "nowhere", "").requireStatus(404);
        assertThat(bed.admin()
                        .post(API + "?job=" + job, Map.of("yaml", CANDIDATE))
                        .requireStatus(415)
                        .body())
                .contains("--data-binary");
        assertThat(bed.admin()
                        .post("job/" + job + "/slack-notify/preview?build=99", Map.of())
                        .requireStatus(404)
                        .body())
                .contains("There is no build 99");
        bed.admin()
                .post("job/" + job + "/slack-notify/preview?build=x", Map.of())
                .requireStatus(400);
    }

    @Test
    void shouldShowWhatCountsForAJobAndWhy(TestBed bed, Browser browser) {
        bed.jobDsl().run("""
            folder('shown') {
                properties { slackNotifyFolder { rules { notificationRule { name('Elsewhere'); jobs(['shown/other']); to(['#x']) } } } }
            }
            pipelineJob('shown/job') {
                properties {
                    slackNotifyOptOut()
                    slackNotifyRules { rules {
                        notificationRule { name('Main'); branches(['main']); to(['#main']) }
                        notificationRule { name('Bad'); events(['failure']); to(['#bad', 'nowhere']); people(['admin', 'nobody-here']); last(true) }
                        notificationRule { name('Late'); events(['failure']); to(['#late']) }
                    } }
                }
                definition { cps { sandbox(true); script("stage('Test') { error 'no' }") } }
            }
            """);
        assertThat(bed.jobs().build("shown/job").console())
                .contains("[Slack] Rules of this job: rules[1].to ('Bad'): there is no destination 'nowhere'.");
        var page = bed.process().url().resolve("job/shown/job/job/slack-notify/");

        browser.open(page);
        assertThat(browser.find(By.id("main-panel")).getText())
                .contains("This job is kept out of the system channel")
                .contains("there is no destination 'nowhere'")
                .contains("this job is not for one")
                .contains("It is never asked, as \"Bad\"")
                .contains("It is for other jobs.");
        browser.screenshot("rules-of-a-job");
        browser.click(By.id("slack-notify-try"));
        requireInView(browser, "slack-notify-report");
        assertThat(browser.find(By.id("slack-notify-verdicts")).getText())
                .contains("Bad", "Fired")
                .doesNotContain("Late");
        browser.click(By.cssSelector("#slack-notify-idle > summary"));
        assertThat(browser.find(By.id("slack-notify-idle-verdicts")).getText()).contains("Late", "Not asked");
        assertThat(browser.find(By.id("slack-notify-people")).getText())
                .contains("admin", "Slack was not asked", "no account of this Jenkins is theirs");
        assertThat(browser.find(By.cssSelector(".slack-notify-message a")).getText())
                .contains("shown » job #1");
        browser.screenshot("preview-of-a-job", By.cssSelector(".slack-notify-message"));
        browser.run("document.documentElement.dataset.theme = 'dark'");
        browser.screenshot("preview-of-a-job-dark", By.cssSelector(".slack-notify-message"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldTryYamlInThePage(TestBed bed, Browser browser) {
        bed.jobs().createPipeline("tried-in-page", "error 'no'");
        bed.jobs().build("tried-in-page");
        browser.open(bed.process().url().resolve("manage/slack/preview/"));
        browser.type(By.name("job"), "tried-in-page");
        browser.type(By.name("yaml"), "routing: {rules: [{name: Tried, to: ['#tried'], mention: [here]}]}");
        browser.click(By.id("slack-notify-try"));

        assertThat(browser.find(By.id("slack-notify-report")).getText()).contains("only tried", "#tried", "@here");
        requireInView(browser, "slack-notify-report");
        assertThat(browser.find(By.name("yaml")).getDomProperty("value")).contains("Tried");
        browser.screenshot("preview", By.id("slack-notify-verdicts"));
        browser.type(By.name("yaml"), "routing: {rules: [{to: [nowhere]}]}");
        browser.click(By.id("slack-notify-try"));
        assertThat(browser.find(By.id("slack-notify-problem")).getText()).contains("no destination 'nowhere'");
        requireInView(browser, "slack-notify-problem");
        assertThat(browser.complaints()).isEmpty();
    }

    /** The result of a preview is below its form, and on a job's page below all rules. */
    private static void requireInView(Browser browser, String id) {
        browser.find(By.id(id)); // The page may still be on its way.
        var top = (Number) browser.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", id);
        var height = (Number) browser.run("return window.innerHeight");
        assertThat(top.doubleValue()).as(id).isBetween(0.0, height.doubleValue() - 50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: [#ops]         | Line 2: put #ops into quotes",
                "to: #ops           | Line 2: put #ops into quotes",
                "to: [@ada]         | Line 2: put @ada into quotes",
                "branches: [*/main] | Line 2: put */main into quotes",
            })
    void shouldSayWhatLacksQuotes(String field, String hint, TestBed bed) {
        var job = "unquoted " + field.hashCode();
        bed.jobs().createPipeline(job, "echo 'hi'");
        bed.jobs().build(job);

        var page = bed.admin()
                .post(
                        "manage/slack/preview/show",
                        Map.of("job", job, "build", "", "yaml", "routing: {rules: [\n{" + field + "\n}]}"));

        assertThat(page.body()).contains(hint);
    }

    @Test
    void shouldTryTheRulesOfAFolderOnAnyJobInIt(TestBed bed, Browser browser) {
        bed.jobDsl().run("""
            folder('previewed') {
                properties { slackNotifyFolder {
                    destinations { namedDestination { name('ops'); channel('#previewed') } }
                    rules { notificationRule { name('Ours'); events(['failure']); to(['ops', 'nowhere']) } }
                } }
            }
            folder('previewed/inner') {}
            pipelineJob('previewed/inner/job') { definition { cps { sandbox(true); script("error 'no'") } } }
            """);
        bed.jobs().build("previewed/inner/job");
        bed.jobs().createPipeline("previewed-not", "echo 'hi'");
        browser.open(bed.process().url().resolve("job/previewed/slack-notify/"));

        assertThat(browser.find(By.id("main-panel")).getText()).contains("there is no destination 'nowhere'");
        assertThat(browser.all(By.cssSelector("#slack-notify-jobs option")))
                .extracting(option -> option.getDomAttribute("value"))
                .containsExactly("inner/job");
        browser.type(By.name("job"), "inner/job");
        browser.click(By.id("slack-notify-try"));
        assertThat(browser.find(By.id("slack-notify-verdicts")).getText())
                .contains("Folder previewed", "Ours", "Fired", "#previewed");
        requireInView(browser, "slack-notify-report");
        browser.screenshot("preview-of-a-folder");
        assertThat(browser.complaints()).isEmpty();
        assertThat(objects(
                        folderPreview(bed, "previewed/inner/job")
                                .requireStatus(200)
                                .json(),
                        "messages"))
                .extracting(message -> text(message, "destination"))
                .contains("#previewed");
        for (var outside : List.of("previewed-not", "../previewed-not", "")) {
            folderPreview(bed, outside).requireStatus(404);
        }
    }

    private static HttpPage folderPreview(TestBed bed, String job) {
        return bed.admin().post("job/previewed/slack-notify/preview", Map.of("job", job));
    }

    @Test
    void shouldSayOnTheJobsPageWhyNothingIsToldAtAll(TestBed bed) {
        var job = built(bed);
        bed.configuration().set("enabled: false", "events: []");
        try {
            assertThat(bed.admin()
                            .get("job/" + job + "/slack-notify/")
                            .requireStatus(200)
                            .body())
                    .contains("has switched notifications off", "It is notified of no build");
        } finally {
            bed.reset();
        }
    }

    /** What is for other jobs alone is nobody's business who may not read where it stands. */
    @Test
    void shouldNotShowTheRulesOfOtherJobsToWhoMayOnlyConfigureOne(TestBed bed) {
        bed.configuration()
                .set(
                        "routing: {rules: [{name: Secret project, jobs: [secret/**], to: ['#secret']}, {name: Open, to: ['#open']}]}");
        try {
            var job = built(bed);
            var page = bed.user("developer")
                    .get("job/" + job + "/slack-notify/")
                    .requireStatus(200)
                    .body();
            var preview = bed.user("developer")
                    .post("job/" + job + "/slack-notify/preview", Map.of())
                    .requireStatus(200)
                    .body();

            assertThat(page).contains("#open", "One rule that is").doesNotContain("ecret");
            assertThat(preview).contains("#open").doesNotContain("ecret");
            assertThat(bed.admin().get("job/" + job + "/slack-notify/").body()).contains("Secret project");
        } finally {
            bed.reset();
        }
    }

    private static String built(TestBed bed) {
        var job = "built-for-preview";
        if (bed.admin().get("job/" + job + "/").status() == 404) {
            bed.jobs().createPipeline(job, "echo 'hi'");
            bed.jobs().build(job);
        }
        return job;
    }

    private static String events(TestBed bed, String job, int build) {
        return bed.admin()
                .post("job/" + job + "/slack-notify/preview?build=" + build, Map.of())
                .requireStatus(200)
                .json()
                .get("events")
                .toString();
    }

    private static HttpPage api(TestBed bed, String job, String yaml) {
        return bed.admin().post(API + "?job=" + job, "application/yaml", yaml);
    }

    private static List<ApiCall> callsAbout(String word, TestBed bed) {
        return bed.sandbox().calls().stream()
                .filter(call -> call.arguments().toString().contains(word))
                .toList();
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        JsonArray array = json.getAsJsonArray(name);
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
