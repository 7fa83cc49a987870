package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.BuildPages;
import io.jenkins.plugins.slacknotify.trigger.commits.Attempt;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Knows on which pages people choose to look at builds. */
interface ChosenPages extends ExtensionPoint {
    /** Asked only where Jenkins knows its own address. */
    BuildPages pagesOf(Run<?, ?> run);

    /** Null where there is no choice. */
    @CheckForNull
    static BuildPages of(Run<?, ?> run) {
        return Attempt.first(ChosenPages.class, "pages of " + run, chosen -> Optional.ofNullable(chosen.pagesOf(run)))
                .orElse(null);
    }

    /** Where people look at a build; null where Jenkins does not know its own address. */
    @CheckForNull
    static String addressOf(Run<?, ?> run) {
        String root = Jenkins.get().getRootUrl();
        if (root == null) {
            return null;
        }
        BuildPages chosen = of(run);
        return chosen == null || chosen.build() == null ? root + run.getUrl() : chosen.build();
    }
}
