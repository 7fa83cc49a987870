package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.pages.ConnectionPage;
import io.jenkins.plugins.slacknotify.acceptance.pages.SettingsPage;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same settings from the page, from code, and on disk. */
@JenkinsAcceptance(resetAfterEach = true)
@Order(20)
class ConfigurationTest {
    private static final String FILE = "io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.xml";

    private static final String PERSONAL =
            "personal: {enabled: true, told: [culprits], defaults: {events: [aborted], startedByMe: true,"
                    + " minimumSeverity: WARNING}, mandatory: [regressed], ignored: ['bot@*'],"
                    + " withoutAccount: [partner.example], aliases: [{from: '*@old.example', to: '*@new.example'},"
                    + " {from: ada, to: U012AB3CD}]}";

    @Test
    void shouldStayAsItIsWhenTheFormIsSavedUnchanged(TestBed bed, Browser browser) throws IOException {
        var before = stored(bed);

        SettingsPage.saveAll(bed, browser);

        assertThat(stored(bed)).isEqualTo(before);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldStayAsItIsWithEverySettingChanged(TestBed bed, Browser browser) throws IOException {
        bed.configuration()
                .set(
                        "enabled: false",
                        "channel: C024BE91L",
                        "botName: \"Bob's <b>bot</b>\"",
                        "botIcon: https://example.org/bot.png",
                        "events: [waitingForInput, aborted, notBuilt]",
                        "severities: {runningLong: ERROR, success: NOTICE, aborted: CRITICAL}",
                        "expiryHours: 36");
        var before = stored(bed);

        SettingsPage.saveAll(bed, browser);

        assertThat(stored(bed))
                .isEqualTo(before)
                .contains(
                        "C024BE91L",
                        "waitingForInput",
                        "notBuilt",
                        "<runningLong>ERROR<",
                        "CRITICAL",
                        "<expiryHours>36<");
    }

    @Test
    void shouldKeepWhatIsDecidedAboutDirectMessages(TestBed bed, Browser browser) throws IOException {
        bed.configuration().set(PERSONAL);
        var before = stored(bed);
        var exported = bed.configuration().exported();

        SettingsPage.saveAll(bed, browser);

        assertThat(stored(bed)).isEqualTo(before).contains("culprits", "aborted", "*@old.example", "partner.example");
        assertThat(browser.complaints()).isEmpty();
        bed.reset();
        assertThat(bed.configuration().exported()).isNotEqualTo(exported);
        assertThat(bed.configuration().apply("unclassified:\n" + exported)).isEmpty();
        assertThat(bed.configuration().exported()).isEqualTo(exported);
    }

    @Test
    void shouldRefuseWhatFitsNobody(TestBed bed) {
        assertThat(bed.configuration()
                        .apply("unclassified: {slackNotify: {personal: {withoutAccount: ['@example.com']}}}"))
                .contains("Write the domain alone");
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {personal: {aliases: [{from: '', to: x}]}}}"))
                .isNotEmpty();
    }

    @Test
    void shouldStayAsItIsWithEverythingLeftOut(TestBed bed, Browser browser) throws IOException {
        bed.configuration()
                .set("enabled: true", "credentialsId: ''", "channel: ''", "botName: ''", "botIcon: ''", "events: []");
        var before = stored(bed);

        SettingsPage.saveAll(bed, browser);

        assertThat(stored(bed)).isEqualTo(before);
    }

    @Test
    void shouldKeepWhatIsTypedIntoTheForm(TestBed bed, Browser browser) {
        ConnectionPage.open(bed, browser).channel("#typed").save();

        assertThat(bed.configuration().exported()).contains("channel: \"#typed\"", "credentialsId: \"slack-token\"");
    }

    @Test
    void shouldLetTheTokenBeTakenAway(TestBed bed, Browser browser) {
        ConnectionPage.open(bed, browser).credential("").save();

        assertThat(bed.configuration().exported()).contains("channel:").doesNotContain("credentialsId");
    }

    @Test
    void shouldImportWhatItExports(TestBed bed) {
        bed.configuration().set("severities: {failure: CRITICAL, fixed: INFO}", "events: [failure, fixed]");
        var exported = bed.configuration().exported();
        bed.reset();
        assertThat(bed.configuration().exported()).isNotEqualTo(exported);

        assertThat(bed.configuration().apply("unclassified:\n" + exported)).isEmpty();

        assertThat(bed.configuration().exported()).isEqualTo(exported).contains("failure: \"CRITICAL\"");
    }

    @Test
    void shouldExportEverySettingUnderItsName(TestBed bed) {
        bed.configuration().set("severities: {failure: CRITICAL}");

        assertThat(bed.configuration().exported())
                .contains(
                        "enabled: true", "credentialsId:", "channel:", "botName:", "botIcon:", "events:", "severities:")
                .contains("expiryHours: 24", "apiUrl:");
    }

    @Test
    void shouldNotSendATokenOverAnUnsafeAddress(TestBed bed) {
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {apiUrl: 'http://slack.example.org/api/'}}"))
                .contains("https");
    }

    /** Stapler makes false of a truth value with a blank behind it. */
    @Test
    void shouldReadNumbersAndTruthValuesWithWhiteSpaceAroundThem(TestBed bed) {
        bed.configuration()
                .set(
                        "enabled: 'true '",
                        "expiryHours: ' 36 '",
                        "personal: {enabled: ' yes', defaults: {startedByMe: 'on '}}");

        assertThat(bed.configuration().exported())
                .contains("enabled: true", "expiryHours: 36", "startedByMe: true")
                .doesNotContain("enabled: false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "169", "soon", "'0.5'", "'1.0'", "'1e1'", "99999999999", "''", "[3]", "{a: 3}"})
    void shouldNotTakeAnExpiryThatMakesNoSense(String hours, TestBed bed) {
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {expiryHours: %s}}".formatted(hours)))
                .contains("Enter a whole number of hours from 1 to 168");
        assertThat(bed.configuration().exported()).contains("expiryHours: 24");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        expiryHours: '0.5'                                    | expiryHours: '0.5'
        inbound: {requestsPerMinute: '1.5'}                   | inbound.requestsPerMinute: '1.5'
        inbound: {maxSignInDays: '0.5'}                       | inbound.maxSignInDays: '0.5'
        enabled: ture                                         | enabled: 'ture'
        quietDownNotices: 2                                   | quietDownNotices: '2'
        inbound: {subscriptions: {forbidden: maybe}}          | inbound.subscriptions.forbidden: 'maybe'
        personal: {enabled: '0.5'}                            | personal.enabled: '0.5'
        personal: {defaults: {startedByMe: si}}               | personal.defaults.startedByMe: 'si'
        routing: {rules: [{to: ['#a'], disabled: ture}]}      | routing: disabled: 'ture'
        routing: {destinations: [{name: a, channel: '#a', repliesInThread: x}]} | repliesInThread: 'x'
        """, delimiter = '|')
    void shouldRefuseWhatWouldBecomeAnotherValueAndKeepAllThatWas(String wrong, String message, TestBed bed) {
        bed.configuration().set("expiryHours: 36", "botName: Kept", "inbound: {maxSignInDays: 7}");
        var before = bed.configuration().exported();

        assertThat(bed.configuration().apply("unclassified: {slackNotify: {botName: New, %s}}".formatted(wrong)))
                .contains(message, "cannot be taken");

        assertThat(bed.configuration().exported()).isEqualTo(before);
    }

    /** The file alone says what there is. Of a number with a fraction, Configuration as Code makes a name without a value. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0.5", "1e1"})
    void shouldTakeANameWithoutAValueForOneThatIsLeftOut(String value, TestBed bed) {
        bed.configuration().set("expiryHours: 36", "inbound: {maxSignInDays: 7}");

        assertThat(bed.configuration()
                        .apply("unclassified: {slackNotify: {expiryHours: %1$s, inbound: {maxSignInDays: %1$s}}}"
                                .formatted(value)))
                .isEmpty();

        assertThat(bed.configuration().exported()).contains("expiryHours: 24").doesNotContain("maxSignInDays: 7");
    }

    /** As people write them; Configuration as Code itself refuses a text where it wants a list. */
    @Test
    void shouldTakeALoneTextForAListOfOne(TestBed bed) {
        bed.configuration()
                .set(
                        "events: failure",
                        "routing: {rules: [{jobs: shop/**, to: '#ops', people: committers, events: Fixed}]}");

        assertThat(bed.configuration().exported().replaceAll("\\s+", " "))
                .contains("events: - \"failure\"", "jobs: - \"shop/**\"", "people: - \"committers\"", "to: - \"#ops\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "'7'", "' 7 '", "\"7\""})
    void shouldTakeANumberInQuotes(String hours, TestBed bed) {
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {expiryHours: %s}}".formatted(hours)))
                .isEmpty();

        assertThat(bed.configuration().exported()).contains("expiryHours: 7");
    }

    @Test
    void shouldKeepMessagesForADayWhereAnEarlierVersionSaidNothingOfIt(TestBed bed) throws IOException {
        bed.configuration().set("expiryHours: 36");
        var file = bed.process().home().resolve(FILE);
        Files.writeString(file, Files.readString(file).replaceAll(".*<expiryHours>.*\\R", ""));

        assertThat(
                        bed.admin()
                                .script(
                                        "print new io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration().expiryHours"))
                .isEqualTo("24");
    }

    @Test
    void shouldSayAtItsFieldWhichExpiryMakesSense(TestBed bed, Browser browser) {
        var page = ConnectionPage.open(bed, browser).expiryHours("400");

        assertThat(page.complaintAbout("expiryHours")).contains("Enter a whole number of hours from 1 to 168");
        page.screenshot("expiry-refused");
        page.expiryHours("48").save();
        assertThat(bed.configuration().exported()).contains("expiryHours: 48");
        assertThat(browser.complaints()).isEmpty();
    }

    private static String stored(TestBed bed) throws IOException {
        return Files.readString(bed.process().home().resolve(FILE));
    }
}
