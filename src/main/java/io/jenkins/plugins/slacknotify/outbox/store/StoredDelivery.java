package io.jenkins.plugins.slacknotify.outbox.store;

import static java.util.Objects.requireNonNull;

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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The format of a delivery on disk, or of the fact that one was forgotten. The names of the fields are the format: a
 * field may be added, none may change its meaning without a new {@link #VERSION}. Nothing changes a line once it is made.
 */
final class StoredDelivery implements Cloneable {
    static final int VERSION = 1;

    private static final String FORGOTTEN = "FORGOTTEN";

    /** The text in place of a payload that was not read. */
    private static final String UNREAD = "";

    /** About how many characters a line has without its payload. */
    private static final int SHORT_LINE = 500;

    private static final Gson GSON = new Gson();

    private int v;
    private String id;

    /** The lane; null, as most other fields, where the delivery was forgotten or abridged. */
    @CheckForNull
    private String lane;

    /** The {@linkplain Entry#sequence() sequence}; null in the first versions, where it was the lane. */
    @CheckForNull
    private String conversation;

    /** The {@linkplain SendOrder#share() share}; null where it is the sequence, as in earlier versions. */
    @CheckForNull
    private String share;

    private int urgency;
    private boolean foldable;
    private long position;
    private String state;
    private int attempts;

    /** When the delivery was accepted, in ISO 8601. All times of a line are. */
    @CheckForNull
    private String acceptedAt;

    @CheckForNull
    private String changedAt;

    /** Why the delivery is in its state, for administrators; null where there is nothing to say. */
    @CheckForNull
    private String note;

    /** The note for everybody; null if nothing of it is for everybody, and in earlier versions. */
    @CheckForNull
    private String brief;

    /** The {@linkplain Note#code() code} of the note; null where it has none, and in earlier versions. */
    @CheckForNull
    private String code;

    @CheckForNull
    private String receipt;

    @CheckForNull
    private String carrier;

    /** When the first attempt began that may have delivered it; null where none may have, or nobody knows. */
    @CheckForNull
    private String firstAttemptAt;

    /** When the last attempt ended, or began, that may have delivered it; null as {@link #firstAttemptAt} is. */
    @CheckForNull
    private String lastAttemptAt;

    /** Whether it is {@linkplain SendOrder#lasting lasting}; null where it is not, and in earlier versions. */
    @CheckForNull
    private Boolean lasting;

    /** The home that this one was copied from, while nobody has decided whether to send what waits in the copy; null everywhere else. */
    @CheckForNull
    private String origin;

    /** What to send; null where it was forgotten because the delivery is abridged. */
    @CheckForNull
    private String payload;

    private StoredDelivery() {}

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
        StoredDelivery line = new StoredDelivery();
        line.v = VERSION;
        line.id = entry.id();
        line.lane = entry.lane();
        line.conversation = entry.sequence();
        line.share = entry.order().share().equals(entry.sequence())
                ? null
                : entry.order().share();
        line.urgency = entry.urgency();
        line.foldable = entry.foldable();
        line.position = delivery.position();
        line.state = delivery.state().name();
        line.attempts = delivery.attempts();
        line.acceptedAt = StoredInstant.write(entry.acceptedAt());
        line.changedAt = delivery.changedAt().equals(entry.acceptedAt())
                ? line.acceptedAt
                : StoredInstant.write(delivery.changedAt());
        line.note = delivery.note();
        line.brief = reason == null ? null : reason.brief();
        line.code = reason == null ? null : reason.code();
        line.receipt = delivery.receipt();
        line.carrier = delivery.carrier();
        line.attempted(delivery.attempted());
        line.lasting = entry.order().lasting() ? true : null;
        line.payload = delivery.isAbridged() ? null : entry.payload();
        return line;
    }

    /** Returns the line that says that a delivery is forgotten, and nothing else. */
    static StoredDelivery forgotten(String id) {
        return bare(id, FORGOTTEN, null, null);
    }

    /** Returns the line of what is left of a finished delivery whose own line was damaged. */
    static StoredDelivery remains(String id, Delivery.State state, Instant changedAt, @CheckForNull String note) {
        return bare(id, state.name(), StoredInstant.write(changedAt), note);
    }

    private static StoredDelivery bare(
            String id, String state, @CheckForNull String changedAt, @CheckForNull String note) {
        StoredDelivery line = new StoredDelivery();
        line.v = VERSION;
        line.id = id;
        line.state = state;
        line.changedAt = changedAt;
        line.note = note;
        return line;
    }

    /** Reads a line with its payload. */
    static StoredDelivery read(String json) {
        return GSON.fromJson(json, StoredDelivery.class);
    }

    /** Reads a line of this version without its payload, which is the largest part and the last. */
    static StoredDelivery readHead(String json) {
        try (JsonReader in = new JsonReader(new StringReader(json))) {
            StoredDelivery line = new StoredDelivery();
            in.beginObject();
            while (in.hasNext()) {
                String name = in.nextName();
                if (name.equals("payload")) {
                    line.payload = UNREAD;
                    break;
                }
                line.read(name, in);
            }
            requireNonNull(line.id, "id");
            requireNonNull(line.state, "state");
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the line, as Gson would. Gson asks each field by reflection, for which a young process makes a class for each:
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

    int v() {
        return v;
    }

    String id() {
        return id;
    }

    @CheckForNull
    String origin() {
        return origin;
    }

    /** Returns the note for administrators; null for none. */
    @CheckForNull
    String note() {
        return note;
    }

    /** Returns whether the line says that a delivery is forgotten. */
    boolean isForgotten() {
        requireKnownVersion();
        return FORGOTTEN.equals(state);
    }

    /** Returns whether the delivery is abridged: only what is worth knowing once it is finished is left. */
    boolean isAbridged() {
        return payload == null;
    }

    Delivery.State deliveryState() {
        return Delivery.State.valueOf(state);
    }

    Instant changeTime() {
        return Instant.parse(requireNonNull(changedAt, "changedAt"));
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
        return changed(line -> {
            line.state = Delivery.State.UNCERTAIN.name();
            line.note = why;
            line.brief = null;
            line.code = null;
            line.origin = null;
            line.attempted(period);
        });
    }

    /**
     * Returns the line of a delivery that may have arrived in another period as well.
     *
     * @param period null where nobody knows when
     */
    StoredDelivery alsoAttempted(@CheckForNull AttemptPeriod period) {
        AttemptPeriod known = attempted();
        return changed(line -> line.attempted(known == null || period == null ? null : known.with(period)));
    }

    /** Returns the line that keeps the delivery back until somebody decides what becomes of it. */
    StoredDelivery copiedFrom(String home) {
        return changed(line -> line.origin = home);
    }

    /** Returns the line of a finished delivery without all that only a delivery that is sent needs. */
    StoredDelivery abridged() {
        return changed(line -> {
            line.conversation = sequence();
            line.lane = null;
            line.share = null;
            line.urgency = 0;
            line.foldable = false;
            line.lasting = null;
            line.acceptedAt = null;
            line.note = null;
            line.brief = null;
            line.code = null;
            line.payload = null;
        });
    }

    /** Returns the line of the delivery after somebody has decided that it is not sent. */
    StoredDelivery discarded(String why, Instant now) {
        return changed(line -> {
            line.state = Delivery.State.DISCARDED.name();
            line.note = why;
            line.brief = null;
            line.code = null;
            line.changedAt = StoredInstant.write(now);
            line.origin = null;
        });
    }

    /** Returns the line with another time of its last change. */
    StoredDelivery changedAt(Instant time) {
        return changed(line -> line.changedAt = StoredInstant.write(time));
    }

    private StoredDelivery changed(Consumer<StoredDelivery> change) {
        StoredDelivery changed = clone();
        change.accept(changed);
        return changed;
    }

    /** Copies each field, also one that is added some day. */
    @Override
    protected StoredDelivery clone() {
        try {
            return (StoredDelivery) super.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void attempted(@CheckForNull AttemptPeriod period) {
        firstAttemptAt = period == null ? null : StoredInstant.write(period.first());
        lastAttemptAt = period == null ? null : StoredInstant.write(period.last());
    }

    private void read(String name, JsonReader in) throws IOException {
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
}
