package io.jenkins.plugins.slacknotify.acceptance.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nothing is said twice, and everybody reads their own language, in a real Jenkins. */
@JenkinsAcceptance(resetAfterEach = true)
@Order(17)
class QuietMessagesTest {
    private static Team team;

    @BeforeAll
    static void createTeam(TestBed bed) {
        bed.openSystemChannel();
        team = Team.create(bed);
        team.join("ann", "bea", "cem");
    }

    @Test
    void shouldSayInTheThreadOfABrokenJobOnlyWhatIsNew(TestBed bed) {
        bed.jobDsl().run("""
            job('noisy') {
                parameters { stringParam('WHY') }
                steps { shell('echo "fatal: $WHY"; exit 1') }
            }
            """);
        for (var why : List.of("host is down", "host is down", "disk is full")) {
            bed.jobs().build("noisy", "WHY", why);
        }

        var messages = bed.channels().awaitAbout("noisy", bed.systemChannel(), 3);
        assertThat(messages)
                .extracting(SandboxMessage::text)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("— fatal: host is down"),
                        same -> assertThat(same).endsWith("still fails, 2nd time since #1"),
                        other -> assertThat(other).endsWith("— fatal: disk is full"));
        assertThat(messages.get(1).blocks()).hasSize(1);
        assertThat(messages.get(1).attachments()).isEmpty();
        print(messages);
    }

    @Test
    void shouldWriteInTheLanguageAndWithTheEmojiOfTheSystem(TestBed bed) {
        bed.configuration().set("language: de", "emoji: ['fixed :tada:', 'error :boom:']");
        bed.jobDsl().run("""
            job('bunt') {
                parameters { stringParam('CODE') }
                steps { shell('exit $CODE') }
            }
            """);
        bed.jobs().build("bunt", "CODE", "1");
        bed.jobs().build("bunt", "CODE", "0");

        var messages = bed.channels().awaitAbout("bunt #2", bed.systemChannel(), 2);
        assertThat(messages.get(1).text()).startsWith(":tada: ").contains("wieder gut");
        assertThat(messages.get(0).text()).contains(":boom: ").contains("ist fehlgeschlagen");
        assertThat(bed.configuration().exported()).contains("language: \"de\"", "- \"fixed :tada:\"");
        print(messages);
    }

    @Test
    void shouldRefuseEmojiThatNobodyCanShow(TestBed bed) {
        assertThat(bed.configuration().apply("unclassified: {slackNotify: {emoji: ['broken :boom:']}}"))
                .contains("'broken' is neither an event nor a severity");
    }

    @Test
    void shouldTellOnceAndInTheLanguageOfThePerson(TestBed bed) {
        bed.configuration().set("personal: {enabled: true}");
        team.prefer("ann", "onlyOnce = true");
        team.prefer("bea", "onlyOnce = true");
        team.prefer("cem", "language = 'de'");
        bed.slack().channel(bed.systemChannel()).invite("ann");

        var before = Instant.now();
        team.breakBy("seen", "Ann <ann@example.org>", "Break it").await();
        team.breakBy("unseen", "Bea <bea@example.org>", "Break it").await();
        team.breakBy("deutsch", "Cem <cem@example.org>", "Break it").await();
        team.quiet();

        assertThat(directMessages(bed, "ann", before)).isEmpty();
        assertThat(directMessages(bed, "bea", before))
                .singleElement()
                .asString()
                .contains("unseen #1", "failed");
        assertThat(directMessages(bed, "cem", before))
                .singleElement()
                .asString()
                .contains("deutsch #1", "ist fehlgeschlagen");
    }

    private static List<String> directMessages(TestBed bed, String name, Instant since) {
        return bed.slack().directMessagesTo(Team.address(name)).stream()
                .filter(message -> message.receivedAt().isAfter(since))
                .map(SandboxMessage::text)
                .toList();
    }

    private static void print(List<SandboxMessage> messages) {
        messages.forEach(message -> System.out.println(message.text()));
    }
}
