package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import java.util.function.Function;

/** Where links lead: to the chosen page where there is a choice. All are null where Jenkins does not know its own address. */
public final class BuildLinks {
    private BuildLinks() {}

    @CheckForNull
    public static String ofBuild(BuildEvent event) {
        return chosen(event, BuildPages::build, "");
    }

    @CheckForNull
    static String ofTests(BuildEvent event) {
        return chosen(event, BuildPages::tests, "testReport/");
    }

    @CheckForNull
    static String ofChanges(BuildEvent event) {
        return chosen(event, BuildPages::changes, "changes");
    }

    @CheckForNull
    static String ofConsole(BuildEvent event) {
        return below(event, "console");
    }

    /** Where a pipeline is told what it waits for: the address of {@code InputAction}. */
    @CheckForNull
    static String ofInput(BuildEvent event) {
        return below(event, "input/");
    }

    @CheckForNull
    private static String chosen(BuildEvent event, Function<BuildPages, String> page, String usual) {
        BuildPages pages = event.findings().pages();
        String chosen = pages == null || event.url() == null ? null : page.apply(pages);
        return chosen == null ? below(event, usual) : chosen;
    }

    @CheckForNull
    private static String below(BuildEvent event, String page) {
        return event.url() == null ? null : event.url() + page;
    }
}
