package io.jenkins.plugins.slacknotify.event.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;

/**
 * The pages on which people look at a build, where Jenkins offers a choice. An address that is null stands for the page that
 * every Jenkins has.
 *
 * @param build the address of the build's page; unlike {@code BuildEvent.url()} nothing can be appended to it
 * @param tests the address of its tests
 * @param changes the address of what was changed
 */
public record BuildPages(
        @CheckForNull String build,
        @CheckForNull String tests,
        @CheckForNull String changes) {
    public BuildPages {
        build = Excerpt.addressOrNull(build);
        tests = Excerpt.addressOrNull(tests);
        changes = Excerpt.addressOrNull(changes);
    }
}
