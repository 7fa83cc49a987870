package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.rules.DocumentedExample;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Destinations and rules by hand, in the page of the system. */
@JenkinsAcceptance
class RoutingPageTest {
    private static final String FILE = "io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.xml";

    /** The credentials of the example, and nothing decided. */
    @BeforeEach
    void reset(TestBed bed) {
        DocumentedExample.configure(bed);
        bed.configuration().set("credentialsId: slack-bot-token", "routing: {}");
    }

    @Test
    void shouldStayAsItIsWhenTheFormIsSavedUnchanged(TestBed bed, Browser browser) throws IOException {
        DocumentedExample.configure(bed);
        var before = stored(bed);

        var page = RoutingPage.open(bed, browser);
        page.screenshot("routing-example-destinations", "destinations", 1);
        page.screenshot("routing-example-rules", "rules", 2);
        page.awaitNoProblem().save();

        assertThat(stored(bed)).isEqualTo(before).contains("Main is sacred", "feature/try-*", "partner-news");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldBeMadeByHand(TestBed bed, Browser browser) {
        bed.channels().open("by-hand");
        var page = RoutingPage.open(bed, browser);
        assertThat(page.isFolded()).isTrue();

        page.unfold().add("Add destination").add("Add rule");
        page.type("destinations", 1, "name", "hand").type("destinations", 1, "channel", "#by-hand");
        page.type("rules", 1, "name", "By hand")
                .type("rules", 1, "jobs", "made-*\n!made-not")
                .type("rules", 1, "to", "hand")
                .tick("rules", 1, "events", "failure");
        page.screenshot("routing-by-hand", "rules", 1);
        page.awaitNoProblem().save();

        assertThat(DocumentedExample.exported(bed))
                .contains(
                        "name: \"hand\"", "channel: \"#by-hand\"", "- \"made-*\"", "- \"!made-not\"", "- \"failure\"");
        bed.jobs().createPipeline("made-so", "error 'no'");
        bed.jobs().createPipeline("made-not", "error 'no'");
        bed.jobs().build("made-not");
        bed.jobs().build("made-so");
        assertThat(bed.channels().awaitAbout("made-", "by-hand", 1))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("made-so #1"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSaveRulesInTheOrderToWhichTheyAreDragged(TestBed bed, Browser browser) {
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {rules: [{name: One, to: ['#a']}, {name: Two, to: ['#b']}, {name: Three, to: ['#c']}]}");
        browser.heighten(5000);

        var page = RoutingPage.open(bed, browser).drag("rules", 3, 1);
        page.awaitNoProblem().save();

        assertThat(DocumentedExample.exported(bed)).containsSubsequence("\"Three\"", "\"One\"", "\"Two\"");
        assertThat(browser.complaints()).isEmpty();
        browser.heighten(1500);
    }

    @Test
    void shouldSayAtItsFieldWhatASaveWouldRefuseAndLoseNothing(TestBed bed, Browser browser) {
        var page = RoutingPage.open(bed, browser)
                .unfold()
                .add("Add destination")
                .add("Add rule")
                .add("Add rule");
        page.type("destinations", 1, "name", "ops").type("destinations", 1, "channel", "#ops");
        page.type("rules", 1, "name", "Typo").type("rules", 1, "to", "opps");
        page.type("rules", 2, "name", "Kept").type("rules", 2, "to", "ops");

        assertThat(page.words("rules", 1, "opps"))
                .isEqualTo("There is no destination 'opps'. There are: ops. For a channel, write '#opps'.");
        page.pressSave();
        assertThat(page.words("rules", 1, "opps")).isNotEmpty();
        page.screenshot("routing-refused", "rules", 1);
        assertThat(DocumentedExample.exported(bed)).doesNotContain("opps", "Kept");

        page.type("rules", 1, "to", "ops").awaitNoProblem().save();

        assertThat(DocumentedExample.exported(bed)).contains("name: \"Typo\"", "name: \"Kept\"");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSayAtItsFieldWhatAnApplyWouldRefuse(TestBed bed, Browser browser) {
        var page = RoutingPage.open(bed, browser).unfold().add("Add rule").type("rules", 1, "to", "opps");

        page.pressApply();
        assertThat(page.words("rules", 1, "opps")).startsWith("There is no destination 'opps'.");
        page.type("rules", 1, "to", "#applied").awaitNoProblem().pressApply();

        Awaitility.await("what was applied")
                .atMost(TestBed.TIMEOUT)
                .until(() -> DocumentedExample.exported(bed).contains("#applied"));
        assertThat(browser.all(By.cssSelector("dialog[open]"))).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldRefuseInWordsAndTakeNothingOver(TestBed bed, Browser browser) {
        var before = DocumentedExample.exported(bed);
        var page = RoutingPage.open(bed, browser).unfold().add("Add rule").type("rules", 1, "to", "opps");

        assertThat(page.sendUnasked())
                .contains("routing.rules[0].to ('Rule 1'): there is no destination 'opps'.")
                .doesNotContain("java.lang");

        browser.screenshot("routing-unasked");
        assertThat(DocumentedExample.exported(bed)).isEqualTo(before);
    }

    @Test
    void shouldSayWhatIsWrongWithOneField(TestBed bed, Browser browser) {
        var page = RoutingPage.open(bed, browser)
                .unfold()
                .add("Add rule")
                .add("Add destination")
                .add("Add workspace");

        page.type("rules", 1, "jobs", "/shop");
        assertThat(page.words("rules", 1, "slash")).contains("The pattern '/shop' has a slash");
        page.press("rules", 1, "More").type("rules", 1, "mention", "ada");
        assertThat(page.words("rules", 1, "ada")).contains("an account of this Jenkins: ada");
        page.type("rules", 1, "people", "nobody-known");
        assertThat(page.words("rules", 1, "nobody-known")).contains("No account of this Jenkins");
        page.type("destinations", 1, "name", "breakers");
        assertThat(page.words("destinations", 1, "breakers")).contains("is a group of people");
        page.type("destinations", 1, "channel", "two words");
        assertThat(page.words("destinations", 1, "no channel")).contains("This is no channel");
        page.type("workspaces", 1, "teamId", "acme.slack.com");
        assertThat(page.words("workspaces", 1, "acme.slack.com")).contains("begins with T and stands");
        page.screenshot("routing-fields", "rules", 1);
    }

    @Test
    void shouldTryADestinationWithTheTokenOfItsWorkspace(TestBed bed, Browser browser) {
        DocumentedExample.configure(bed);
        bed.sandbox().workspace("partner").privateChannel("board");
        var page = RoutingPage.open(bed, browser);

        page.press("destinations", 2, "Test");
        assertThat(page.words("destinations", 2, "test message")).contains("Connected to partner as @jenkins");
        page.type("destinations", 2, "channel", "#board").press("destinations", 2, "Test");
        assertThat(page.words("destinations", 2, "board")).contains("/invite @jenkins");
        page.screenshot("routing-test", "destinations", 2);
    }

    @Test
    void shouldKeepTheRestWhereACredentialIsGone(TestBed bed, Browser browser) {
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {workspaces: [{name: lost, credentialsId: gone}], destinations: [{name: a, channel: b,"
                                + " workspace: lost}, {name: own, channel: own, credentialsId: job-bot}], rules: [{to: [a, '#kept-routing']}]}");
        bed.channels().open("kept-routing");

        var page = RoutingPage.open(bed, browser);

        assertThat(page.words("workspaces", 1, "gone")).contains("There is no credential \"gone\"");
        page.screenshot("routing-gone", "workspaces", 1);
        page.save();
        bed.jobs().createPipeline("in-spite", "error 'no'");
        bed.jobs().build("in-spite");
        assertThat(bed.channels().awaitAbout("in-spite", "kept-routing", 1)).hasSize(1);
        assertThat(DocumentedExample.exported(bed)).contains("credentialsId: \"gone\"", "credentialsId: \"job-bot\"");
    }

    private static String stored(TestBed bed) throws IOException {
        return Files.readString(bed.process().home().resolve(FILE));
    }
}
