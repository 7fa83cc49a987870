package io.jenkins.plugins.slacknotify.outbox.store;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The format of a delivery on disk, or of the fact that one was forgotten. The names of the fields are the format: a
 * field may be added, none may change its meaning without a new {@link #VERSION}.
 *
 * @param v the version of the format
 * @param lane null, as most else, where a delivery was forgotten or abridged
 * @param conversation the {@linkplain Entry#sequence() sequence}; null in the first versions, where it was the lane
 * @param share the {@linkplain SendOrder#share() share}; null where it is the sequence, as in earlier versions
 * @param acceptedAt ISO 8601, as are all times
 * @param note why it stands so, for administrators
 * @param brief the same for everybody; null where nothing of it is for them, and in earlier versions
 * @param code the {@linkplain Note#code() code} of the note; null where it has none, and in earlier versions
 * @param firstAttemptAt when the first attempt began that may have delivered it; null where none may have, or nobody knows
 * @param lastAttemptAt when the last of them ended, or began; null likewise
 * @param lasting whether it is {@linkplain SendOrder#lasting lasting}; null where it is not, and in earlier versions
 * @param origin the home that this one was copied from, while nobody has decided whether to send what waits in the copy;
 *     null everywhere else
 * @param payload null where it was forgotten: the delivery is abridged
 */
record StoredDelivery(
        int v,
        String id,
        @CheckForNull String lane,
        @CheckForNull String conversation,
        @CheckForNull String share,
        int urgency,
        boolean foldable,
        long position,
        String state,
        int attempts,
        @CheckForNull String acceptedAt,
        @CheckForNull String changedAt,
        @CheckForNull String note,
        @CheckForNull String brief,
        @CheckForNull String code,
        @CheckForNull String receipt,
        @CheckForNull String carrier,
        @CheckForNull String firstAttemptAt,
        @CheckForNull String lastAttemptAt,
        @CheckForNull Boolean lasting,
        @CheckForNull String origin,
        @CheckForNull String payload) {

    static final int VERSION = 1;

    private static final String FORGOTTEN = "FORGOTTEN";

    /** The text in place of a payload that was not read. */
    private static final String UNREAD = "";

    /** About the length of a line without its payload. */
    private static final int SHORT_LINE = 500;

    private static final Gson GSON = new Gson();

    /**
     * The part that every version of the format has.
     *
     * @param state what a newer version has made of it; null where it has none
     */
    record Header(int v, String id, @CheckForNull JsonElement state) {
        static Header read(String json) {
            return GSON.fromJson(json, Header.class);
        }

        boolean isOfNewerVersion() {
            return v > VERSION && id != null;
        }

        /** Returns whether it is clear that nothing of the delivery is left to send. */
        boolean isFinished() {
            return state instanceof JsonPrimitive name
                    && (name.getAsString().equals(FORGOTTEN)
                            || Stream.of(Delivery.State.values())
                                    .filter(Delivery.State::isFinished)
                                    .anyMatch(known -> known.name().equals(name.getAsString())));
        }
    }

    static StoredDelivery of(Delivery delivery) {
        Entry entry = delivery.entry();
        Note reason = delivery.reason();
        AttemptPeriod attempted = delivery.attempted();
        String acceptedAt = StoredInstant.write(entry.acceptedAt());
        return new StoredDelivery(
                VERSION,
                entry.id(),
                entry.lane(),
                entry.sequence(),
                entry.order().share().equals(entry.sequence())
                        ? null
                        : entry.order().share(),
                entry.urgency(),
                entry.foldable(),
                delivery.position(),
                delivery.state().name(),
                delivery.attempts(),
                acceptedAt,
                delivery.changedAt().equals(entry.acceptedAt())
                        ? acceptedAt
                        : StoredInstant.write(delivery.changedAt()),
                delivery.note(),
                reason == null ? null : reason.brief(),
                reason == null ? null : reason.code(),
                delivery.receipt(),
                delivery.carrier(),
                attempted == null ? null : StoredInstant.write(attempted.first()),
                attempted == null ? null : StoredInstant.write(attempted.last()),
                entry.order().lasting() ? true : null,
                null,
                delivery.isAbridged() ? null : entry.payload());
    }

    /** Returns the line that says that a delivery is forgotten, and nothing else. */
    static StoredDelivery forgotten(String id) {
        return bare(id, FORGOTTEN, null, null);
    }

    /** Returns all that is left of a finished delivery whose line was damaged. */
    static StoredDelivery remains(String id, Delivery.State state, Instant changedAt, @CheckForNull String note) {
        return bare(id, state.name(), StoredInstant.write(changedAt), note);
    }

    private static StoredDelivery bare(
            String id, String state, @CheckForNull String changedAt, @CheckForNull String note) {
        Builder draft = new Builder();
        draft.v = VERSION;
        draft.id = id;
        draft.state = state;
        draft.changedAt = changedAt;
        draft.note = note;
        return draft.build();
    }

    /** Reads a line whole. */
    static StoredDelivery read(String json) {
        return GSON.fromJson(json, StoredDelivery.class);
    }

    /** Reads a line of this version without its payload, which is the largest part and the last. */
    static StoredDelivery readHead(String json) {
        try (JsonReader in = new JsonReader(new StringReader(json))) {
            Builder draft = new Builder();
            in.beginObject();
            while (in.hasNext()) {
                String name = in.nextName();
                if (name.equals("payload")) {
                    draft.payload = UNREAD;
                    break;
                }
                draft.read(name, in);
            }
            return draft.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the line, as Gson would. Gson asks each field of a record by reflection, for which a young process makes a class for each:
     * builds waited for that.
     */
    String toJson() {
        StringWriter text = new StringWriter(payload == null ? SHORT_LINE : SHORT_LINE + payload.length());
        try (JsonWriter out = new JsonWriter(text)) {
            // As Gson does; and what is null is left out.
            out.setHtmlSafe(true);
            out.setSerializeNulls(false);
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(JsonWriter out) throws IOException {
        out.beginObject();
        out.name("v").value(v);
        out.name("id").value(id);
        out.name("lane").value(lane);
        out.name("conversation").value(conversation);
        out.name("share").value(share);
        out.name("urgency").value(urgency);
        out.name("foldable").value(foldable);
        out.name("position").value(position);
        out.name("state").value(state);
        out.name("attempts").value(attempts);
        out.name("acceptedAt").value(acceptedAt);
        out.name("changedAt").value(changedAt);
        out.name("note").value(note);
        out.name("brief").value(brief);
        out.name("code").value(code);
        out.name("receipt").value(receipt);
        out.name("carrier").value(carrier);
        out.name("firstAttemptAt").value(firstAttemptAt);
        out.name("lastAttemptAt").value(lastAttemptAt);
        out.name("lasting").value(lasting);
        out.name("origin").value(origin);
        out.name("payload").value(payload);
        out.endObject();
    }

    /** Returns whether the line says that a delivery is forgotten. */
    boolean isForgotten() {
        requireKnownVersion();
        return FORGOTTEN.equals(state);
    }

    /** Returns whether only what is worth knowing of a finished delivery is left. */
    boolean isAbridged() {
        return payload == null;
    }

    Delivery.State deliveryState() {
        return Delivery.State.valueOf(state);
    }

    Instant changeTime() {
        return Instant.parse(Objects.requireNonNull(changedAt, "changedAt"));
    }

    /**
     * Returns the delivery.
     *
     * @throws IllegalArgumentException where a newer version of this plugin has written it
     */
    Delivery toDelivery() {
        requireKnownVersion();
        Instant changed = changeTime();
        Entry entry = new Entry(
                id,
                order(UnaryOperator.identity()),
                acceptedAt == null ? changed : Instant.parse(acceptedAt),
                payload == null ? "" : payload);
        Note reason = Note.ofNullable(note, brief, code);
        return new Delivery(entry, position, deliveryState(), attempts, reason, receipt, carrier, changed, attempted());
    }

    @CheckForNull
    private AttemptPeriod attempted() {
        return firstAttemptAt == null || lastAttemptAt == null
                ? null
                : new AttemptPeriod(Instant.parse(firstAttemptAt), Instant.parse(lastAttemptAt));
    }

    /**
     * Returns the head of the delivery.
     *
     * @param shared returns the one string that is kept of several that are equal
     */
    DeliveryHead toHead(UnaryOperator<String> shared) {
        Instant changed = changeTime();
        Instant accepted = acceptedAt == null || acceptedAt.equals(changedAt) ? changed : Instant.parse(acceptedAt);
        Note reason =
                Note.ofNullable(sharedOrNull(note, shared), sharedOrNull(brief, shared), sharedOrNull(code, shared));
        String carriedBy = sharedOrNull(carrier, shared);
        return new DeliveryHead(
                shared.apply(id),
                order(shared),
                accepted,
                position,
                new DeliveryHead.Progress(deliveryState(), attempts, reason, carriedBy, changed));
    }

    @CheckForNull
    private static String sharedOrNull(@CheckForNull String text, UnaryOperator<String> shared) {
        return text == null ? null : shared.apply(text);
    }

    private SendOrder order(UnaryOperator<String> shared) {
        String itsSequence = shared.apply(sequence());
        String itsShare = share == null ? itsSequence : shared.apply(share);
        return new SendOrder(
                shared.apply(lane == null ? "" : lane),
                itsSequence,
                itsShare,
                urgency,
                foldable,
                Boolean.TRUE.equals(lasting));
    }

    /** Returns the sequence, also of an abridged delivery; empty of what is left of a damaged one. */
    String sequence() {
        if (conversation != null) {
            return conversation;
        }
        return lane == null ? "" : lane;
    }

    private void requireKnownVersion() {
        if (v != VERSION) {
            throw new IllegalArgumentException(
                    "Format " + v + " is not known; this version of the plugin reads " + VERSION);
        }
    }

    /**
     * Returns the line that has the delivery looked for in Slack before it is sent again.
     *
     * @param period when it may have arrived; null where nobody knows
     */
    StoredDelivery doubted(String why, @CheckForNull AttemptPeriod period) {
        return changed(draft -> {
            draft.state = Delivery.State.UNCERTAIN.name();
            draft.note = why;
            draft.brief = null;
            draft.code = null;
            draft.origin = null;
            draft.attempted(period);
        });
    }

    /**
     * Returns the line of a delivery that may have arrived in another period as well.
     *
     * @param period null where nobody knows when
     */
    StoredDelivery alsoAttempted(@CheckForNull AttemptPeriod period) {
        AttemptPeriod known = attempted();
        return changed(draft -> draft.attempted(known == null || period == null ? null : known.with(period)));
    }

    /** Returns the line that keeps the delivery back until somebody decides what becomes of it. */
    StoredDelivery copiedFrom(String home) {
        return changed(draft -> draft.origin = home);
    }

    /** Returns the line of a finished delivery without all that only a delivery that is sent needs. */
    StoredDelivery abridged() {
        return changed(draft -> {
            draft.conversation = sequence();
            draft.lane = null;
            draft.share = null;
            draft.urgency = 0;
            draft.foldable = false;
            draft.lasting = null;
            draft.acceptedAt = null;
            draft.note = null;
            draft.brief = null;
            draft.code = null;
            draft.payload = null;
        });
    }

    /** Returns the line of what nobody wants to be sent. */
    StoredDelivery discarded(String why, Instant now) {
        return changed(draft -> {
            draft.state = Delivery.State.DISCARDED.name();
            draft.note = why;
            draft.brief = null;
            draft.code = null;
            draft.changedAt = StoredInstant.write(now);
            draft.origin = null;
        });
    }

    /** Returns the line with another time. */
    StoredDelivery changedAt(Instant time) {
        return changed(draft -> draft.changedAt = StoredInstant.write(time));
    }

    private StoredDelivery changed(Consumer<Builder> change) {
        Builder draft = new Builder(this);
        change.accept(draft);
        return draft.build();
    }

    /** A line that is being read, or changed. */
    private static final class Builder {
        private int v;
        private String id;
        private String lane;
        private String conversation;
        private String share;
        private int urgency;
        private boolean foldable;
        private long position;
        private String state;
        private int attempts;
        private String acceptedAt;
        private String changedAt;
        private String note;
        private String brief;
        private String code;
        private String receipt;
        private String carrier;
        private String firstAttemptAt;
        private String lastAttemptAt;
        private Boolean lasting;
        private String origin;
        private String payload;

        Builder() {}

        Builder(StoredDelivery line) {
            v = line.v;
            id = line.id;
            lane = line.lane;
            conversation = line.conversation;
            share = line.share;
            urgency = line.urgency;
            foldable = line.foldable;
            position = line.position;
            state = line.state;
            attempts = line.attempts;
            acceptedAt = line.acceptedAt;
            changedAt = line.changedAt;
            note = line.note;
            brief = line.brief;
            code = line.code;
            receipt = line.receipt;
            carrier = line.carrier;
            firstAttemptAt = line.firstAttemptAt;
            lastAttemptAt = line.lastAttemptAt;
            lasting = line.lasting;
            origin = line.origin;
            payload = line.payload;
        }

        void attempted(@CheckForNull AttemptPeriod period) {
            firstAttemptAt = period == null ? null : StoredInstant.write(period.first());
            lastAttemptAt = period == null ? null : StoredInstant.write(period.last());
        }

        void read(String name, JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return;
            }
            switch (name) {
                case "v" -> v = in.nextInt();
                case "id" -> id = in.nextString();
                case "lane" -> lane = in.nextString();
                case "conversation" -> conversation = in.nextString();
                case "share" -> share = in.nextString();
                case "urgency" -> urgency = in.nextInt();
                case "foldable" -> foldable = in.nextBoolean();
                case "position" -> position = in.nextLong();
                case "state" -> state = in.nextString();
                case "attempts" -> attempts = in.nextInt();
                case "acceptedAt" -> acceptedAt = in.nextString();
                case "changedAt" -> changedAt = in.nextString();
                case "note" -> note = in.nextString();
                case "brief" -> brief = in.nextString();
                case "code" -> code = in.nextString();
                case "receipt" -> receipt = in.nextString();
                case "carrier" -> carrier = in.nextString();
                case "firstAttemptAt" -> firstAttemptAt = in.nextString();
                case "lastAttemptAt" -> lastAttemptAt = in.nextString();
                case "lasting" -> lasting = in.nextBoolean();
                case "origin" -> origin = in.nextString();
                default -> in.skipValue();
            }
        }

        StoredDelivery build() {
            return new StoredDelivery(
                    v,
                    Objects.requireNonNull(id, "id"),
                    lane,
                    conversation,
                    share,
                    urgency,
                    foldable,
                    position,
                    Objects.requireNonNull(state, "state"),
                    attempts,
                    acceptedAt,
                    changedAt,
                    note,
                    brief,
                    code,
                    receipt,
                    carrier,
                    firstAttemptAt,
                    lastAttemptAt,
                    lasting,
                    origin,
                    payload);
        }
    }
}
