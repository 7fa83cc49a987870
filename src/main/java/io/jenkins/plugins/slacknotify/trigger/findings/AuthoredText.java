package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.markup.EscapedMarkupFormatter;
import io.jenkins.plugins.slacknotify.event.text.HtmlText;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;

/**
 * The plain text of what people write into descriptions of Jenkins: of builds, jobs, folders, views and parameters. Jenkins shows it as
 * HTML where an administrator has chosen a formatter for that.
 */
public final class AuthoredText {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private AuthoredText() {}

    /** Returns the text of a description in one line, without the tags that Jenkins would not show; null where there is no text. */
    @CheckForNull
    public static String plain(@CheckForNull String written) {
        return written == null ? null : plain(written, hasMarkup());
    }

    /** A link is read as one in any case: people do not write HTML by hand that Jenkins shows as it is, but plugins do. */
    @CheckForNull
    static String plain(String written, boolean hasMarkup) {
        String text = hasMarkup || HtmlText.hasLink(written) ? HtmlText.plain(written) : written;
        return Util.fixEmptyAndTrim(BLANKS.matcher(text).replaceAll(" "));
    }

    /** Without a formatter, Jenkins shows a description as it was written. */
    private static boolean hasMarkup() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        return jenkins != null && !(jenkins.getMarkupFormatter() instanceof EscapedMarkupFormatter);
    }
}
