package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.pages.Alerts;
import io.jenkins.plugins.slacknotify.acceptance.pages.SettingsPage;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** Tests what Slack may ask of this Jenkins: in the page, as code, and on disk. */
@JenkinsAcceptance(resetAfterEach = true)
class InboundSettingsTest {
    private static final String FILE = "io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.xml";
    private static final String APP = "descriptorByName/io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig/";
    private static final String HEX = "0123456789abcdef0123456789abcdef";
    private static final String STORE = "com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.store";

    private static final String EVERYTHING =
            "inbound: {abilities: [commands, home], command: /ci, requestsPerMinute: 12,"
                    + " apps: [{name: main, appTokenCredentialsId: in-app-token}, {name: other, appId: A0123456789,"
                    + " signingSecretCredentialsId: in-secret, clientIdCredentialsId: in-client, clientSecretCredentialsId:"
                    + " in-client-secret, workspace: partner}]}";

    @BeforeEach
    void prepare(TestBed bed) {
        var added = "com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.credentials*.id";
        if (!bed.admin().script("print " + added).contains("in-client-secret")) {
            add(bed, "in-app-token", bed.sandbox().appOf(bed.token()).appToken());
            add(bed, "in-secret", HEX);
            add(bed, "in-client", "1234567890.1234567890123");
            add(bed, "in-client-secret", HEX.replace('0', '1'));
        }
    }

    @Test
    void shouldStayAsItIsWhenTheFormIsSavedUnchanged(TestBed bed, Browser browser) throws IOException {
        bed.configuration().set(EVERYTHING);
        var before = stored(bed);

        var page = SettingsPage.open(bed, browser, "requests");
        browser.screenshot("inbound", By.cssSelector(".slack-notify-abilities"));
        page.save();

        assertThat(stored(bed)).isEqualTo(before).contains("<string>commands</string>", "in-client-secret", "partner");
        assertThat(browser.complaints()).isEmpty();
    }

    /** A group may be known to the security realm alone, so a name that Jenkins does not know is no error. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    admin, authenticated     |
                    admin, nobody-at-all, xx | this name: nobody-at-all, xx.
                    """)
    void shouldWarnOfNamesOfNobody(String names, String unknown, TestBed bed) {
        var checked = bed.admin()
                .post(
                        "descriptorByName/io.jenkins.plugins.slacknotify.config.subscription.SubscriptionsConfig/checkOwners",
                        Map.of("value", names))
                .requireStatus(200)
                .body();

        if (unknown == null) {
            assertThat(checked).contains("<div/>");
        } else {
            assertThat(checked).contains("warning", unknown);
        }
    }

    @Test
    void shouldLetEverythingBeSwitchedOffInThePage(TestBed bed, Browser browser) throws IOException {
        bed.configuration().set("inbound: {abilities: [buttons]}");
        var page = SettingsPage.open(bed, browser, "requests");

        browser.click(
                By.xpath("//table[contains(@class, 'slack-notify-abilities')]" + "//label[contains(., 'Buttons')]"));
        page.save();

        assertThat(stored(bed)).doesNotContain("<string>buttons</string>").contains("<abilities/>");
    }

    /** A newer version finds again what it has stored, though somebody has saved the forms of this one meanwhile. */
    @Test
    void shouldKeepWhatItsFormsCannotOffer(TestBed bed, Browser browser) throws IOException {
        bed.configuration()
                .set(
                        "events: [failure]",
                        "personal: {enabled: true, told: [requester], mandatory: [fixed], defaults: {events: [unstable]}}",
                        "inbound: {abilities: [buttons]}");
        bed.admin().script("""
                def settings = io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()
                def file = settings.configFile.file
                def text = file.text
                ['failure', 'requester', 'fixed', 'unstable', 'buttons'].each {
                    text = text.replaceFirst("<string>${it}</string>", "<string>${it}</string><string>${it}-of-tomorrow</string>")
                }
                file.text = text
                settings.load()
                null
                """);

        SettingsPage.saveAll(bed, browser);
        var form = SettingsPage.open(bed, browser, "requests");
        browser.click(
                By.xpath("//table[contains(@class, 'slack-notify-abilities')]" + "//label[contains(., 'Buttons')]"));
        form.save();

        assertThat(stored(bed))
                .contains(
                        "failure-of-tomorrow",
                        "requester-of-tomorrow",
                        "fixed-of-tomorrow",
                        "unstable-of-tomorrow",
                        "buttons-of-tomorrow")
                .doesNotContain("<string>buttons</string>");
    }

    @Test
    void shouldImportWhatItExports(TestBed bed) {
        bed.configuration().set(EVERYTHING);
        var exported = bed.configuration().exported();
        bed.reset();
        assertThat(bed.configuration().exported()).isNotEqualTo(exported);

        assertThat(bed.configuration().apply("unclassified:\n" + exported)).isEmpty();

        assertThat(bed.configuration().exported())
                .isEqualTo(exported)
                .contains("command: \"/ci\"", "requestsPerMinute: 12", "workspace: \"partner\"");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        {abilities: [shouting]}                         | inbound: Unknown ability 'shouting'
        {command: /invite}                              | Slack has a command /invite of its own
        {requestsPerMinute: 0}                          | from 1 to 600
        {apps: [{name: ''}]}                            | unclassified.slackNotify.inbound.apps[0].name
        {apps: [{name: a, appId: E0123456789}]}         | unclassified.slackNotify.inbound.apps[0].appId
        {apps: [{name: a}, {name: a}]}                  | There is an app 'a' already
        """, delimiter = '|')
    void shouldRefuseAMistakeWithItsPath(String inbound, String message, TestBed bed) {
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {inbound: %s}}".formatted(inbound)))
                .contains(message);
    }

    /** Zero would let people act by a sign-in of any age. */
    @Test
    void shouldNotTakeWhatIsNoNumberForZeroDays(TestBed bed) throws IOException {
        bed.configuration().set("inbound: {maxSignInDays: 7}");

        for (var wrong : List.of("thirty", "99999999999", "-1", "0.5", "1e3")) {
            assertThat(saveDays(bed, wrong)).as(wrong).contains("problems", "number of days");
            assertThat(bed.configuration()
                            .apply("unclassified: {slackNotify: {inbound: {maxSignInDays: '%s'}}}".formatted(wrong)))
                    .as(wrong)
                    .contains("number of days");
            assertThat(stored(bed)).as(wrong).contains("<maxSignInDays>7</maxSignInDays>");
        }
        assertThat(saveDays(bed, "7.5")).contains("problems", "number of days");
        assertThat(bed.admin()
                        .post(
                                "manage/slack/requests/save?overwrite=true",
                                Map.of("json", "{\"inbound\": {\"maxSignInDays\": 0.5}}"))
                        .requireStatus(200)
                        .body())
                .as("a number of a script")
                .contains("problems", "number of days");
        assertThat(saveDays(bed, "0")).contains("saved");
        assertThat(stored(bed)).contains("<maxSignInDays>0</maxSignInDays>");
        assertThat(saveDays(bed, " ")).contains("saved");
        assertThat(stored(bed)).contains("<maxSignInDays>30</maxSignInDays>");
    }

    private static String saveDays(TestBed bed, String days) {
        return bed.admin()
                .post(
                        "manage/slack/requests/save?overwrite=true",
                        Map.of("json", "{\"inbound\": {\"maxSignInDays\": \"%s\"}}".formatted(days)))
                .requireStatus(200)
                .body();
    }

    @Test
    void shouldSayAtEachFieldWhatIsWrongAndNeverShowASecret(TestBed bed) {
        var appId = bed.sandbox().appOf(bed.token()).id();

        assertThat(check(bed, "AppTokenCredentialsId", "in-app-token")).contains("<div/>");
        assertThat(check(bed, "AppTokenCredentialsId", "in-secret")).contains("This is not an app-level token");
        assertThat(check(bed, "AppTokenCredentialsId", "slack-token")).contains("This is the token of a bot");
        assertThat(check(bed, "AppTokenCredentialsId", "gone")).contains("There is no credential");
        assertThat(check(bed, "SigningSecretCredentialsId", "in-secret")).contains("<div/>");
        assertThat(check(bed, "SigningSecretCredentialsId", "in-app-token"))
                .contains("This is an app-level token", "Signing Secret")
                .doesNotContain(appId);
        assertThat(check(bed, "ClientIdCredentialsId", "in-client")).contains("<div/>");
        assertThat(check(bed, "ClientIdCredentialsId", "in-secret"))
                .contains("and a client id is none")
                .doesNotContain(HEX);
        assertThat(ask(bed, "checkAppId", Map.of("value", "A9999999999", "appTokenCredentialsId", "in-app-token")))
                .contains("The app-level token belongs to the app " + appId);
        assertThat(ask(bed, "checkAppId", Map.of("value", appId, "appTokenCredentialsId", "in-app-token")))
                .contains("<div/>");
        assertThat(ask(
                        bed,
                        "checkSigningSecretCredentialsId",
                        Map.of("value", "in-secret", "clientSecretCredentialsId", "in-secret")))
                .contains("The same credential is chosen as the client secret");
    }

    @Test
    void shouldTestAnAppLevelToken(TestBed bed, Browser browser) {
        bed.configuration()
                .set("inbound: {abilities: [commands], apps: [{name: main, appTokenCredentialsId: in-app-token}]}");
        SettingsPage.open(bed, browser, "requests");
        var button = By.cssSelector("[data-validate-button-method=testAppToken]");
        browser.find(By.cssSelector("[name='_.appTokenCredentialsId'] option[value='in-app-token']"));
        browser.click(button);
        assertThat(browser.find(By.xpath("//button[@data-validate-button-method='testAppToken']"
                                + "/ancestor::div[contains(@class, 'jenkins-form-item')][1]//div[@class='ok']"))
                        .getText())
                .contains("Slack accepts the token of the app "
                        + bed.sandbox().appOf(bed.token()).id());
        browser.screenshot("inbound-app-token", button);

        bed.sandbox().faults().always("apps.connections.open", Fault.error("invalid_auth"));
        assertThat(ask(bed, "testAppToken", Map.of("appTokenCredentialsId", "in-app-token")))
                .contains("Slack does not know the app-level token");
        assertThat(ask(bed, "testAppToken", Map.of("appTokenCredentialsId", "in-secret")))
                .contains("This is not an app-level token")
                .doesNotContain(HEX);
        assertThat(ask(bed, "testAppToken", Map.of("appTokenCredentialsId", "")))
                .contains("Choose an app-level token first");
    }

    @Test
    void shouldAlertOfACredentialThatIsMissingUntilItIsThere(TestBed bed, Browser browser) {
        bed.configuration().set("inbound: {abilities: [home], apps: [{name: main, appTokenCredentialsId: in-later}]}");
        Alerts.await(bed, "Slack app \"main\"", "There is no credential \"in-later\"");
        browser.open(bed.process().url().resolve("manage/"));
        browser.screenshot("inbound-alert");

        add(bed, "in-later", bed.sandbox().appOf(bed.token()).appToken());

        Alerts.awaitNone(bed);
        assertThat(bed.sandbox().appOf(bed.token()).socket().awaitOpen(1, TestBed.TIMEOUT))
                .isTrue();
        browser.open(bed.process().url().resolve("manage/slack/app/"));
        assertThat(browser.find(By.id("slack-notify-requests")).getText())
                .contains("Socket Mode of \"main\"", "Connected since", "None since Jenkins was started");
    }

    @Test
    void shouldAlertOfAbilitiesWithoutAnApp(TestBed bed) {
        bed.configuration().set("inbound: {abilities: [commands]}");
        Alerts.await(bed, "no Slack app is configured that could send requests");

        bed.configuration().set("enabled: false", "inbound: {abilities: [commands]}");

        Alerts.awaitNone(bed);
    }

    @Test
    void shouldNotShowAnAlertThatAStepOfTheSetupHasAnswered(TestBed bed) {
        bed.configuration().set("inbound: {abilities: [commands]}");
        Alerts.await(bed, "no Slack app is configured that could send requests");

        bed.admin()
                .post(
                        "slack-notify-install/setup/keepAppToken",
                        Map.of("appToken", bed.sandbox().appOf(bed.token()).appToken()));

        assertThat(bed.admin().get("manage/slack/app/").requireStatus(200).body())
                .contains("Slack takes the app-level token")
                .doesNotContain("no Slack app is configured");
    }

    private static void add(TestBed bed, String id, String secret) {
        bed.credentials().add(id, secret, "SYSTEM", STORE);
    }

    private static String check(TestBed bed, String field, String credential) {
        return ask(bed, "check" + field, Map.of("value", credential));
    }

    private static String ask(TestBed bed, String question, Map<String, String> form) {
        return bed.admin().post(APP + question, form).requireStatus(200).body();
    }

    private static String stored(TestBed bed) throws IOException {
        return Files.readString(bed.process().home().resolve(FILE));
    }
}
