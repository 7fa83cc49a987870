package io.jenkins.plugins.slacknotify.interaction.page;

import java.util.List;
import java.util.Set;

/** A page of this Jenkins, by what an address says of it; it need not exist. */
public sealed interface JenkinsPage {
    /**
     * A page of a job, a folder, or a project with branches: an address does not say which of them it is.
     *
     * @param item the full name
     * @param subpage what stands behind the item, such as {@code changes}; empty for its own page
     */
    record ItemPage(String item, String subpage) implements JenkinsPage {
        /** The words that may follow an item, so that the page still shows what the item is about. */
        private static final Set<String> OVERVIEWS = Set.of("", "changes", "display", "activity", "branches", "pr");

        /** Returns whether the page is about the item as a whole, and not about its settings, for example. */
        public boolean isOverview() {
            return OVERVIEWS.contains(subpage.replaceFirst("/.*", ""));
        }
    }

    /**
     * A view.
     *
     * @param group the full name of the folder that has it; empty for Jenkins itself
     * @param names its name; for a view within views, theirs before it
     */
    record ViewPage(String group, List<String> names) implements JenkinsPage {
        public ViewPage {
            names = List.copyOf(names);
        }
    }

    record QueuePage(long id) implements JenkinsPage {}

    /**
     * A page of a build.
     *
     * @param job the full name of its job
     * @param part what of the build it shows
     */
    record BuildPage(String job, BuildSelector build, BuildPart part) implements JenkinsPage {}
}
