package io.jenkins.plugins.slacknotify.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.PullRequests;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented example as code, in two workspaces: it loads, exports to the same, and each of its rules fires and does not. */
@JenkinsAcceptance
class RulesTest {
    /** What piles up in a channel that the tests share would be told in one message. */
    @AfterEach
    void awaitIdle(TestBed bed) {
        bed.waits().untilNothingIsLeftOf(".*");
    }

    @Test
    void shouldLoadAndExportTheDocumentedExample(TestBed bed) {
        DocumentedExample.configure(bed);
        var exported = bed.configuration().exported();

        assertThat(exported)
                .contains("routing:", "- \"feature/**\"", "mentionFrom: \"ERROR\"", "teamId: \"T0123456789\"")
                .contains("*{job}* is down: {link}", "emoji:", "repliesInThread: true", "language: \"de\"")
                .contains(
                        "abilities:",
                        "owners:",
                        "appTokenCredentialsId: \"slack-app-token\"",
                        "workspace: \"partner\"");
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {routing: {}}}"))
                .isEmpty();
        assertThat(bed.configuration().exported()).isNotEqualTo(exported);
        assertThat(bed.configuration().apply("unclassified:\n" + exported)).isEmpty();
        assertThat(bed.configuration().exported()).isEqualTo(exported);
        assertThat(bed.admin().get("manage/configuration-as-code/schema").body())
                .contains("\"routing\"", "#/definitions/io.jenkins.plugins.slacknotify.config.rules.SystemRouting");
    }

    @Test
    void shouldTellOfBranchesByTheirKindAndName(TestBed bed) {
        DocumentedExample.configure(bed);
        var repository = GitRepository.create();
        List.of("main", "request", "feature/cart", "feature/try-it")
                .forEach(branch -> repository.commit(branch, "Jenkinsfile", "error 'no'"));
        repository.checkout("main");
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        PullRequests.pretend(bed, "shop/request", 7);
        bed.jobDsl().run("""
            multibranchPipelineJob('shop') {
                branchSources { git { id('it'); remote('%s') } }
            }
            """.formatted(repository.url()));

        for (var branch : List.of("main", "request", "feature%2Fcart", "feature%2Ftry-it")) {
            bed.jobs().build("shop/" + branch, 1).await();
        }

        assertThat(bed.channels().awaitAbout("main of shop", "ops", 1))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.username()).isEqualTo("Ops");
                    assertThat(message.toString()).contains("<!here>", "Critical");
                });
        assertThat(bed.channels().awaitAbout("cart of shop", "features", 1)).hasSize(1);
        bed.channels().awaitAbout("main of shop", "builds", 1);
        bed.channels().awaitAbout("cart of shop", "builds", 1);
        bed.channels().awaitAbout("try-it of shop", "builds", 1);
        assertThat(texts(bed, "builds")).noneMatch(text -> text.contains("PR-7") || text.contains("request of shop"));
        assertThat(texts(bed, "ops")).noneMatch(text -> text.contains("/job/shop/") && !text.contains("main of shop"));
        assertThat(texts(bed, "features"))
                .noneMatch(text -> text.contains("/job/shop/") && !text.contains("cart of shop"));
    }

    @Test
    void shouldTellOfDeploymentsInTwoWorkspaces(TestBed bed) {
        DocumentedExample.configure(bed);
        bed.jobDsl().run("folder('deploy') {}");
        for (var job : List.of("live", "try", "nightly")) {
            bed.jobs().createPipeline("deploy/" + job, "error 'no'");
        }
        bed.jobs().createPipeline("deploy/fine", "echo 'yes'");

        bed.jobs().build("deploy/fine");
        bed.jobs().build("deploy/live");
        bed.jobs().build("deploy/try");
        bed.admin().script("""
                Jenkins.get().getItemByFullName('deploy/nightly').scheduleBuild2(
                    0, new hudson.model.CauseAction(new hudson.triggers.TimerTrigger.TimerTriggerCause())).get()
                """);

        assertThat(bed.channels().awaitAbout("live", "releases", 1))
                .singleElement()
                .satisfies(message -> assertThat(message.text())
                        .startsWith("*deploy » live* is down: <" + bed.process().url() + "job/deploy/job/live/1/"));
        assertThat(bed.channels().awaitAbout("fine", "releases", 1))
                .singleElement()
                .satisfies(message -> assertThat(message.text())
                        .as("in the words of the other wording")
                        .startsWith(":white_check_mark: ")
                        .contains("|deploy » fine #1>"));
        Awaitility.await("the deployment in the other workspace")
                .atMost(TestBed.TIMEOUT)
                .until(() -> bed.sandbox().workspace("partner").messagesIn("news").stream()
                        .anyMatch(message -> message.text().contains("deploy » live")));
        bed.channels().awaitAbout("try #1", "builds", 1);
        bed.channels().awaitAbout("nightly #1", "builds", 1);
        assertThat(texts(bed, "releases")).noneMatch(text -> text.contains("try") || text.contains("nightly"));
    }

    @Test
    void shouldTellADestinationOfAStepAndSayWhatItDoesNotTake(TestBed bed) {
        DocumentedExample.configure(bed);
        bed.jobs()
                .createPipeline(
                        "ruled-spoken",
                        "slackNotify message: 'It hums', to: 'ops, partner-news', severity: 'NOTICE'\n"
                                + "slackNotify message: 'It burns', to: ['ops', 'requester'], severity: 'CRITICAL'\n"
                                + "slackNotify message: 'It asks', to: 'opps', channel: '#asked'\n");
        bed.channels().open("asked");

        var build = bed.jobs().build("ruled-spoken");

        assertThat(build.consoleLines("[Slack]"))
                .anyMatch(line -> line.contains("Handed over for #news"))
                .anyMatch(line -> line.contains("Not told: 'ops' takes ERROR and more, and this is NOTICE."))
                .anyMatch(line -> line.contains("Handed over for #ops"))
                .anyMatch(line -> line.contains("Not told: 'opps' is neither an e-mail address")
                        && line.endsWith("nor a destination."));
        assertThat(bed.channels().awaitAbout("It burns", "ops", 1))
                .singleElement()
                .extracting(SandboxMessage::username)
                .isEqualTo("Ops");
        assertThat(bed.channels().await("asked", 1)).hasSize(1);
        assertThat(texts(bed, "ops")).noneMatch(text -> text.contains("It hums"));
        assertThat(build.result()).isEqualTo("SUCCESS");
    }

    @Test
    void shouldTellADestinationOfAFreestyleJob(TestBed bed) {
        DocumentedExample.configure(bed);
        bed.jobDsl().run("""
            job('ruled-free') {
                steps { shell('exit 1') }
                publishers { slackNotify { to('ops') } }
            }
            """);

        bed.jobs().build("ruled-free");

        assertThat(bed.channels().awaitAbout("ruled-free #1", "ops", 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: [{name: x, to: [opps]}] | routing.rules[0].to ('x'): there is no destination 'opps'.",
                "rules: [{template: gone}] | routing.rules[0].template ('Rule 1'): there is no template 'gone'.",
                "rules: [{jobs: ['/shop']}] | routing.rules[0].jobs ('Rule 1'): The pattern '/shop' has a slash at its beginning",
                "rules: [{events: [broken]}] | unclassified.slackNotify.routing.rules[0].events ('Rule 1'): Unknown event 'broken'. Use one of: started",
                "rules: [{to: ['#a/b']}] | routing.rules[0].to ('Rule 1'): no channel of Slack can be called '#a/b'.",
                "rules: [{branches: ['rel-?']}] | routing.rules[0].branches ('Rule 1'): The pattern 'rel-?' has a ?",
                "rules: [{last: true}, {name: late}] | routing.rules[1] ('late'): it is never asked, as 'Rule 1' before it",
                "rules: [{mention: ['@']}] | routing.rules[0].mention ('Rule 1'): mention: '@' is none of here, channel, everyone",
                "destinations: [{name: ops}] | unclassified.slackNotify.routing.destinations[0].channel ('ops'): A destination needs a channel",
                "destinations: [{name: ops, channel: b, minimumSeverity: loud}] | routing.destinations[0].minimumSeverity ('ops'): Unknown",
                "templates: [{name: t, wordings: [{text: x}, {text: '{jub}'}]}] | routing.templates[0].wordings[1].text ('t'): ",
                "templates: [{name: t}] | routing.templates[0].wordings ('t'): A template without a wording says nothing.",
                "destinations: [{name: a, channel: b}, {name: a, channel: c}] | routing.destinations[1].name ('a'): there are two",
                "destinations: [{name: a, channel: b, workspace: c}] | routing.destinations[0].workspace ('a'): there is no",
                "rules: [{too: [ops]}] | too",
                "workspaces: [{name: partner}] | routing.workspaces[0].credentialsId ('partner'): A workspace needs the id of a credential"
            })
    void shouldSayWhatIsWrongAndKeepWhatWasThere(String routing, String words, TestBed bed) {
        assertRefused("routing: {" + routing + "}", words, bed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel: '#a/b' | unclassified.slackNotify.channel: This is not a channel.",
                "teamId: acme | unclassified.slackNotify.teamId: ",
                "expiryHours: 0 | unclassified.slackNotify.expiryHours: ",
                "events: [broken] | unclassified.slackNotify.events: Unknown event 'broken'",
                "personal: {told: [nobody]} | unclassified.slackNotify.personal: ",
                "personal: {aliases: [{from: '', to: x}]} | unclassified.slackNotify.personal: ",
                "severities: {regressed: LOUD} | unclassified.slackNotify.severities: Unknown severity 'LOUD'"
            })
    void shouldSayWhichSettingIsWrongAndKeepAllAsItWas(String setting, String words, TestBed bed) {
        assertRefused("botName: Other, " + setting, words, bed);
    }

    @Test
    void shouldSayItInThePageThatReloads(TestBed bed) {
        bed.configuration().apply("unclassified: {slackNotify: {routing: {rules: [{name: x, to: [opps]}]}}}");

        var page = bed.admin().post("manage/configuration-as-code/reload", Map.of());

        assertThat(unescaped(page.body()))
                .contains("unclassified.slackNotify.routing.rules[0].to ('x'): there is no destination 'opps'.");
    }

    /** Also where Configuration as Code only checks what it is given. */
    private static void assertRefused(String settings, String words, TestBed bed) {
        DocumentedExample.configure(bed);
        var before = bed.configuration().exported();

        var complaint = bed.configuration().apply("unclassified: {slackNotify: {" + settings + "}}");
        var check = bed.admin()
                .post(
                        "manage/configuration-as-code/checkNewSource",
                        Map.of(
                                "newSource",
                                bed.process().home().resolve("jenkins.yaml").toString()));

        assertThat(complaint).contains(words);
        assertThat(unescaped(check.body())).startsWith("<div class=\"error\">").contains(words);
        assertThat(bed.configuration().exported()).isEqualTo(before);
    }

    private static String unescaped(String html) {
        return html.replace("&#039;", "'").replace("&quot;", "\"");
    }

    private static List<String> texts(TestBed bed, String channel) {
        return bed.slack().messagesIn(channel).stream()
                .map(SandboxMessage::text)
                .toList();
    }
}
