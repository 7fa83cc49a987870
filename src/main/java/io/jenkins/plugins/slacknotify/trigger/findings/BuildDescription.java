package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.markup.EscapedMarkupFormatter;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.event.text.HtmlText;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.util.Optional;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;

/** Reads what somebody wrote about a build, such as a pipeline by {@code currentBuild.description}. */
final class BuildDescription {
    /** More is not looked at: the filters of the log take time that the build waits for. */
    private static final int READ = 20_000;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private BuildDescription() {}

    /** Returns it as plain text in one line, with the secrets masked that the log masks; null for none, or where these are not known. */
    @CheckForNull
    static String of(Run<?, ?> run) {
        String written = run.getDescription();
        return Optional.ofNullable(written)
                .map(text -> TerminalText.withoutColours(Excerpt.truncate(text, READ)))
                .flatMap(LogMask.of(run)::quote)
                .map(text -> plain(text, hasMarkup()))
                .orElse(null);
    }

    /** Without a formatter, Jenkins shows a description as it was written. */
    private static boolean hasMarkup() {
        return !(Jenkins.get().getMarkupFormatter() instanceof EscapedMarkupFormatter);
    }

    /** A link is read as one in any case: people do not write HTML by hand that Jenkins shows as it is, but plugins do. */
    @CheckForNull
    static String plain(String written, boolean hasMarkup) {
        String text = hasMarkup || HtmlText.hasLink(written) ? HtmlText.plain(written) : written;
        return Excerpt.truncateNullable(
                Util.fixEmptyAndTrim(BLANKS.matcher(text).replaceAll(" ")), Findings.DESCRIPTION_LIMIT);
    }
}
