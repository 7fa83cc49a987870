package io.jenkins.plugins.slacknotify.engine.stored;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.engine.notification.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.TemplateSource;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    /** What version 1 has written; it lies in outboxes, so it has to be read for ever. */
    private static final String VERSION_1 = """
            {"event":{"key":{"job":"shop/checkout","build":12,"startedAt":"2026-03-01T10:00:00Z"},\
            "jobName":"shop » checkout","buildName":"#12",\
            "url":"https://ci.example.org/job/shop/job/checkout/12/","outcome":"FAILURE","trend":"REGRESSED",\
            "running":false,"at":"2026-03-01T10:02:05Z","duration":"PT2M5S","cause":"Started by user Ada",\
            "changes":[{"id":"1f","author":"Ada","summary":"Don\\u0027t"}]},\
            "severity":"ERROR","text":"Hello","destination":{"credentialsId":"bot","channel":"builds"},\
            "reply":{"kind":"THREAD","deliveryId":"a-1"},"wantsPermalink":true}""";

    private static final Notification FULL = new Notification(
            aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                    .with(new Change("1f", "Ada", "Don't"))
                    .build(),
            Severity.ERROR,
            "Hello",
            new Destination("bot", "#builds"),
            new Relation(Relation.Kind.THREAD, "a-1"),
            true);

    @Test
    void shouldReadWhatItWrites() {
        assertThat(JsonCodec.read(JsonCodec.write(FULL), Notification.class)).isEqualTo(FULL);
    }

    @Test
    void shouldReadWhatItWritesOfWhatARuleHasLedSomewhere() {
        Notification routed = new Notification(
                        aBuild().build(), Severity.CRITICAL, null, Destination.inWorkspace("acme", "#ops"), null, false)
                .routed(new MessageOptions(
                        "Ops",
                        ":siren:",
                        ThreadDetails.FULL,
                        "<!here>",
                        "{job} is down",
                        new TemplateSource("down", "team")));

        assertThat(JsonCodec.read(JsonCodec.write(routed), Notification.class)).isEqualTo(routed);
    }

    @Test
    void shouldReadWhatItWritesOfWhatIsNotThere() {
        Notification sparse = new Notification(
                aBuild().at(null).causedBy(null).with(new Change(null, "", "")).build(),
                Severity.INFO,
                null,
                new Destination(null, "C0123456789"),
                null,
                false);

        assertThat(JsonCodec.read(JsonCodec.write(sparse), Notification.class)).isEqualTo(sparse);
    }

    @Test
    void shouldReadWhatItWritesOfWhatWasFoundOut() {
        Findings findings = Findings.builder()
                .tests(new TestResultSummary(
                        20, 2, 1, 1, List.of("CartTest.adds"), List.of("CartTest.adds", "CartTest.pays")))
                .failedStage(new FailedStage("Test", "script returned exit code 1", List.of("+ make", "Error 1")))
                .usualDuration(Duration.ofMinutes(3))
                .branch(new Branch(
                        "PR-17", "shop", false, new Branch.PullRequest("17", "Faster", "https://git.example.org/17")))
                .failureStreak(new FailureStreak(
                        9, Instant.parse("2026-03-01T07:50:00Z"), Instant.parse("2026-03-01T08:00:00Z"), 4, true))
                .causes(Set.of(CauseKind.SCM))
                .rerunOf(new BuildKey("shop", 8, Instant.parse("2026-03-01T07:40:00Z")))
                .pages(new BuildPages(
                        "https://ci.example.org/9/display/redirect", null, "https://ci.example.org/9/display"))
                .downstream(new DownstreamBuilds(
                        2,
                        List.of(
                                new DownstreamBuild("deploy #3", "https://ci.example.org/3", Outcome.UNSTABLE),
                                new DownstreamBuild("notify #7", null, null))))
                .build();
        Notification full = new Notification(
                aBuild().with(new Change("1f", "Ada", "Try it", "https://git.example.org/1f"))
                        .finding(findings)
                        .build(),
                Severity.INFO,
                null,
                new Destination(null, "x"),
                null,
                false);

        assertThat(JsonCodec.read(JsonCodec.write(full), Notification.class)).isEqualTo(full);
    }

    @Test
    void shouldReadFindingsThatLackWhatALaterVersionKnows() {
        assertThat(JsonCodec.read("{\"tests\":{\"total\":3},\"failedStage\":{\"name\":\"Test\"}}", Findings.class))
                .isEqualTo(Findings.builder()
                        .tests(new TestResultSummary(3, 0, 0, 0, List.of(), List.of()))
                        .failedStage(new FailedStage("Test", null, List.of()))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!channel> & 'quotes' \"double\" \\ \n\r\t\u2028", "👩‍👩‍👧 🇩🇪 \u202e", "{0} %s ${x}"})
    void shouldReadAnyTextThatItWrites(String text) {
        Notification odd = new Notification(
                aBuild().named(text, text).causedBy(text).build(),
                Severity.INFO,
                text,
                new Destination(null, "x"),
                null,
                false);

        assertThat(JsonCodec.read(JsonCodec.write(odd), Notification.class)).isEqualTo(odd);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadEveryKindOfReply(Relation.Kind kind) {
        Relation reply = new Relation(kind, "a-1");

        assertThat(JsonCodec.read(JsonCodec.write(reply), Relation.class)).isEqualTo(reply);
    }

    @Test
    void shouldReadTheReceiptsThatItWrites() {
        MessageReceipt full =
                new MessageReceipt("C0123456789", "1772366400.000100", "https://acme.slack.com/archives/C/p1");
        MessageReceipt sparse = new MessageReceipt("C0123456789", "1772366400.000100", null);

        assertThat(JsonCodec.read(JsonCodec.write(full), MessageReceipt.class)).isEqualTo(full);
        assertThat(JsonCodec.read(JsonCodec.write(sparse), MessageReceipt.class))
                .isEqualTo(sparse);
    }

    @Test
    void shouldReadTheFormatBeforeThereWerePeople() {
        assertThat(JsonCodec.read(VERSION_1, Notification.class)).isEqualTo(FULL);
    }

    @Test
    void shouldOnlyAddToThatFormat() {
        assertThat(JsonCodec.write(FULL))
                .isEqualTo(VERSION_1
                        .replace("\"}]}", "\"}],\"participants\":[],\"findings\":{\"causes\":[]}}")
                        .replace("\"wantsPermalink\":true}", "\"wantsPermalink\":true,\"routed\":false}"));
    }

    @Test
    void shouldNotTakeGarbageForANotification() {
        assertThatThrownBy(() -> JsonCodec.read("garbage", Notification.class)).isInstanceOf(RuntimeException.class);
    }
}
