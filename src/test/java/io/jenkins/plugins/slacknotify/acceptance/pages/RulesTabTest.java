package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.rules.DocumentedExample;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Destinations, workspaces, rules and templates by hand, one at a time. */
@JenkinsAcceptance
@Order(7)
class RulesTabTest {
    private static final String FILE = "io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.xml";

    private static final String SUBSCRIBE_PARTNER = """
            import io.jenkins.plugins.slacknotify.control.subscription.SlackSubscriptions
            import io.jenkins.plugins.slacknotify.event.Severity
            import io.jenkins.plugins.slacknotify.subscription.*
            def known = SlackSubscriptions.get()
            def author = new SubscriptionAuthor('partner-fan', 'T0123456', 'U0123456')
            def place = new SubscriptionTarget('partner', 'C0PARTNER', 'builds')
            known.subscriptions().add('partner1', author, place,
                    new SubscriptionFilter(['partner-job'], [], [] as Set, Severity.INFO, []))
            def now = java.time.Instant.now()
            known.mutes().add(new Mute('partner2', author, place, ['partner-job'], now.plusSeconds(3600), null, now))
            """;

    private static final String PLACES_OF_FRIENDS = """
            import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration
            import io.jenkins.plugins.slacknotify.control.subscription.SlackSubscriptions
            def known = SlackSubscriptions.get()
            def places = [known.subscriptions().find('partner1').get().target(), known.mutes().all().find { it.id() == 'partner2' }.target()]
            known.subscriptions().remove('partner1')
            known.mutes().remove('partner2')
            SlackNotifyConfiguration.get().load()
            print(places*.workspace() + SlackNotifyConfiguration.get().currentWorkspace('partner'))
            """;

    @BeforeAll
    static void addCredentialsOfTheExample(TestBed bed) {
        DocumentedExample.configure(bed);
    }

    /** Nothing is decided. */
    @BeforeEach
    void reset(TestBed bed) {
        bed.configuration().set("credentialsId: slack-bot-token", "routing: {}");
    }

    @Test
    void shouldStayAsItIsWhenEveryFormIsSavedUnchanged(TestBed bed, Browser browser) throws IOException {
        DocumentedExample.configure(bed);
        var before = stored(bed);

        saveEach(bed, browser, "rules", "rules", "rule");
        saveEach(bed, browser, "rules", "templates", "template");
        saveEach(bed, browser, "destinations", "destinations", "destination");
        saveEach(bed, browser, "destinations", "workspaces", "workspace");
        saveEach(bed, browser, "destinations", "channelLimits", "limit");
        SettingsPage.saveAll(bed, browser);

        assertThat(stored(bed)).isEqualTo(before).contains("Main is sacred", "feature/try-*", "partner-news");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Values that mean the same as none, and names with separators in them. */
    @Test
    void shouldStayAsItIsWhateverIsWrittenInIt(TestBed bed, Browser browser) throws IOException {
        bed.configuration().set("credentialsId: slack-bot-token", """
                        inbound: {subscriptions: {channels: ['#a', '#b'], owners: ['Jane Doe', 'cn=dev,ou=groups']}}""", """
                        routing: {destinations: [{name: d, channel: '#d', buttons: all, minimumSeverity: INFO, threadDetails: short,
                        language: en}], rules: [{to: [d], people: ['Jane Doe', 'Doe, Jane', breakers], minimumSeverity: INFO,
                        mention: [here], mentionFrom: INFO, severity: INFO, buttons: all, language: en}],
                        channelLimits: [{jobs: ['a/**', '!a/b'], channels: ['#a-*', d]}]}""".replace('\n', ' '));
        var before = stored(bed);
        assertThat(before).contains("<string>Doe, Jane</string>", "<string>cn=dev,ou=groups</string>");
        var exported = bed.configuration().exported();

        saveEach(bed, browser, "rules", "rules", "rule");
        saveEach(bed, browser, "destinations", "destinations", "destination");
        saveEach(bed, browser, "destinations", "channelLimits", "limit");
        SettingsPage.open(bed, browser, "requests").save();

        assertThat(stored(bed)).isEqualTo(before);
        assertThat(bed.configuration().exported()).isEqualTo(exported);
        assertThat(browser.complaints()).isEmpty();
    }

    /** It stays without effect, and is still there for a version that knows the event. */
    @Test
    void shouldKeepAnUnknownEventOfARuleThatIsSwitched(TestBed bed, Browser browser) throws IOException {
        configureThree(bed);
        bed.admin().script("""
                def settings = io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()
                def file = settings.configFile.file
                file.text = file.text.replaceFirst('<events/>', '<events><string>of-tomorrow</string></events>')
                settings.load()
                null
                """);
        assertThat(ListPage.open(bed, browser, "rules").rows("rules").get(0).toString())
                .contains("Without effect until it is corrected", "of-tomorrow");

        ListPage.open(bed, browser, "rules").press("rules", 1, "switch");
        browser.find(By.cssSelector("[data-kind=switch][aria-checked=false]"));
        browser.screenshot("rules-invalid-off");
        for (var page : List.of("rules/rule/1", "rules/rule/new/?copy=1")) {
            ElementForm.open(bed, browser, page);
            assertThat(browser.texts("#main-panel .jenkins-alert"))
                    .as(page)
                    .singleElement()
                    .asString()
                    .contains("of-tomorrow");
        }

        assertThat(stored(bed)).contains("<string>of-tomorrow</string>", "<disabled>true</disabled>");
    }

    /** The rule at its position is a stranger's, and so is the first one without a name. */
    @Test
    void shouldAddARuleWithoutANameWhereSomebodyHasDeletedIt(TestBed bed, Browser browser) {
        bed.configuration()
                .set("credentialsId: slack-bot-token", "routing: {rules: [{to: ['#a']}, {to: ['#b']}, {to: ['#c']}]}");
        var form = ElementForm.open(bed, browser, "rules/rule/2").type("to", "#mine");
        bed.configuration().set("credentialsId: slack-bot-token", "routing: {rules: [{to: ['#a']}, {to: ['#c']}]}");

        assertThat(form.pressSave().answer()).contains("yours would be added");
        form.overwrite();

        assertThat(bed.configuration().exported()).containsSubsequence("#a", "#mine", "#c");
        assertThat(ListPage.open(bed, browser, "rules").rows("rules")).hasSize(3);
    }

    @Test
    void shouldHaveSlackAppsFollowANewNameOfAWorkspaceAndKeepItFromBeingDeleted(TestBed bed, Browser browser) {
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "inbound: {apps: [{name: Partner app, workspace: partner}]}",
                        "routing: {workspaces: [{name: partner, credentialsId: partner-bot-token}]}");

        bed.admin().script(SUBSCRIBE_PARTNER);
        ElementForm.open(bed, browser, "destinations/workspace/1")
                .type("name", "friends")
                .save();
        assertThat(bed.admin().script(PLACES_OF_FRIENDS))
                .as("subscription, mute, and what was stored with the former name")
                .isEqualTo("[friends, friends, friends]");
        assertThat(bed.configuration().exported())
                .contains("workspace: \"friends\"")
                .doesNotContain("\"partner\"");

        ElementForm.open(bed, browser, "destinations/workspace/1").press("Delete");
        browser.click(By.cssSelector("dialog[open] [data-id=ok]"));
        assertThat(browser.find(By.id("notification-bar"), bar -> bar.getText().contains("Partner app"))
                        .getText())
                .contains("belongs to the workspace \"friends\"");
        bed.configuration().set("credentialsId: slack-bot-token", "inbound: {}", "routing: {}");
    }

    private static void saveEach(TestBed bed, Browser browser, String tab, String list, String segment) {
        var size = ListPage.open(bed, browser, tab).rows(list).size();
        assertThat(size).isPositive();
        for (int position = 1; position <= size; position++) {
            ElementForm.open(bed, browser, tab + "/" + segment + "/" + position).save();
        }
    }

    @Test
    void shouldBeMadeByHand(TestBed bed, Browser browser) {
        bed.channels().open("by-hand");
        ElementForm.open(bed, browser, "destinations/destination/new")
                .type("name", "hand")
                .type("channel", "#by-hand")
                .save();
        ElementForm.open(bed, browser, "rules/rule/new")
                .type("name", "By hand")
                .type("jobs", "made-*\n!made-not")
                .type("to", "hand")
                .tick("events", "failure")
                .save();
        browser.screenshot("rules-by-hand");

        assertThat(ListPage.open(bed, browser, "rules").rows("rules"))
                .singleElement()
                .asString()
                .contains("By hand", "jobs made-*", "events: Failure", "hand");
        assertThat(bed.configuration().exported())
                .contains("name: \"hand\"", "channel: \"#by-hand\"", "- \"made-*\"", "- \"!made-not\"", "- \"failure\"")
                .doesNotContain("disabled");
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
    void shouldMoveByKeyboardAndByDraggingAndToAPosition(TestBed bed, Browser browser) {
        configureThree(bed);
        var page = ListPage.open(bed, browser, "rules");

        page.press("rules", 3, "up").awaitNames("rules", "One", "Three", "Two");
        assertThat(page.focused()).isEqualTo("Move Three up");
        page.press("rules", 2, "up").awaitNames("rules", "Three", "One", "Two");
        assertThat(page.focused()).as("there is no way up any more").isNull();
        page.press("rules", 1, "down").awaitNames("rules", "One", "Three", "Two");
        page.drag("rules", 3, 1).awaitNames("rules", "Two", "One", "Three");
        page.element("rule", "1").position("3").save();

        assertThat(ListPage.open(bed, browser, "rules").names("rules")).containsExactly("One", "Three", "Two");
        assertThat(bed.configuration().exported()).containsSubsequence("\"One\"", "\"Three\"", "\"Two\"");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSwitchARuleOffAndOnAgain(TestBed bed, Browser browser) {
        bed.channels().open("switched");
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {rules: [{name: Loud, jobs: ['off-*'], to: ['#switched']}]}");
        bed.jobs().createPipeline("off-1", "error 'no'");

        ListPage.open(bed, browser, "rules").press("rules", 1, "switch");
        browser.find(By.cssSelector(".slack-notify-rows--off"));
        browser.screenshot("rules-off");
        assertThat(bed.configuration().exported()).contains("disabled: true");
        bed.jobs().build("off-1");
        assertThat(bed.admin()
                        .post("manage/slack/preview/show", Map.of("job", "off-1", "build", "", "yaml", ""))
                        .body())
                .contains("Switched off");

        ListPage.open(bed, browser, "rules").press("rules", 1, "switch");
        browser.find(By.cssSelector("[data-kind=switch][aria-checked=true]"));
        assertThat(bed.configuration().exported()).doesNotContain("disabled");
        bed.jobs().build("off-1");

        assertThat(bed.channels().awaitAbout("off-1", "switched", 1))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("off-1 #2"));
    }

    @Test
    void shouldSayAtItsFieldWhatASaveWouldRefuseAndLoseNothing(TestBed bed, Browser browser) {
        bed.configuration()
                .set("credentialsId: slack-bot-token", "routing: {destinations: [{name: ops, channel: '#ops'}]}");
        var form = ElementForm.open(bed, browser, "rules/rule/new")
                .type("name", "Typo")
                .type("to", "opps")
                .pressSave();

        assertThat(form.words("opps"))
                .isEqualTo("There is no destination 'opps'. There are: ops. For a channel, write '#opps'.");
        form.screenshot("rule-refused");
        assertThat(browser.run("return window.onbeforeunload()"))
                .as("what the browser asks before the edits are left")
                .isNotNull();
        assertThat(bed.configuration().exported()).doesNotContain("opps");

        form.type("to", "ops").save();
        assertThat(bed.configuration().exported()).contains("name: \"Typo\"");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldRefuseADeletionThatWouldBreakARule(TestBed bed, Browser browser) {
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {destinations: [{name: ops, channel: '#ops'}], rules: [{name: Needs, to: [ops]}]}");
        var page = ElementForm.open(bed, browser, "destinations/destination/1");

        page.press("Delete");
        browser.click(By.cssSelector("dialog[open] [data-id=ok]"));

        assertThat(browser.find(By.id("notification-bar"), bar -> bar.getText().contains("Needs"))
                        .getText())
                .contains("This would break \"Needs\": there is no destination 'ops'.");
        assertThat(bed.configuration().exported()).contains("name: \"ops\"");

        ElementForm.open(bed, browser, "rules/rule/1").delete();
        ElementForm.open(bed, browser, "destinations/destination/1").delete();
        assertThat(bed.configuration().exported()).doesNotContain("Needs", "name: \"ops\"");
    }

    @Test
    void shouldHaveRulesFollowANewNameOfADestination(TestBed bed, Browser browser) {
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {destinations: [{name: ops, channel: '#ops'}], rules: [{name: Follows, to: [ops, '#ops']}]}");

        ElementForm.open(bed, browser, "destinations/destination/1")
                .type("name", "operations")
                .save();

        assertThat(bed.configuration().exported())
                .contains("name: \"operations\"", "- \"operations\"", "- \"#ops\"")
                .doesNotContain("- \"ops\"");
    }

    @Test
    void shouldDuplicateARule(TestBed bed, Browser browser) {
        configureThree(bed);
        var copy = ElementForm.open(bed, browser, "rules/rule/new/?copy=2");
        assertThat(copy.value("to")).isEqualTo("#b");

        copy.type("name", "Two again").save();

        assertThat(ListPage.open(bed, browser, "rules").names("rules"))
                .containsExactly("One", "Two", "Three", "Two again");
    }

    @Test
    void shouldSayThatSomebodyElseHasChangedTheRuleAndLoseNothing(TestBed bed, Browser browser) {
        configureThree(bed);
        var form = ElementForm.open(bed, browser, "rules/rule/2").type("to", "#mine");
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {rules: [{name: New, to: ['#n']}, {name: One, to: ['#a']}, {name: Two, to: ['#theirs']}]}");

        assertThat(form.pressSave().answer()).contains("Somebody else has changed, renamed or deleted this");
        form.screenshot("rule-conflict");
        assertThat(bed.configuration().exported()).contains("#theirs").doesNotContain("#mine");

        form.overwrite();
        assertThat(bed.configuration().exported())
                .contains("#mine", "\"New\"", "\"One\"")
                .doesNotContain("#theirs");
    }

    /** It was only moved, so there is nothing to decide. */
    @Test
    void shouldSaveARuleWhereverItStandsMeanwhile(TestBed bed, Browser browser) {
        configureThree(bed);
        var form = ElementForm.open(bed, browser, "rules/rule/1").type("to", "#moved");
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {rules: [{name: New, to: ['#n']}, {name: Two, to: ['#b']}, {name: One, to: ['#a']}]}");

        form.save();

        assertThat(ListPage.open(bed, browser, "rules").rows("rules"))
                .hasSize(3)
                .last()
                .asString()
                .contains("One", "#moved");
    }

    @Test
    void shouldSayWhatIsWrongWithOneField(TestBed bed, Browser browser) {
        var rule = ElementForm.open(bed, browser, "rules/rule/new");
        rule.type("jobs", "/shop");
        assertThat(rule.words("slash")).contains("The pattern '/shop' has a slash");
        rule.press("More").type("mention", "ada");
        assertThat(rule.words("ada")).contains("an account of this Jenkins: ada");
        rule.type("people", "nobody-known");
        assertThat(rule.words("nobody-known")).contains("No account of this Jenkins");

        var destination = ElementForm.open(bed, browser, "destinations/destination/new");
        destination.type("name", "breakers");
        assertThat(destination.words("breakers")).contains("is a group of people");
        destination.type("channel", "two words");
        assertThat(destination.words("not a channel")).contains("This is not a channel");

        var workspace = ElementForm.open(bed, browser, "destinations/workspace/new");
        workspace.type("teamId", "acme.slack.com");
        assertThat(workspace.words("not the id of a workspace")).contains("begins with T and is in");
    }

    @Test
    void shouldTryADestinationWithTheTokenOfItsWorkspace(TestBed bed, Browser browser) {
        DocumentedExample.configure(bed);
        bed.sandbox().workspace("partner").privateChannel("board");
        var form = ElementForm.open(bed, browser, "destinations/destination/2");

        form.press("Test");
        assertThat(form.words("test message")).contains("Connected to partner as @jenkins");
        form.type("channel", "#board").press("Test");
        assertThat(form.words("board")).contains("/invite @jenkins");
        form.screenshot("destination-test");
    }

    /** Its messages go out with that token, and a build finds no credential of Jenkins' own. */
    @Test
    void shouldTryADestinationWithItsOwnToken(TestBed bed, Browser browser) {
        var partner = bed.sandbox().workspace("partner");
        partner.channel("theirs");
        bed.credentials().add("partner-bot", partner.installBot("partner-bot"));
        bed.credentials()
                .add(
                        "hidden-bot",
                        partner.installBot("hidden-bot"),
                        "SYSTEM",
                        "com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.store");
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {destinations: [{name: own, channel: '#theirs', credentialsId: partner-bot},"
                                + " {name: hidden, channel: '#theirs', credentialsId: hidden-bot}]}");

        var own = ElementForm.open(bed, browser, "destinations/destination/1");
        own.press("Test");
        assertThat(own.words("test message")).contains("Connected to partner as @partner-bot");

        var hidden = ElementForm.open(bed, browser, "destinations/destination/2");
        assertThat(hidden.words("scope System")).contains("Give it the scope Global");
        hidden.press("Test");
        assertThat(hidden.words("scope System")).contains("no build finds that");
    }

    /** What was invalid before does not keep anybody from changing something else. */
    @Test
    void shouldKeepTheRestWhereACredentialIsGone(TestBed bed, Browser browser) {
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {workspaces: [{name: lost, credentialsId: gone}], destinations: [{name: a, channel: b,"
                                + " workspace: lost}, {name: own, channel: own, credentialsId: job-bot}], rules: [{to: [a, '#kept-routing']}]}");
        bed.channels().open("kept-routing");

        var form = ElementForm.open(bed, browser, "destinations/workspace/1");
        assertThat(form.words("gone")).contains("There is no credential \"gone\"");
        form.save();
        ElementForm.open(bed, browser, "destinations/destination/2").save();

        bed.jobs().createPipeline("in-spite", "error 'no'");
        bed.jobs().build("in-spite");
        assertThat(bed.channels().awaitAbout("in-spite", "kept-routing", 1)).hasSize(1);
        assertThat(bed.configuration().exported()).contains("credentialsId: \"gone\"", "credentialsId: \"job-bot\"");
    }

    @Test
    void shouldFindARuleByWhatStandsInIt(TestBed bed, Browser browser) {
        configureThree(bed);
        bed.configuration().set("credentialsId: slack-bot-token", "routing: {rules: [" + manyRules() + "]}");
        var page = ListPage.open(bed, browser, "rules");
        assertThat(page.names("rules")).hasSize(50).startsWith("R1");
        assertThat(browser.texts(".slack-notify-pages"))
                .singleElement()
                .asString()
                .contains("Page 1 of 2, 60 in all");

        assertThat(ListPage.open(bed, browser, "rules/?rules-page=2").names("rules"))
                .hasSize(10)
                .startsWith("R51");
        assertThat(ListPage.open(bed, browser, "rules").search("rules", "#C59").names("rules"))
                .isEqualTo(List.of("R59"));
        browser.screenshot("rules-search");
    }

    /** The rows of the second page, and of a search, are others than those of the page on which the whole list has the row. */
    @Test
    void shouldStayAtThePageAndTheSearchAfterARuleIsMovedOrSwitched(TestBed bed, Browser browser) {
        bed.configuration().set("credentialsId: slack-bot-token", "routing: {rules: [" + manyRules() + "]}");
        var page = ListPage.open(bed, browser, "rules").search("rules", "#c5");

        page.press("rules", 59, "up").awaitNames("rules", found("R5", 50, 57, 59, 58));
        assertThat(page.focused()).isEqualTo("Move R59 up");
        page.press("rules", 55, "switch");
        browser.find(By.cssSelector("#rules-55.slack-notify-rows--off"));
        assertThat(page.names("rules")).isEqualTo(List.of(found("R5", 50, 57, 59, 58)));
        assertThat(query(browser)).contains("rules-search=%23c5", "rules-page=1");

        page = ListPage.open(bed, browser, "rules/?rules-page=2");
        page.press("rules", 51, "up")
                .awaitNames("rules", "R50", "R52", "R53", "R54", "R55", "R56", "R57", "R59", "R58", "R60");
        assertThat(query(browser)).contains("rules-page=2");
        assertThat(browser.run("return document.activeElement.textContent"))
                .as("no button, as another rule stands where the row was")
                .isEqualTo("R50");
        assertThat(browser.complaints()).isEmpty();
    }

    private static String query(Browser browser) {
        return (String) browser.run("return window.location.search");
    }

    private static String[] found(String first, int from, int to, int... last) {
        return Stream.of(
                        Stream.of(first),
                        IntStream.rangeClosed(from, to).mapToObj(number -> "R" + number),
                        IntStream.of(last).mapToObj(number -> "R" + number))
                .flatMap(Function.identity())
                .toArray(String[]::new);
    }

    private static String manyRules() {
        var rules = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            rules.append("{name: R%d, to: ['#c%d']}, ".formatted(i, i));
        }
        return rules.toString();
    }

    private static void configureThree(TestBed bed) {
        bed.configuration()
                .set(
                        "credentialsId: slack-bot-token",
                        "routing: {rules: [{name: One, to: ['#a']}, {name: Two, to: ['#b']}, {name: Three, to: ['#c']}]}");
    }

    private static String stored(TestBed bed) throws IOException {
        return Files.readString(bed.process().home().resolve(FILE));
    }
}
