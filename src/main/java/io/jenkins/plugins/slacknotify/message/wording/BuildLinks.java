package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import java.util.function.Function;

/**
 * The addresses of a build's pages. Where a user can choose between pages, the chosen one is taken. All are null if Jenkins does
 * not know its own address.
 */
public final class BuildLinks {
    private BuildLinks() {}

    @CheckForNull
    public static String ofBuild(BuildEvent event) {
        return chosenPage(event, BuildPages::build, "");
    }

    @CheckForNull
    static String ofTests(BuildEvent event) {
        return chosenPage(event, BuildPages::tests, "testReport/");
    }

    @CheckForNull
    static String ofChanges(BuildEvent event) {
        return chosenPage(event, BuildPages::changes, "changes");
    }

    @CheckForNull
    public static String ofConsole(BuildEvent event) {
        return childPage(event, "console");
    }

    /** The address of {@code InputAction}, the page that answers a pipeline's question. */
    @CheckForNull
    public static String ofInput(BuildEvent event) {
        return childPage(event, "input/");
    }

    /** The address of the page where the recipient of a direct message mutes the job, and finds the preferences. */
    @CheckForNull
    public static String ofChoices(BuildEvent event) {
        return childPage(event, "slack-notify-mute/");
    }

    @CheckForNull
    private static String chosenPage(BuildEvent event, Function<BuildPages, String> page, String defaultPage) {
        BuildPages pages = event.findings().pages();
        String chosen = pages == null || event.url() == null ? null : page.apply(pages);
        return chosen == null ? childPage(event, defaultPage) : chosen;
    }

    @CheckForNull
    private static String childPage(BuildEvent event, String page) {
        return event.url() == null ? null : event.url() + page;
    }
}
