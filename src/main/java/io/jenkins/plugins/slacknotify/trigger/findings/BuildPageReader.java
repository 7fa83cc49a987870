package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Reads the pages on which people choose to look at builds. */
public interface BuildPageReader extends ExtensionPoint {
    /** Returns the chosen pages. Called only where Jenkins knows its own address. */
    BuildPages pagesOf(Run<?, ?> run);

    /** Returns the pages by the first reader; null where there is no choice. Never throws. */
    @CheckForNull
    static BuildPages of(Run<?, ?> run) {
        return BestEffort.first(
                        BuildPageReader.class, "pages of ", run, chosen -> Optional.ofNullable(chosen.pagesOf(run)))
                .orElse(null);
    }

    /** Returns the address where people look at a build; null where Jenkins does not know its own address. */
    @CheckForNull
    static String urlOf(Run<?, ?> run) {
        String root = Jenkins.get().getRootUrl();
        if (root == null) {
            return null;
        }
        BuildPages chosen = of(run);
        return chosen == null || chosen.build() == null ? root + run.getUrl() : chosen.build();
    }
}
