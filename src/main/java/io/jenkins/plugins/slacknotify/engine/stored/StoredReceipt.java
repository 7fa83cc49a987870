package io.jenkins.plugins.slacknotify.engine.stored;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageOrigin;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.Receipt;
import io.jenkins.plugins.slacknotify.engine.receipt.UploadReceipt;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A receipt as the outbox keeps it on disk. The names of the fields are the format; a field may be added, none may change its
 * meaning without a new {@link #VERSION}.
 *
 * @param version of the format; 0 in files that were written before there were versions
 * @param kind one of the constants here; null in those files, where the other fields tell the kind
 * @param channel of a {@link MessageReceipt}, as {@code ts}, {@code permalink}, {@code threadTs} and {@code origin}
 * @param told of a {@link PeopleReceipt}, as {@code leftOut}
 * @param slackFile of an {@link UploadReceipt}, as {@code shownBy}
 */
record StoredReceipt(
        int version,
        @CheckForNull String kind,
        @CheckForNull String channel,
        @CheckForNull String ts,
        @CheckForNull String permalink,
        @CheckForNull Integer told,
        @CheckForNull Map<String, Integer> leftOut,
        @CheckForNull String slackFile,
        @CheckForNull String shownBy,
        @CheckForNull String threadTs,
        @CheckForNull StoredOrigin origin) {

    static final int VERSION = 2;

    static final String MESSAGE = "MESSAGE";
    static final String PEOPLE = "PEOPLE";
    static final String UPLOAD = "UPLOAD";

    static StoredReceipt of(Receipt receipt) {
        if (receipt instanceof MessageReceipt message) {
            return new StoredReceipt(
                    VERSION,
                    MESSAGE,
                    message.channel(),
                    message.ts(),
                    message.permalink(),
                    null,
                    null,
                    null,
                    null,
                    message.threadTs(),
                    StoredOrigin.of(message.origin()));
        }
        if (receipt instanceof UploadReceipt upload) {
            return new StoredReceipt(
                    VERSION, UPLOAD, null, null, null, null, null, upload.slackFile(), upload.shownBy(), null, null);
        }
        PeopleReceipt people = (PeopleReceipt) receipt;
        Map<ExclusionReason, Integer> ordered = new TreeMap<>(people.excluded());
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        ordered.forEach((reason, count) -> leftOut.put(reason.name(), count));
        return new StoredReceipt(VERSION, PEOPLE, null, null, null, people.notified(), leftOut, null, null, null, null);
    }

    /**
     * Maps to the domain.
     *
     * @throws RuntimeException where this version of the plugin cannot read it
     */
    Receipt toReceipt() {
        if (version > VERSION) {
            throw new IllegalArgumentException(
                    "Format " + version + " is not known; this version of the plugin reads " + VERSION);
        }
        String known = kind == null ? inferredKind() : kind;
        return switch (known) {
            case MESSAGE ->
                new MessageReceipt(
                        StoredNotification.required(channel, "channel"),
                        StoredNotification.required(ts, "ts"),
                        permalink,
                        threadTs,
                        readableOrigin());
            case UPLOAD ->
                new UploadReceipt(
                        StoredNotification.required(slackFile, "slackFile"),
                        StoredNotification.required(shownBy, "shownBy"));
            case PEOPLE -> toPeople();
            default -> throw new IllegalArgumentException("Unknown kind " + known);
        };
    }

    /** Null where there is none that this version can read: the place of a message is worth more than where it was meant to go. */
    @CheckForNull
    private MessageOrigin readableOrigin() {
        try {
            return origin == null ? null : origin.toOrigin();
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** The kind of what was written before there were kinds. */
    private String inferredKind() {
        if (leftOut != null) {
            return PEOPLE;
        }
        return slackFile == null ? MESSAGE : UPLOAD;
    }

    /** Leaves out the reasons that only another version knows. */
    private PeopleReceipt toPeople() {
        Map<ExclusionReason, Integer> excluded = new EnumMap<>(ExclusionReason.class);
        requireNonNull(leftOut, "leftOut").forEach((name, count) -> {
            ExclusionReason reason = EnumNames.lenient(ExclusionReason.class, name);
            if (reason != null) {
                excluded.put(reason, count);
            }
        });
        return new PeopleReceipt(told == null ? 0 : told, excluded);
    }
}
