package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The note that a refusal of Slack leaves on a delivery: the remedy, and at the end Slack's error code. The code identifies the
 * refusal after a restart, and where the deliveries behind it repeat the note.
 */
public final class RefusalNote {
    private static final Pattern CODE = Pattern.compile("\\((\\w+)\\)$");

    private RefusalNote() {}

    /** The note of a refusal. */
    public static String of(Refusal refusal) {
        return refusal.remedy() + " (" + refusal.error() + ")";
    }

    /**
     * Whether a delivery with that note waits for another token.
     *
     * @param note without a code, it says that no token was found
     */
    public static boolean isAboutTheToken(@CheckForNull String note) {
        Matcher code = CODE.matcher(note == null ? "" : note);
        return !code.find() || Refusal.isAboutTheToken(code.group(1));
    }
}
