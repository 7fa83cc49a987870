package io.jenkins.plugins.slacknotify.outbox.delivery;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Why a delivery stands as it does, in words for people: all of it for administrators, and what everybody may read who may see where
 * the entry comes from.
 *
 * @param text for administrators
 * @param brief for everybody; null where nothing of it is for them
 */
public record Note(String text, @CheckForNull String brief) {
    public Note {
        requireNonNull(text, "text");
    }

    /** A note for administrators alone. */
    public static Note of(String text) {
        return new Note(text, null);
    }

    /** A note of which everybody may read all. */
    public static Note forEverybody(String text) {
        return new Note(text, text);
    }

    /** Returns a note of what is left of one: null where the text is. */
    @CheckForNull
    public static Note ofNullable(@CheckForNull String text, @CheckForNull String brief) {
        return text == null ? null : new Note(text, brief);
    }

    /** Returns this note behind words that are for everybody. Where nothing of the note is, the words stand alone. */
    public Note after(String words, String separator) {
        return new Note(words + separator + text, brief == null ? words : words + separator + brief);
    }

    /**
     * Joins notes with blanks.
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
        String text = some.stream().map(Note::text).collect(Collectors.joining(" "));
        String brief = some.stream().map(Note::brief).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return new Note(text, brief.isEmpty() ? null : brief);
    }
}
