package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The note that a refusal of Slack leaves on a delivery: the remedy, and at the end Slack's error code. The code identifies the
 * refusal after a restart, and where the deliveries behind it repeat the note. What reads a note stands here beside what writes it.
 */
public final class RefusalNote {
    private static final Pattern CODE = Pattern.compile("\\((\\w+)\\)$");

    /** The errors by which Slack refuses a channel, whatever the message to it says. */
    private static final Set<String> CHANNEL = Set.of("channel_not_found", "not_in_channel", "is_archived");

    private static final String TOKEN =
            "Slack does not accept the token with which it is sent, or the token lacks a right.";

    /** The note on what this version cannot read. Earlier ones have written the same words. */
    private static final String OTHER_VERSION =
            "Another version of this plugin has written this message, and this one cannot read it."
                    + " It is sent when that version, or a newer one, is installed again";

    private static final String NAMED_BY = "Named by ";

    private RefusalNote() {}

    /** The note on a message that this version cannot read. */
    public static Note ofOtherVersion() {
        return Note.forEverybody(OTHER_VERSION);
    }

    /** Returns a note that says where the name of the channel stands that was refused. */
    public static Note named(Note refusal, ChannelSource source) {
        return refusal.after(NAMED_BY + source.describe(), ": ");
    }

    /** Returns whether a note is one on a message to a channel that a job itself has named, as {@link #named} writes it. */
    public static boolean isNamedByJob(String note) {
        return note.startsWith(NAMED_BY + ChannelSource.BY_JOB);
    }

    /**
     * The note of a refusal. What is wrong with the message or its channel is for everybody, who can fix it; of the token, its app and
     * what stands between Jenkins and Slack, only that it is that; of a person, nothing.
     */
    public static Note of(Refusal refusal) {
        String text = refusal.remedy() + " (" + refusal.error() + ")";
        if (refusal.isForEverybody()) {
            return Note.forEverybody(text);
        }
        return new Note(text, Refusal.isAboutTheToken(refusal.error()) ? TOKEN : null);
    }

    /** Whether a delivery with that note waits for its channel: that there be one of the name, or that the bot may write there. */
    public static boolean isAboutTheChannel(@CheckForNull String note) {
        Matcher code = CODE.matcher(note == null ? "" : note);
        return code.find() && CHANNEL.contains(code.group(1));
    }

    /** Whether a delivery with that note waits because its token has ended. */
    public static boolean isAboutATokenThatHasEnded(@CheckForNull String note) {
        Matcher code = CODE.matcher(note == null ? "" : note);
        return code.find() && "token_expired".equals(code.group(1));
    }

    /**
     * Whether a delivery with that note waits for another token.
     *
     * @param note without a code, it says that no token was found, or that another version has to be installed
     */
    public static boolean isAboutTheToken(@CheckForNull String note) {
        Matcher code = CODE.matcher(note == null ? "" : note);
        return code.find() ? Refusal.isAboutTheToken(code.group(1)) : !isOfOtherVersion(note);
    }

    /** Whether a delivery with that note waits for another version of the plugin, or behind one that does. */
    public static boolean isOfOtherVersion(@CheckForNull String note) {
        return note != null && note.endsWith(OTHER_VERSION);
    }
}
