package io.jenkins.plugins.slacknotify.engine.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The note that a refusal leaves on a delivery: the remedy, and at the end Slack's error code, by which it is known again
 * when the note was repeated by what waits behind the delivery, and after a restart.
 */
public final class RefusalNote {
    private static final Pattern CODE = Pattern.compile("\\((\\w+)\\)$");

    private RefusalNote() {}

    public static String of(Refusal refusal) {
        return refusal.remedy() + " (" + refusal.error() + ")";
    }

    /**
     * Whether the token is at fault for what is held with that note.
     *
     * @param note without a code, it is that no token was found to ask Slack with
     */
    public static boolean isAboutTheToken(@CheckForNull String note) {
        Matcher code = CODE.matcher(note == null ? "" : note);
        return !code.find() || Refusal.isAboutTheToken(code.group(1));
    }
}
