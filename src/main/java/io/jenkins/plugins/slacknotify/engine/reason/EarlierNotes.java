package io.jenkins.plugins.slacknotify.engine.reason;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notes of earlier versions, which had no {@linkplain io.jenkins.plugins.slacknotify.outbox.delivery.Note#code() code}: the only
 * place that reads a reason out of the words of a note. These are the words of those versions, and stay as they are when the words of
 * today change.
 */
final class EarlierNotes {
    private static final Pattern ERROR = Pattern.compile("\\((\\w+)\\)$");

    private static final String BEHIND = "A message that goes before it has not arrived";

    private static final Pattern BY_JOB = Pattern.compile("^(?:" + BEHIND + ": )*Named by the job ");

    private static final String OTHER_VERSION =
            "Another version of this plugin has written this message, and this one cannot read it."
                    + " It is sent when that version, or a newer one, is installed again";

    private EarlierNotes() {}

    /** Returns the reason that the words of a note tell; that of a missing token where they name no error. */
    static HoldReason reasonOf(String text) {
        Matcher error = ERROR.matcher(text);
        if (error.find()) {
            return new HoldReason.Refused(error.group(1), BY_JOB.matcher(text).find());
        }
        return text.endsWith(OTHER_VERSION) ? new HoldReason.OtherVersion() : new HoldReason.NoToken();
    }

    /** Returns whether the words of a note tell that something waits behind another one. */
    static boolean isBehind(String text) {
        return text.startsWith(BEHIND);
    }
}
