package io.jenkins.plugins.slacknotify.outbox.delivery;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The reason for which a delivery stands as it does, in words for people: all of it for administrators, and what everybody may read who may
 * see where the entry comes from.
 *
 * @param text for administrators
 * @param brief for everybody; null where nothing of it is for them
 * @param code the same as a fact, for whoever has written the note; the outbox keeps it and does not interpret it, and puts before it
 *     that something waits only {@linkplain #isBehind behind} another. Null where there is none
 */
public record Note(
        String text,
        @CheckForNull String brief,
        @CheckForNull String code) {
    /** The beginning of the code of what only waits behind another; the code of that one's reason follows, if it has one. */
    private static final String BEHIND = "behind:";

    public Note {
        requireNonNull(text, "text");
    }

    /** Makes a note without a code. */
    public Note(String text, @CheckForNull String brief) {
        this(text, brief, null);
    }

    /** A note for administrators alone. */
    public static Note of(String text) {
        return new Note(text, null);
    }

    /** A note of which everybody may read all. */
    public static Note forEverybody(String text) {
        return new Note(text, text);
    }

    /** Returns the note with this text; null where the text is null. */
    @CheckForNull
    public static Note ofNullable(@CheckForNull String text, @CheckForNull String brief, @CheckForNull String code) {
        return text == null ? null : new Note(text, brief, code);
    }

    /** Returns this note with another code; null for none. */
    public Note withCode(@CheckForNull String other) {
        return new Note(text, brief, other);
    }

    /**
     * Returns this note, with its code, behind words that are for everybody. Where nothing of the note is for them, the words stand
     * alone.
     */
    public Note after(String words, String separator) {
        return new Note(words + separator + text, brief == null ? words : words + separator + brief, code);
    }

    /** Returns the same note as that of what waits only behind another one, whose code this has. */
    Note ofOneBehind() {
        @CheckForNull String cause = causeCode();
        return withCode(cause == null ? BEHIND : BEHIND + cause);
    }

    /** Returns whether the note says of a delivery that it only waits behind another one. */
    public boolean isBehind() {
        return code != null && code.startsWith(BEHIND);
    }

    /**
     * Returns the code of the reason, which is that of the other where it waits only {@link #isBehind behind} one; null where there is
     * none.
     */
    @CheckForNull
    public String causeCode() {
        String cause = code != null && isBehind() ? code.substring(BEHIND.length()) : code;
        return cause == null || cause.isEmpty() ? null : cause;
    }

    /**
     * Joins notes with blanks. What several notes say together has no code.
     *
     * @param notes nulls are left out, and what is said twice is said once
     * @return null where there are none
     */
    @CheckForNull
    public static Note join(List<Note> notes) {
        List<Note> some = notes.stream().filter(Objects::nonNull).distinct().toList();
        if (some.isEmpty()) {
            return null;
        }
        if (some.size() == 1) {
            return some.get(0);
        }
        String text = some.stream().map(Note::text).collect(Collectors.joining(" "));
        String brief = some.stream().map(Note::brief).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return new Note(text, brief.isEmpty() ? null : brief);
    }
}
