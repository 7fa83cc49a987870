package io.jenkins.plugins.slacknotify.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Accounts;
import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.openqa.selenium.By;

/** Tests what users set on their own page, who may set it, and how they prove who they are in Slack. */
@JenkinsAcceptance
class PersonalPageTest {
    private static final String PERSONAL =
            "descriptorByName/io.jenkins.plugins.slacknotify.personal.SlackUserProperty/";
    private static final String[] QUESTIONS = {"sendTest", "confirm", "checkPausedUntil", "checkQuietJobs"};
    private static final Map<String, String> FORM = Map.of("slackId", "", "code", "1", "value", "tomorrow");
    private static final Pattern CODE = Pattern.compile("Your code is (\\d+)");

    /** Each test has a user of its own, because test messages are limited. */
    private String user;

    private static int users;

    @BeforeEach
    void createUser(TestBed bed) {
        users++;
        user = "person" + users;
        bed.slack().user("Person " + users, address());
        bed.admin().script((Accounts.CREATE_ACCOUNT + """
                def created = createAccount('%1$s', '%1$s-password')
                created.addProperty(new hudson.tasks.Mailer.UserProperty('%2$s'))
                def strategy = jenkins.model.Jenkins.get().authorizationStrategy
                strategy.add(jenkins.model.Jenkins.READ, org.jenkinsci.plugins.matrixauth.PermissionEntry.user('%1$s'))
                """).formatted(user, address()));
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldAnswerTheUserAndAdministrators(String question, TestBed bed) {
        bed.user(user).post(page() + PERSONAL + question, FORM).requireStatus(200);
        bed.admin().post(page() + PERSONAL + question, FORM).requireStatus(200);
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldAnswerNobodyElse(String question, TestBed bed) {
        for (var client : new JenkinsClient[] {bed.anonymous(), bed.user("reader"), bed.user("developer")}) {
            assertThat(client.post(page() + PERSONAL + question, FORM).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldRefuseGetAndAForeignPage(String question, TestBed bed) {
        assertThat(bed.user(user).get(page() + PERSONAL + question + "?value=x").status())
                .isIn(404, 405);
        assertThat(bed.user(user)
                        .postWithoutCrumb(page() + PERSONAL + question, FORM)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void shouldKeepThePageFromStrangers(TestBed bed) {
        assertThat(bed.user("reader").get(page() + "preferences/").status()).isEqualTo(403);
        assertThat(bed.user(user).get(page() + "preferences/").status()).isEqualTo(200);
    }

    @Test
    void shouldWriteToTheAddressThatJenkinsHasWithoutACode(TestBed bed) {
        assertThat(send(bed, "")).contains("A test message is in Slack");

        assertThat(bed.slack().directMessagesTo(address()))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(user, "Fixed, Regressed"));
    }

    @Test
    void shouldBelieveAClaimOnlyAfterItsCode(TestBed bed, Browser browser) {
        var claimed = user + "-in-slack@example.org";
        bed.slack().user("Claimed", claimed);
        save(bed, browser, claimed);
        assertThat(slackOf(bed)).isEqualTo("null");

        assertThat(send(bed, claimed)).contains("Enter the code");
        assertThat(confirm(bed, claimed, "00000001x")).contains("This is not the code");
        assertThat(slackOf(bed)).isEqualTo("null");
        assertThat(confirm(bed, claimed, code(bed, claimed))).contains("Confirmed");

        assertThat(slackOf(bed)).isEqualTo(claimed);
        save(bed, browser, claimed);
        assertThat(slackOf(bed)).isEqualTo(claimed);
        save(bed, browser, "victim@example.org");
        assertThat(slackOf(bed)).isEqualTo("null");
        save(bed, browser, claimed);
        assertThat(slackOf(bed)).as("what was proven before").isEqualTo("null");
    }

    /** A realm may give the id of somebody who left to somebody else, whose address is another one. */
    @Test
    void shouldNotTakeANewOwnerOfAnAccountForTheFormerOne(TestBed bed) {
        var claimed = user + "-in-slack@example.org";
        bed.slack().user("Claimed", claimed);
        send(bed, claimed);
        assertThat(confirm(bed, claimed, code(bed, claimed))).contains("Confirmed");
        assertThat(slackOf(bed)).isEqualTo(claimed);

        bed.admin().script("""
                hudson.model.User.getById('%1$s', false)
                    .addProperty(new hudson.tasks.Mailer.UserProperty('new-%1$s@example.org'))
                """.formatted(user));

        assertThat(slackOf(bed)).isEqualTo("null");
    }

    /** A claim is a word. Until it is proven, a mention of the account calls whom the address of the account stands for. */
    @Test
    void shouldNotCallAVictimByAClaimThatIsNotProven(TestBed bed) {
        bed.slack().user("Victim", "victim-of-" + user + "@example.org");
        bed.channels().open("claims");
        bed.admin().script("""
                import org.jenkinsci.plugins.matrixauth.PermissionEntry
                def property = new io.jenkins.plugins.slacknotify.personal.SlackUserProperty()
                property.slackId = 'victim-of-%1$s@example.org'
                hudson.model.User.getById('%1$s', false).addProperty(property)
                jenkins.model.Jenkins.get().authorizationStrategy.add(hudson.model.Item.READ, PermissionEntry.user('%1$s'))
                """.formatted(user));
        bed.jobs()
                .createPipeline(
                        "claims-" + user,
                        "slackNotify message: 'Look', channel: '#claims', mention: '%s', wait: true".formatted(user));

        bed.jobs().build("claims-" + user);

        assertThat(bed.channels().awaitAbout("Look", "claims", 1))
                .singleElement()
                .satisfies(message -> assertThat(message.text())
                        .isEqualTo("<@" + bed.slack().requireUser(address()).id() + "> Look"));
    }

    /** The method belongs to a user. Where the address names none, there is no such method. */
    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldNotBeThereWithoutAUser(String question, TestBed bed) {
        assertThat(bed.admin().post(PERSONAL + question, FORM).status()).isEqualTo(404);
    }

    @Test
    void shouldLetOneUsersCodeProveNothingForAnother(TestBed bed) {
        var claimed = user + "-in-slack@example.org";
        bed.slack().user("Claimed", claimed);
        send(bed, claimed);

        assertThat(bed.user("reader")
                        .post(
                                "user/reader/" + PERSONAL + "confirm",
                                Map.of("slackId", claimed, "code", code(bed, claimed)))
                        .body())
                .contains("There is no code for this");
    }

    /** Configuration as Code gives the users of its file new properties at each start; what it exports has a file with those of all users. */
    @Test
    void shouldKeepTheLinkWithSlackWhereTheSettingsComeFromCode(TestBed bed) {
        assertThat(bed.admin().script("""
                import io.jenkins.plugins.slacknotify.personal.*
                def user = hudson.model.User.getById('%s', false)
                SlackLinks.get().link(user, 'T0ACME000', 'U0OWNER00', 'owner', 'acme')
                user.addProperty(new SlackUserProperty(quietJobs: ['noisy']))
                print user.getProperty(SlackUserProperty).with { it.links*.member + it.quietJobs }
                """.formatted(user))).isEqualTo("[U0OWNER00, noisy]");
    }

    @Test
    void shouldStayAsItIsWhenTheFormIsSavedUnchanged(TestBed bed, Browser browser) {
        bed.admin().script("""
                def property = new io.jenkins.plugins.slacknotify.personal.SlackUserProperty()
                property.choice = new io.jenkins.plugins.slacknotify.config.people.PreferencesConfig()
                property.choice.events = ['aborted']
                property.choice.startedByMe = true
                property.choice.minimumSeverity = 'WARNING'
                property.quietJobs = ['team/**', 'noisy']
                property.pausedUntil = '2099-12-24T17:30:00Z'
                property.slackId = 'U0SBX999999'
                hudson.model.User.getById('%s', false).addProperty(property)
                """.formatted(user));
        var before = stored(bed);

        open(bed, browser);
        browser.screenshot("personal-page", By.name("_.slackId"));
        submit(bed, browser);

        assertThat(stored(bed)).isEqualTo(before).contains("aborted", "WARNING", "team/**", "2099-12-24T17:30:00Z");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldTellDefaultsFromAChoiceThatIsTheSame(TestBed bed, Browser browser) {
        open(bed, browser);
        submit(bed, browser);
        assertThat(stored(bed)).doesNotContain("<choice>");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAPauseAndStoreNothing(TestBed bed, Browser browser) {
        var before = stored(bed);
        open(bed, browser);
        browser.type(By.name("_.pausedUntil"), "soon");
        browser.click(By.cssSelector("#bottom-sticker [name=Submit]"));

        browser.find(By.tagName("body"), page -> page.getText().contains("Enter for how long, such as 4h"));
        browser.screenshot("personal-pause");
        assertThat(stored(bed)).isEqualTo(before);
        browser.complaints(); // of the answer 400
    }

    /**
     * The zone is what the user chose of Jenkins, or else that of Jenkins itself. What Java calls EST depends on its time zone data: an
     * offset, and since those of 2024 a place.
     */
    @ParameterizedTest
    @CsvSource({"Asia/Tokyo, (JT)", "America/New_York, (ET)", "EST, (%s)", "'', (%s)"})
    void shouldReadAPauseInTheZoneOfTheUser(String zone, String shown, TestBed bed) {
        bed.admin()
                .script("hudson.model.User.getById('%s', false).addProperty(new hudson.model.TimeZoneProperty('%s'))"
                        .formatted(user, zone));
        var ofJenkins = bed.admin()
                .script("print %s.getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH)"
                        .formatted(
                                zone.isEmpty()
                                        ? "java.time.ZoneId.systemDefault()"
                                        : "TimeZone.getTimeZone('" + zone + "').toZoneId()"));

        assertThat(bed.user(user)
                        .post(page() + PERSONAL + "checkPausedUntil", Map.of("value", "2099-12-24T17:30"))
                        .requireStatus(200)
                        .body())
                .contains("Thursday, 24 December 2099, 17:30 " + shown.formatted(ofJenkins));
    }

    private String address() {
        return user + "@example.org";
    }

    private String page() {
        return "user/" + user + "/";
    }

    private void open(TestBed bed, Browser browser) {
        browser.open(bed.process().url().resolve(page() + "preferences/"));
        browser.find(By.name("_.slackId"));
    }

    private void save(TestBed bed, Browser browser, String slackId) {
        open(bed, browser);
        browser.type(By.name("_.slackId"), slackId);
        submit(bed, browser);
    }

    private void submit(TestBed bed, Browser browser) {
        browser.click(By.cssSelector("#bottom-sticker [name=Submit]"));
        browser.awaitPageAfter(bed.process().url().resolve(page() + "preferences/"));
    }

    private String send(TestBed bed, String slackId) {
        return bed.user(user)
                .post(page() + PERSONAL + "sendTest", Map.of("slackId", slackId))
                .requireStatus(200)
                .body();
    }

    private String confirm(TestBed bed, String slackId, String code) {
        return bed.user(user)
                .post(page() + PERSONAL + "confirm", Map.of("slackId", slackId, "code", code))
                .requireStatus(200)
                .body();
    }

    private static String code(TestBed bed, String address) {
        var messages = bed.slack().directMessagesTo(address);
        var code = CODE.matcher(messages.get(messages.size() - 1).text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** What the engine is told of the user's place in Slack. */
    private String slackOf(TestBed bed) {
        return bed.admin().script("""
                def accounts = new io.jenkins.plugins.slacknotify.personal.JenkinsAccounts(java.time.Clock.systemUTC())
                print accounts.find(io.jenkins.plugins.slacknotify.event.participants.Person.ofAccount('%s'))[0].slack()
                """.formatted(user));
    }

    private String stored(TestBed bed) {
        return bed.admin().script("""
                print hudson.model.User.XSTREAM.toXML(hudson.model.User.getById('%s', false)
                    .getProperty(io.jenkins.plugins.slacknotify.personal.SlackUserProperty))
                """.formatted(user));
    }
}
