package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.event.text.TerminalText;
import io.jenkins.plugins.slacknotify.trigger.masking.LogMask;
import java.util.Optional;

/** Reads what somebody wrote about a build, such as a pipeline by {@code currentBuild.description}. */
final class BuildDescription {
    /** How many characters are masked: the build waits while the filters of its log mask them. */
    private static final int READ = 20_000;

    private BuildDescription() {}

    /**
     * Returns the description of a build as plain text in one line, with the secrets masked that the log masks. Returns null where there is
     * no description, or where these secrets are not known.
     */
    @CheckForNull
    static String of(Run<?, ?> run) {
        String written = run.getDescription();
        return Optional.ofNullable(written)
                .map(text -> TerminalText.withoutColours(Excerpt.truncate(text, READ)))
                .flatMap(LogMask.of(run)::quote)
                .map(AuthoredText::plain)
                .map(text -> Excerpt.truncate(text, Findings.MAX_DESCRIPTION))
                .orElse(null);
    }
}
