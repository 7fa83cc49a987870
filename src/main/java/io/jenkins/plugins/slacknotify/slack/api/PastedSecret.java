package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Pattern;

/** A secret or id as a person has pasted it: with it come line breaks, and blanks that no keyboard has and nobody sees. */
public final class PastedSecret {
    private static final Pattern BLANKS_AROUND =
            Pattern.compile("^[\\s\\p{Z}\\u200B\\uFEFF]+|[\\s\\p{Z}\\u200B\\uFEFF]+$");

    private PastedSecret() {}

    /**
     * Returns what was meant: the text without the white space around it, no-break spaces, zero-width spaces and byte order marks
     * among that. What stands within the text stays.
     *
     * @return empty where there is nothing else
     */
    public static String clean(@CheckForNull String pasted) {
        return pasted == null ? "" : BLANKS_AROUND.matcher(pasted).replaceAll("");
    }
}
