package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.PluginWrapper;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.displayurlapi.DisplayURLContext;
import org.jenkinsci.plugins.displayurlapi.DisplayURLProvider;

/**
 * Reads the addresses of the Display URL API plugin.
 *
 * <p>A click on them leads each reader to the page of their own choice, or else of the administrator's choice. So one
 * message serves all readers.
 */
@Extension(optional = true)
public final class DisplayUrlPageReader implements BuildPageReader {
    /** Null where this plugin has another name. */
    @CheckForNull
    private final PluginWrapper self = Jenkins.get().getPluginManager().getPlugin("slack-notify");

    @Override
    public BuildPages pagesOf(Run<?, ?> run) {
        return pages(DisplayURLProvider.get(), run);
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private BuildPages pages(DisplayURLProvider provider, Run<?, ?> run) {
        // The plugin finds out for which other plugin an address is, by a stack trace for each, unless it is told.
        try (DisplayURLContext context = DisplayURLContext.open(self == null)) {
            if (self != null) {
                context.plugin(self);
            }
            return new BuildPages(provider.getRunURL(run), provider.getTestsURL(run), provider.getChangesURL(run));
        }
    }
}
