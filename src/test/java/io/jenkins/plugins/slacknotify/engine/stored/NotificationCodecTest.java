package io.jenkins.plugins.slacknotify.engine.stored;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationCodecTest {
    /** The first format that was ever written. It lies in outboxes, so it has to be read for ever. */
    private static final String FIRST = """
            {"event":{"key":{"job":"shop/checkout","build":12,"startedAt":"2026-03-01T10:00:00Z"},\
            "jobName":"shop » checkout","buildName":"#12",\
            "url":"https://ci.example.org/job/shop/job/checkout/12/","outcome":"FAILURE","trend":"REGRESSED",\
            "running":false,"at":"2026-03-01T10:02:05Z","duration":"PT2M5S","cause":"Started by user Ada",\
            "changes":[{"id":"1f","author":"Ada","summary":"Don\\u0027t"}]},\
            "severity":"ERROR","text":"Hello","destination":{"credentialsId":"bot","channel":"builds"},\
            "reply":{"kind":"THREAD","deliveryId":"a-1"},"wantsPermalink":true}""";

    private static final Notification FULL = new AuthorMessage(
            Envelope.toChannel(
                    aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                            .with(new Change("1f", "Ada", "Don't"))
                            .build(),
                    Severity.ERROR,
                    new Destination("bot", "#builds")),
            new Relation(Relation.Kind.THREAD, "a-1"),
            MessageOptions.DEFAULT,
            "Hello",
            MessageFormat.PLAIN,
            true);

    static Set<String> samples() {
        return Samples.notifications().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldWriteTheFormatOfTheGoldenFile(String name) {
        String written = NotificationCodec.write(Samples.notifications().get(name));

        assertThat(JsonParser.parseString(written)).isEqualTo(JsonParser.parseString(GoldenFiles.read(name)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldReadTheGoldenFile(String name) {
        assertThat(NotificationCodec.read(GoldenFiles.read(name)))
                .isEqualTo(Samples.notifications().get(name));
    }

    /** Those that a version without kinds could write. */
    static Set<String> samplesBeforeKinds() {
        Set<String> samples = new TreeSet<>(samples());
        samples.remove(Samples.STAGES);
        samples.remove(Samples.BUTTONS);
        samples.remove(Samples.RULE);
        samples.remove(Samples.SUBSCRIPTION);
        samples.remove(Samples.AGAIN);
        samples.remove(Samples.CHANNEL_SOURCE);
        samples.remove("people-lookup-members");
        samples.remove("people-lookup-rules");
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samplesBeforeKinds")
    void shouldTellTheKindOfWhatWasWrittenBeforeThereWereKinds(String name) {
        assertThat(NotificationCodec.read(GoldenFiles.readBeforeKinds(name)))
                .isEqualTo(Samples.notifications().get(name));
    }

    @Test
    void shouldReadTheFirstFormat() {
        assertThat(NotificationCodec.read(FIRST)).isEqualTo(FULL);
    }

    /** So that the version before reads what this one has written, should it come back. */
    @Test
    void shouldOnlyAddToTheFirstFormat() {
        assertThat(NotificationCodec.write(FULL))
                .isEqualTo(FIRST.replaceFirst("\\{", "{\"version\":2,\"kind\":\"AUTHOR_MESSAGE\",")
                        .replace("\"}]}", "\"}],\"participants\":[],\"findings\":{\"causes\":[]}}")
                        .replace("\"wantsPermalink\":true}", "\"wantsPermalink\":true,\"routed\":false}"));
    }

    @Test
    void shouldReadWhatItWritesOfWhatIsNotThere() {
        BuildNews sparse = BuildNews.personal(Envelope.toChannel(
                aBuild().at(null).causedBy(null).with(new Change(null, "", "")).build(),
                Severity.INFO,
                new Destination(null, "C0123456789")));

        assertThat(NotificationCodec.read(NotificationCodec.write(sparse))).isEqualTo(sparse);
    }

    @Test
    void shouldReadFindingsThatLackWhatALaterVersionKnows() {
        StoredFindings stored =
                JsonCodec.read("{\"tests\":{\"total\":3},\"failedStage\":{\"name\":\"Test\"}}", StoredFindings.class);

        assertThat(StoredFindings.toFindings(stored))
                .isEqualTo(Findings.builder()
                        .tests(new TestResultSummary(3, 0, 0, 0, List.of(), List.of()))
                        .failedStage(new FailedStage("Test", null, List.of()))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!channel> & 'quotes' \"double\" \\ \n\r\t\u2028", "👩‍👩‍👧 🇩🇪 \u202e", "{0} %s ${x}"})
    void shouldReadAnyTextThatItWrites(String text) {
        AuthorMessage odd = new AuthorMessage(
                Envelope.toChannel(
                        aBuild().named(text, text).causedBy(text).build(), Severity.INFO, new Destination(null, "x")),
                null,
                MessageOptions.DEFAULT,
                text,
                MessageFormat.PLAIN,
                false);

        assertThat(NotificationCodec.read(NotificationCodec.write(odd))).isEqualTo(odd);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadEveryKindOfRelation(Relation.Kind kind) {
        Relation relation = new Relation(kind, "a-1");

        assertThat(StoredRelation.of(relation).toRelation()).isEqualTo(relation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "null", "{}"})
    void shouldNotTakeGarbageForANotification(String garbage) {
        assertThatThrownBy(() -> NotificationCodec.read(garbage)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void shouldNotGuessAtAKindThatOnlyANewerVersionKnows() {
        String newer = GoldenFiles.read("build-news").replace("BUILD_NEWS", "BUILD_OPERA");

        assertThatThrownBy(() -> NotificationCodec.read(newer)).hasMessageContaining("BUILD_OPERA");
    }

    @Test
    void shouldNotGuessAtAFormatThatOnlyANewerVersionKnows() {
        String newer = GoldenFiles.read("build-news").replace("\"version\": 2", "\"version\": 3");

        assertThatThrownBy(() -> NotificationCodec.read(newer)).hasMessageContaining("Format 3");
    }

    /** Each text is bounded, and yet a hundred commits with the longest ones are too much for one payload. */
    @Test
    void shouldLeaveTheOldestChangesOutWhereAllAreTooMuch() {
        List<Change> changes = IntStream.range(0, 100)
                .mapToObj(number ->
                        new Change("c" + number, "名".repeat(100), "名".repeat(300), "https://x/" + "u".repeat(1_980)))
                .toList();
        List<Participant> people = IntStream.range(0, 500)
                .mapToObj(number -> new Participant(
                        new Person("p" + number, "名".repeat(100), "a".repeat(300) + "@x.example"), Set.of()))
                .toList();
        BuildEvent event = aBuild().build().toBuilder()
                .changes(changes)
                .participants(people)
                .build();
        Notification notification =
                new PeopleLookup(Envelope.toPeople(event, Severity.ERROR, null), null, new PeopleLookup.News(), null);

        String payload = NotificationCodec.write(notification);

        assertThat(payload).hasSizeLessThan(NotificationCodec.MAX_LENGTH);
        Notification read = NotificationCodec.read(payload);
        assertThat(read.event().changes().size()).isEqualTo(20);
        assertThat(read.event().changes().get(19).id()).isEqualTo("c99");
        assertThat(read.event().participants().size()).isEqualTo(20);
        assertThat(read.event().participants().get(0).person().account()).isEqualTo("p0");
    }
}
