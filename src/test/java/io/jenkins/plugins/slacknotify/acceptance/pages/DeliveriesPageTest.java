package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Manage Jenkins » Slack » Deliveries, as administrators see it, and nobody else. */
@JenkinsAcceptance(resetAfterEach = true)
class DeliveriesPageTest {
    private static final String PAGE = "manage/slack/deliveries/";

    @Test
    void shouldShowFirstWhatWaitsForAPersonAndKeepTheCrumbOutOfAddresses(TestBed bed, Browser browser) {
        bed.jobs().createPipeline("waits", "slackNotify message: 'Hi', channel: 'deliveries-no-such-channel'");
        bed.jobs().build("waits");
        announce(bed, "came", "deliveries-came");
        bed.channels().await("deliveries-came", 1);
        var page = DeliveriesPage.open(bed, browser);
        page.awaitRow("waits #1", "Held");

        assertThat(browser.texts(".slack-notify-deliveries tbody tr"))
                .hasSizeGreaterThan(1)
                .first()
                .asString()
                .contains("Held");
        browser.type(By.name("job"), "came");
        browser.click(By.cssSelector(".slack-notify-search button"));
        browser.awaitPageAfter(bed.process().url().resolve(PAGE));
        assertThat((String) browser.run("return location.search")).isEqualTo("?job=came");
        assertThat(browser.texts(".slack-notify-deliveries tbody tr"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains("came #1"));
    }

    @Test
    void shouldNameEachMessageOnThePageOfItsBuildWithItsRule(TestBed bed) {
        bed.channels().open("told-by-rule");
        bed.configuration().set("routing: {rules: [{name: By team, jobs: ['by-rule'], to: ['#told-by-rule']}]}");
        bed.jobs().createPipeline("by-rule", "error 'no'");
        bed.jobs().build("by-rule");
        bed.channels().awaitAbout("by-rule", "told-by-rule", 1);

        var administrators =
                bed.admin().get("job/by-rule/1/").requireStatus(200).body();
        assertThat(administrators).contains("#told-by-rule", "By team", "manage/slack/rules/");
        var readers =
                bed.user("reader").get("job/by-rule/1/").requireStatus(200).body();
        assertThat(readers).contains("#told-by-rule").doesNotContain("By team");
        var link = Pattern.compile("slack-messages/open\\?id=[^\"]+").matcher(readers);
        assertThat(link.find()).isTrue();
        assertThat(bed.user("reader")
                        .get("job/by-rule/1/" + link.group())
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).startsWith("https://acme.slack.com/archives/C"));
    }

    @Test
    void shouldNameTheRuleOfADirectMessageForThoseWhoReadRules(TestBed bed) {
        bed.slack().user("Ruled", "ruled@example.org");
        bed.admin().script("""
                def created = jenkins.model.Jenkins.get().securityRealm.createAccount('ruled', 'ruled-password')
                created.addProperty(new hudson.tasks.Mailer.UserProperty('ruled@example.org'))
                def strategy = jenkins.model.Jenkins.get().authorizationStrategy
                [jenkins.model.Jenkins.READ, hudson.model.Item.READ].each {
                    strategy.add(it, org.jenkinsci.plugins.matrixauth.PermissionEntry.user('ruled'))
                }
                """);
        bed.configuration().set("routing: {rules: [{name: Tell Ruled, jobs: ['rule-in-person'], people: [ruled]}]}");
        bed.jobs().createPipeline("rule-in-person", "if (currentBuild.number == 2) { error 'no' }");
        bed.jobs().build("rule-in-person");
        bed.jobs().build("rule-in-person");
        await("the direct message")
                .atMost(TestBed.TIMEOUT)
                .until(() -> !bed.slack().directMessagesTo("ruled@example.org").isEmpty());

        assertThat(bed.admin().get("job/rule-in-person/2/").requireStatus(200).body())
                .contains("ruled", "Tell Ruled");
        assertThat(bed.user("reader")
                        .get("job/rule-in-person/2/")
                        .requireStatus(200)
                        .body())
                .contains("Direct message")
                .doesNotContain("Tell Ruled");
    }

    @Test
    void shouldLeadToWhatWasDelivered(TestBed bed, Browser browser) {
        announce(bed, "arrived", "deliveries-arrived");
        bed.channels().await("deliveries-arrived", 1);

        var page = DeliveriesPage.open(bed, browser);
        var row = page.awaitRow("arrived #1", "Delivered");

        assertThat(row.getText()).contains("#deliveries-arrived", "Hello from arrived", "Open");
        assertThat(page.linkTo(row, "Open")).contains("open?id=");
        var answer = bed.admin().get(PAGE + page.linkTo(row, "Open").replaceFirst(".*/", ""));
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).startsWith("https://acme.slack.com/archives/C"));
        page.screenshot("deliveries");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldLinkABuildWhereItIsNowAndNotAtAllWhereItIsGone(TestBed bed) {
        announce(bed, "deliveries-then", "deliveries-moved");
        bed.channels().await("deliveries-moved", 1);
        bed.admin().script("jenkins.model.Jenkins.get().getItem('deliveries-then').renameTo('deliveries-now')");

        var moved = bed.admin()
                .get(PAGE + "?job=deliveries-then")
                .requireStatus(200)
                .body();
        assertThat(moved).contains("/job/deliveries-now/1/\">deliveries-now #1</a>");

        bed.admin().script("jenkins.model.Jenkins.get().getItem('deliveries-now').delete()");
        var gone = bed.admin()
                .get(PAGE + "?job=deliveries-then")
                .requireStatus(200)
                .body();
        assertThat(gone).contains(" #1").doesNotContain("/job/deliveries-");
    }

    @Test
    void shouldTellUntilWhenItWaitsAndTryAtOnceWhenAsked(TestBed bed, Browser browser) {
        bed.messageFaults().always("Hello from limited", Fault.rateLimited(Duration.ofMinutes(10)));
        announce(bed, "limited", "deliveries-limited");

        var page = DeliveriesPage.open(bed, browser);
        var row = page.awaitRow("limited #1", "Waiting");
        assertThat(row.getText()).containsPattern("rate limited until \\d\\d:\\d\\d:\\d\\d ");
        page.screenshot("deliveries-waiting");
        bed.sandbox().faults().clear();
        page.tryNow();

        page.awaitRow("limited #1", "Delivered");
        assertThat(bed.channels().messagesAbout("limited", "deliveries-limited"))
                .hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldTellHowToMendWhatIsHeldAndSendItThen(TestBed bed, Browser browser) {
        bed.credentials().add("outsider", bed.slack().installBot("outsider", "chat:write", "chat:write.customize"));
        bed.slack().channel("deliveries-closed");
        announce(bed, "held", "deliveries-closed', credentialsId: 'outsider");

        var page = DeliveriesPage.open(bed, browser);
        var row = page.awaitRow("held #1", "Held");
        assertThat(row.getText()).contains("The bot is not a member of #deliveries-closed", "/invite");
        page.screenshot("deliveries-held");
        bed.slack().channel("deliveries-closed").invite("outsider");
        page.tryNow();

        page.awaitRow("held #1", "Delivered");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSendAgainWhatWasRefused(TestBed bed, Browser browser) {
        bed.channels().open("deliveries-refused");
        bed.messageFaults().next("Hello from refused", 1, Fault.error("msg_too_long"));
        announce(bed, "refused", "deliveries-refused");

        var page = DeliveriesPage.open(bed, browser);
        var row = page.awaitRow("refused #1", "Refused");
        assertThat(row.getText()).contains("The text is longer than Slack's 4,000 characters");
        page.click(row, "Send again");

        page.awaitRow("refused #1", "Delivered");
        assertThat(bed.channels().messagesAbout("refused", "deliveries-refused"))
                .hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldNotSendWhatWasDiscarded(TestBed bed, Browser browser) {
        bed.messageFaults().always("Hello from unwanted", Fault.rateLimited(Duration.ofMinutes(10)));
        announce(bed, "unwanted", "deliveries-unwanted");

        var page = DeliveriesPage.open(bed, browser);
        page.awaitRow("unwanted #1", "Waiting");
        page.filter("unwanted", "", "");
        page.click(browser.find(By.cssSelector(".slack-notify-deliveries tbody tr")), "Discard");

        browser.find(
                By.cssSelector(".slack-notify-deliveries tbody tr"),
                row -> row.getText().startsWith("Discarded"));
        assertThat((String) browser.run("return location.search")).isEqualTo("?job=unwanted");
        page.awaitRow("unwanted #1", "Discarded");
        bed.sandbox().faults().clear();
        page.tryNow();
        announce(bed, "wanted", "deliveries-unwanted");
        bed.channels().await("deliveries-unwanted", 1);
        assertThat(bed.channels().messagesAbout("unwanted", "deliveries-unwanted"))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldShowFiftyMessagesOnAPage(TestBed bed) {
        bed.jobs()
                .createPipeline(
                        "paged",
                        "for (int i = 0; i < 52; i++) slackNotify message: \"m $i\", channel: '#deliveries-paged'");
        bed.jobs().build("paged");
        String first = "manage/slack/deliveries/?job=PAGED&channel=deliveries-paged";
        // One that is held only later would not be discarded below.
        await("all of them to be held")
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(
                        () -> assertThat(body(bed, first + "&state=held")).contains("Page 1 of 2, 52 in all"));

        assertThat(body(bed, first))
                .contains("?job=PAGED&amp;channel=deliveries-paged&amp;state=&amp;page=2")
                .satisfies(page -> assertThat(page.split("<tr>")).hasSize(1 + 1 + 50));
        assertThat(body(bed, first + "&page=2"))
                .contains("Page 2 of 2, 52 in all", "page=1")
                .doesNotContain("page=3")
                .satisfies(page -> assertThat(page.split("<tr>")).hasSize(1 + 1 + 2));
        // The other tests look for their rows on the first page, where those that are held come first.
        bed.admin().script("""
                def deliveries = io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries()
                deliveries.held().findAll { it.job().contains('paged') }.each { deliveries.discard(it.id()) }
                """);
    }

    private static String body(TestBed bed, String path) {
        return bed.admin().get(path).requireStatus(200).body();
    }

    @Test
    void shouldFilterByJobChannelAndState(TestBed bed, Browser browser) {
        announce(bed, "sieve-a", "deliveries-sieve-a");
        announce(bed, "sieve-b", "deliveries-sieve-b");
        var page = DeliveriesPage.open(bed, browser);
        page.awaitRow("sieve-a #1", "Delivered");
        page.awaitRow("sieve-b #1", "Delivered");

        page.filter("SIEVE-A", "", "");
        assertThat(page.rows()).singleElement().asString().contains("sieve-a #1");
        page.filter("", "sieve-b", "");
        assertThat(page.rows()).singleElement().asString().contains("sieve-b #1");
        page.filter("sieve", "", "Delivered");
        assertThat(page.rows()).hasSize(2);
        page.filter("sieve", "", "Refused");
        assertThat(page.rows()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open?id=x"})
    void shouldShowItToAdministratorsOnly(String path, TestBed bed) {
        for (var client : new String[] {"developer", "reader"}) {
            assertThat(bed.user(client).get(PAGE + path).status()).isEqualTo(403);
        }
        assertThat(bed.anonymous().get(PAGE + path).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"sendAgain, 400", "discard, 400", "retry, 302"})
    void shouldActForAdministratorsOnlyAndNotByALink(String action, int status, TestBed bed) {
        var form = Map.of("id", "unknown");

        assertThat(bed.admin().post(PAGE + action, form).status()).isEqualTo(status);
        assertThat(bed.admin().get(PAGE + action + "?id=unknown").status()).isIn(404, 405);
        assertThat(bed.admin().postWithoutCrumb(PAGE + action, form).status()).isEqualTo(403);
        assertThat(bed.user("developer").post(PAGE + action, form).status()).isEqualTo(403);
        assertThat(bed.anonymous().post(PAGE + action, form).status()).isEqualTo(403);
    }

    @Test
    void shouldTellOnTheBuildsPageWhatBecameOfItsMessages(TestBed bed, Browser browser) {
        announce(bed, "told", "deliveries-told");
        bed.channels().await("deliveries-told", 1);

        awaitSummary(bed, "told", "Slack: 1 delivered");
        browser.open(bed.process().url().resolve("job/told/1/"));
        browser.screenshot("build-delivered");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldTellOnTheBuildsPageWhyAMessageWaits(TestBed bed, Browser browser) {
        bed.messageFaults().always("Hello from half", Fault.rateLimited(Duration.ofMinutes(10)));
        announce(bed, "half", "deliveries-half-a");

        awaitSummary(bed, "half", "Slack: 1 waiting \\(rate limited until \\d\\d:\\d\\d:\\d\\d .+\\)");
        browser.open(bed.process().url().resolve("job/half/1/"));
        browser.screenshot("build-waiting");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldTellOnTheBuildsPageHowToMendWhatIsHeld(TestBed bed) {
        var token = bed.slack().installBot("short-lived");
        bed.credentials().add("short-lived", token);
        bed.slack().revoke(token);
        announce(bed, "unmended", "deliveries-held', credentialsId: 'short-lived");

        awaitSummary(bed, "unmended", "Slack: 1 held[\\s\\S]+#deliveries-held: Slack does not accept the token");
    }

    /** Has a job say hello in a channel that it makes where it is not there. */
    private static void announce(TestBed bed, String job, String channel) {
        if (!channel.contains("'")) {
            bed.channels().open(channel);
        }
        bed.jobs().createPipeline(job, "slackNotify message: 'Hello from %s', channel: '%s'".formatted(job, channel));
        bed.jobs().build(job);
    }

    private static void awaitSummary(TestBed bed, String job, String pattern) {
        await(pattern)
                .atMost(TestBed.TIMEOUT)
                .untilAsserted(() -> assertThat(bed.user("reader")
                                .get("job/" + job + "/1/")
                                .requireStatus(200)
                                .body())
                        .containsPattern(pattern));
    }
}
