package io.jenkins.plugins.slacknotify.acceptance.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.pages.Alerts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that what goes wrong is said to whom it concerns, in a sentence, and changes no result unless that was asked for. */
@JenkinsAcceptance(resetAfterEach = true)
class BadInputTest {
    /** The sentence for everybody who may read a console. Which credential it is, and what it lacks, is for administrators. */
    private static final String NO_TOKEN = "Jenkins has no token that works for it, or this job may not use that.";

    private static final String REFUSED_TOKEN =
            "Slack does not accept the token with which it is sent, or the token lacks a right.";

    @Test
    void shouldTellTheAuthorOfAnUnknownSeverity(TestBed bed) {
        assertComplaint(
                bed,
                "loud",
                "message: 'Hi', severity: 'LOUD'",
                "Not sent: Unknown severity 'LOUD'. Use one of: INFO, NOTICE, WARNING, ERROR, CRITICAL");
    }

    @ParameterizedTest
    @CsvSource({"null", "''", "'  '"})
    void shouldTellHowTheBuildStandsWhereThereIsNoMessage(String message, TestBed bed) {
        var job = "nothing-to-say-" + message.length();
        bed.jobs()
                .createPipeline(
                        job, "slackNotify message: " + (message.equals("null") ? message : "'" + message + "'"));

        bed.jobs().build(job);

        assertThat(bed.channels().awaitAbout(job + " #1", bed.systemChannel(), 1))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "nowhere, Slack finds no #nowhere that the bot can see",
        "attic, The channel #attic is archived",
        "vault, Slack finds no #vault that the bot can see"
    })
    void shouldTellWhyAChannelTakesNoMessage(String channel, String sentence, TestBed bed) {
        bed.channels().open("attic").archive();
        bed.slack().privateChannel("vault");

        assertComplaint(
                bed,
                "to-" + channel,
                "message: 'Hi', channel: '%s', wait: true".formatted(channel),
                "Not delivered to #" + channel,
                sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '#feature/x' | No channel of Slack can be called '#feature/x'
            '#{branch}'  | No channel of Slack can be called '#{branch}'
            a&b        | No channel of Slack can be called 'a&b'
            https://acme.slack.com/archives/C1 | No channel of Slack can be called 'https:
            @ada       | @ada is a person, and no channel. People are named in the option to: 'ada'.
            """)
    void shouldSayAtOnceThatThereCanBeNoSuchChannel(String channel, String words, TestBed bed) {
        var job = "impossible-" + Math.abs(channel.hashCode());
        bed.channels().open("possible");

        assertComplaint(bed, job, "message: '%s', channel: '%s'".formatted(job, channel), "Not sent: " + words);
        assertComplaint(bed, job + "-to", "message: '%s', to: '%s'".formatted(job, channel), "Not told: ");
        assertComplaint(
                bed,
                job + "-too",
                "message: '%s', channel: 'possible, %s'".formatted(job, channel),
                "Not sent: " + words);

        bed.channels().awaitAbout(job, "possible", 1);
        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout(job, bed.systemChannel())).isEmpty();
        assertThat(Alerts.shown(bed)).doesNotContain(channel);
    }

    @Test
    void shouldTellThatTheBotHasToBeInvited(TestBed bed) {
        var token = bed.slack().installBot("visitor", "chat:write");
        bed.credentials().add("visitor", token);
        bed.slack().channel("members");

        assertComplaint(
                bed,
                "uninvited",
                "message: 'Hi', channel: 'members', credentialsId: 'visitor', wait: true",
                "The bot is not a member of #members. In Slack, open that channel and type: /invite");
    }

    @Test
    void shouldTellWhichScopeIsMissing(TestBed bed) {
        bed.credentials().add("mute", bed.slack().installBot("mute", "users:read"));

        assertComplaint(
                bed,
                "scopeless",
                "message: 'Hi', channel: 'members', credentialsId: 'mute', wait: true",
                REFUSED_TOKEN);
    }

    @Test
    void shouldTellThatATokenWasRevoked(TestBed bed) {
        var token = bed.slack().installBot("former");
        bed.credentials().add("former", token);
        bed.slack().revoke(token);

        assertComplaint(bed, "revoked", "message: 'Hi', credentialsId: 'former', wait: true", REFUSED_TOKEN);
    }

    @Test
    void shouldTellWhatElseWasPastedInPlaceOfABotToken(TestBed bed) {
        bed.credentials().add("user", bed.slack().userToken(bed.slack().user("Ada", "ada@example.org")));
        bed.credentials().add("app", bed.slack().appToken());

        assertComplaint(bed, "user-token", "message: 'Hi', credentialsId: 'user', wait: true", NO_TOKEN);
        assertComplaint(bed, "app-token", "message: 'Hi', credentialsId: 'app', wait: true", NO_TOKEN);
    }

    @Test
    void shouldTellThatThereIsNoToken(TestBed bed) {
        bed.configuration().set("credentialsId: ''");

        assertComplaint(bed, "tokenless", "message: 'Hi', wait: true", NO_TOKEN);
    }

    @Test
    void shouldTellThatACredentialIsGone(TestBed bed) {
        assertComplaint(bed, "forgetful", "message: 'Hi', credentialsId: 'gone', wait: true", NO_TOKEN);
    }

    @Test
    void shouldTellTheAdministratorInTheLog(TestBed bed) {
        bed.configuration().set("channel: '#nowhere-at-all'");
        bed.jobs().createPipeline("unheard", "error 'no'");

        bed.jobs().build("unheard");

        bed.waits().untilLogHas("unheard #1 to #nowhere-at-all", "Slack finds no #nowhere-at-all");
    }

    @ParameterizedTest
    @CsvSource({"html", "down"})
    void shouldDeliverWhenSlackIsBack(String trouble, TestBed bed) {
        bed.channels().open("back-" + trouble);
        bed.messageFaults().next("Hi from " + trouble, 2, trouble.equals("html") ? Fault.html() : Fault.status(503));
        bed.jobs()
                .createPipeline(
                        "patient-" + trouble,
                        "slackNotify message: 'Hi from " + trouble + "', channel: 'back-" + trouble + "'");

        var build = bed.jobs().build("patient-" + trouble);

        assertThat(build.result()).isEqualTo("SUCCESS");
        assertThat(bed.channels().await("back-" + trouble, 1)).hasSize(1);
    }

    @Test
    void shouldTellThatSlackIsDown(TestBed bed) {
        bed.messageFaults().always("Hi into the dark", Fault.status(503));

        assertComplaint(
                bed,
                "outage",
                "message: 'Hi into the dark', wait: true, timeout: 1",
                "Not delivered to #" + bed.systemChannel() + " yet");
    }

    @Test
    void shouldBeginAHugeMessageInTheChannelAndContinueItInTheThread(TestBed bed) {
        var token = bed.slack().installBot("wordy");
        bed.credentials().add("wordy", token);
        bed.slack().channel("huge").invite("wordy");
        bed.jobs()
                .createPipeline(
                        "huge",
                        "slackNotify message: 'All work and no play. ' * 4550, channel: 'huge', credentialsId: 'wordy',"
                                + " wait: true");

        var build = bed.jobs().build("huge");

        assertThat(build.result()).isEqualTo("SUCCESS");
        var messages = bed.channels().await("huge", 3);
        assertThat(messages.get(0).isReply()).isFalse();
        assertThat(messages.subList(1, 3))
                .allSatisfy(rest ->
                        assertThat(rest.threadTs()).isEqualTo(messages.get(0).ts()));
        // The rest would take half a minute, at the pace that Slack wants.
        bed.slack().revoke(token);
    }

    @Test
    void shouldTellTheOthersWhereSomebodyIsUnknown(TestBed bed) {
        bed.channels().open("misspelt");

        assertComplaint(
                bed,
                "misspelling",
                "message: 'Hi', channel: 'misspelt', to: ['commiters', 'requester']",
                "Not told: 'commiters' is neither an e-mail address nor an account",
                "committers, culprits, breakers, requester");

        assertThat(bed.channels().await("misspelt", 1)).hasSize(1);
    }

    @Test
    void shouldFailTheBuildWhereSomebodyIsUnknownAndThatWasAskedFor(TestBed bed) {
        bed.channels().open("strictly");
        bed.jobs()
                .createPipeline(
                        "strict-names", "slackNotify message: 'Hi', channel: 'strictly', to: 'eve', failOnError: true");

        var build = bed.jobs().build("strict-names");

        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console()).contains("ERROR: [Slack] Not told: 'eve' is neither");
        assertThat(bed.channels().await("strictly", 1)).hasSize(1);
        assertNoStackTrace(build);
    }

    @ParameterizedTest
    @CsvSource({"nobody, [], Nobody to tell", "stranger, 'eve', Not told: 'eve' is neither"})
    void shouldNotTellTheSystemChannelWhatIsForPeople(String job, String to, String words, TestBed bed) {
        var people = to.startsWith("[") ? to : "'" + to + "'";

        assertComplaint(bed, job, "to: " + people, words);

        bed.waits().untilSystemChannelIsQuiet();
        assertThat(bed.channels().messagesAbout(job + " #1", bed.systemChannel()))
                .isEmpty();
    }

    @Test
    void shouldFailTheBuildWhereThatWasAskedFor(TestBed bed) {
        bed.jobs()
                .createPipeline(
                        "strict", "slackNotify message: 'Hi', channel: 'not-there', failOnError: true; echo 'on'");

        var build = bed.jobs().build("strict");

        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console()).contains("ERROR: [Slack] Not delivered to #not-there", "Slack finds no #not-there");
        assertNoStackTrace(build);
    }

    @Test
    void shouldGoOnWhereThePluginItselfFails(TestBed bed) {
        String change = """
            def engine = io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine()
            def field = engine.class.getDeclaredField('announcements')
            field.accessible = true
            """;
        bed.admin().script(change + """
            System.properties['before'] = field.get(engine)
            field.set(engine, null)
            """);
        try {
            assertComplaint(bed, "faulty", "message: 'Hi'", "Not sent: there was an error (NullPointerException; ");
        } finally {
            bed.admin().script(change + "field.set(engine, System.properties.remove('before'))");
        }
    }

    private static void assertComplaint(TestBed bed, String job, String arguments, String... words) {
        bed.jobs().createPipeline(job, "slackNotify " + arguments);

        var build = bed.jobs().build(job);

        assertThat(build.consoleLines("[Slack]"))
                .anyMatch(line -> Stream.of(words).allMatch(line::contains));
        assertThat(build.result()).isEqualTo("SUCCESS");
        assertNoStackTrace(build);
    }

    private static void assertNoStackTrace(Build build) {
        assertThat(Stream.of(build.console().split("\n"))).noneMatch(line -> line.matches("\\s+at .+\\(.*"));
    }
}
