package io.jenkins.plugins.slacknotify.outbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredDeliveryTest {
    private static final String EVERY_FIELD =
            "{\"v\":1,\"id\":\"a\",\"lane\":\"#builds\",\"conversation\":\"app #7\",\"share\":\"app\","
                    + "\"urgency\":2,\"foldable\":true,\"position\":7,\"state\":\"FOLDED\",\"attempts\":3,"
                    + "\"acceptedAt\":\"2026-01-01T00:00:00Z\",\"changedAt\":\"2026-01-01T00:00:05Z\","
                    + "\"note\":\"a note\",\"brief\":\"for everybody\",\"receipt\":\"a receipt\",\"carrier\":\"b\","
                    + "\"payload\":\"what is sent\"}";

    private static final String ABRIDGED = "{\"v\":1,\"id\":\"a\",\"conversation\":\"app #7\",\"urgency\":0,"
            + "\"foldable\":false,\"position\":7,\"state\":\"FOLDED\",\"attempts\":3,"
            + "\"changedAt\":\"2026-01-01T00:00:05Z\",\"receipt\":\"a receipt\",\"carrier\":\"b\"}";

    private static final String HELD = EVERY_FIELD
            .replace("FOLDED", "HELD")
            .replace(
                    "\"for everybody\",\"receipt\":\"a receipt\",\"carrier\":\"b\"",
                    "\"for everybody\",\"code\":\"slack:not_in_channel\"");

    private static final Delivery DELIVERY = new Delivery(
            new Entry(
                    "a",
                    new SendOrder("#builds", "app #7", "app", 2, true),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    "what is sent"),
            7,
            Delivery.State.FOLDED,
            3,
            new Note("a note", "for everybody"),
            "a receipt",
            "b",
            Instant.parse("2026-01-01T00:00:05Z"));

    @Test
    void shouldKeepTheNameOfEveryField() {
        assertThat(StoredDelivery.of(DELIVERY).toJson()).isEqualTo(EVERY_FIELD);
        assertThat(StoredDelivery.of(DELIVERY).copiedFrom("ci:/home").toJson())
                .isEqualTo(EVERY_FIELD.replace("\"payload\"", "\"origin\":\"ci:/home\",\"payload\""));
        assertThat(StoredDelivery.of(DELIVERY).abridged().toJson()).isEqualTo(ABRIDGED);
    }

    @Test
    void shouldReadEveryField() {
        assertThat(StoredDelivery.read(EVERY_FIELD).toDelivery()).isEqualTo(DELIVERY);
    }

    /** Whatever earlier versions have noted is for administrators. */
    @Test
    void shouldReadWhatAnEarlierVersionHasWritten() {
        String earlier = EVERY_FIELD.replace("\"brief\":\"for everybody\",", "");

        assertThat(StoredDelivery.read(earlier).toDelivery().reason()).isEqualTo(Note.of("a note"));
        assertThat(StoredDelivery.readHead(earlier).toHead(String::intern).reason())
                .isEqualTo(Note.of("a note"));
    }

    @Test
    void shouldReadEveryFieldOfTheHead() {
        String copied = StoredDelivery.of(DELIVERY).copiedFrom("ci:/home").toJson();

        assertThat(StoredDelivery.readHead(EVERY_FIELD).toHead(String::intern)).isEqualTo(DELIVERY.head());
        assertThat(StoredDelivery.readHead(copied).origin()).isEqualTo("ci:/home");
        assertThat(StoredDelivery.readHead(EVERY_FIELD).isAbridged()).isFalse();
        assertThat(StoredDelivery.readHead(ABRIDGED).toJson()).isEqualTo(ABRIDGED);
        assertThat(StoredDelivery.readHead(ABRIDGED).isAbridged()).isTrue();
    }

    /** Every version has read and written it so. */
    @ParameterizedTest
    @ValueSource(strings = {EVERY_FIELD, ABRIDGED})
    void shouldWriteWhatGsonWouldWrite(String json) {
        StoredDelivery line = StoredDelivery.read(json);
        StoredDelivery strange = StoredDelivery.of(new Delivery(
                new Entry("a", "#<lane>", Instant.EPOCH, "<b>'it' = \"ä\\\u2028\n&amp;\ud83d\ude00\ud83d"),
                Long.MAX_VALUE,
                Delivery.State.UNCERTAIN,
                3,
                Note.of("a \t note"),
                null,
                null,
                Instant.EPOCH));

        assertThat(line.toJson()).isEqualTo(new Gson().toJson(line));
        assertThat(strange.toJson()).isEqualTo(new Gson().toJson(strange));
    }

    @Test
    void shouldKeepWhenAttemptsMayHaveDeliveredIt() {
        AttemptPeriod period =
                new AttemptPeriod(Instant.parse("2026-01-01T00:00:03Z"), Instant.parse("2026-01-01T00:00:04Z"));
        Delivery doubtful = new Delivery(
                DELIVERY.entry(), 7, Delivery.State.UNCERTAIN, 3, null, null, null, DELIVERY.changedAt(), period);
        StoredDelivery line = StoredDelivery.of(doubtful);

        assertThat(line.toJson())
                .contains("\"firstAttemptAt\":\"2026-01-01T00:00:03Z\",\"lastAttemptAt\":\"2026-01-01T00:00:04Z\"");
        assertThat(StoredDelivery.read(line.toJson()).toDelivery()).isEqualTo(doubtful);
        assertThat(StoredDelivery.readHead(line.toJson()).toJson())
                .contains("\"firstAttemptAt\":\"2026-01-01T00:00:03Z\"");
        assertThat(line.alsoAttempted(null).toDelivery())
                .returns(Delivery.State.UNCERTAIN, Delivery::state)
                .returns(null, Delivery::attempted);
        assertThat(line.alsoAttempted(null).alsoAttempted(period).toDelivery().attempted())
                .as("nobody knows the one")
                .isNull();
        assertThat(line.doubted("damaged", null).toDelivery().attempted()).isNull();
        AttemptPeriod later =
                new AttemptPeriod(Instant.parse("2026-01-01T00:01:00Z"), Instant.parse("2026-01-01T00:02:00Z"));
        assertThat(line.doubted("paused", later).toDelivery().attempted()).isEqualTo(later);
        assertThat(line.alsoAttempted(later).toDelivery().attempted())
                .isEqualTo(new AttemptPeriod(period.first(), later.last()));
    }

    /** Where a note has none, the line is as it was. */
    @Test
    void shouldKeepTheCodeOfANote() {
        Delivery held = new Delivery(
                DELIVERY.entry(),
                7,
                Delivery.State.HELD,
                3,
                new Note("a note", "for everybody", "slack:not_in_channel"),
                null,
                null,
                DELIVERY.changedAt());
        StoredDelivery line = StoredDelivery.of(held);

        assertThat(line.toJson()).isEqualTo(HELD);
        assertThat(StoredDelivery.read(HELD).toDelivery()).isEqualTo(held);
        assertThat(StoredDelivery.readHead(HELD).toHead(String::intern)).isEqualTo(held.head());
        assertThat(line.doubted("damaged", null).toJson()).doesNotContain("code");
        assertThat(line.discarded("copied", DELIVERY.changedAt()).toJson()).doesNotContain("code");
        assertThat(line.abridged().toJson()).doesNotContain("code");
    }

    /** As an earlier version reads the code of a note, and this one will read what a newer one adds. */
    @Test
    void shouldReadAroundAFieldThatItDoesNotKnow() {
        String newer = HELD.replace("\"receipt\"", "\"x\":0,\"receipt\"")
                .replace("\"code\":\"slack:not_in_channel\"", "\"later\":{\"code\":[\"slack\"]}");
        Note withoutCode = new Note("a note", "for everybody");

        assertThat(StoredDelivery.read(newer).toDelivery().reason()).isEqualTo(withoutCode);
        assertThat(StoredDelivery.readHead(newer).toHead(String::intern).reason())
                .isEqualTo(withoutCode);
    }

    @Property(tries = 200)
    void shouldKeepEveryNote(
            @ForAll @StringLength(max = 40) String text,
            @ForAll @WithNull @StringLength(max = 40) String brief,
            @ForAll @WithNull @StringLength(max = 40) String code) {
        Note note = new Note(text, brief, code);
        Delivery held =
                new Delivery(DELIVERY.entry(), 7, Delivery.State.HELD, 3, note, null, null, DELIVERY.changedAt());
        String json = StoredDelivery.of(held).toJson();

        assertThat(StoredDelivery.read(json).toDelivery()).isEqualTo(held);
        assertThat(StoredDelivery.readHead(json).toHead(String::intern).reason())
                .isEqualTo(note);
    }

    /** Only a few deliveries last, so the lines of the others are as they were. */
    @Test
    void shouldKeepWhetherItLasts() {
        Delivery lasting = Delivery.accepted(
                new Entry(
                        "a",
                        new SendOrder("#builds", "app #7", "app", 2, false, true),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "what is sent"),
                7);
        String json = StoredDelivery.of(lasting).toJson();

        assertThat(json).contains(",\"lasting\":true,\"payload\"");
        assertThat(StoredDelivery.read(json).toDelivery()).isEqualTo(lasting);
        assertThat(StoredDelivery.readHead(json).toHead(String::intern)).isEqualTo(lasting.head());
        assertThat(StoredDelivery.of(lasting).abridged().toJson()).doesNotContain("lasting");
        assertThat(StoredDelivery.of(lasting).doubted("damaged", null).toJson()).contains("\"lasting\":true");
    }

    @Test
    void shouldKeepTheNameOfEveryState() {
        assertThat(Delivery.State.values())
                .extracting(Enum::name)
                .containsExactly(
                        "WAITING", "SENDING", "UNCERTAIN", "HELD", "SENT", "FOLDED", "REFUSED", "EXPIRED", "DISCARDED");
    }
}
