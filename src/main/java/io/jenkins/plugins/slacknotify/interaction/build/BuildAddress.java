package io.jenkins.plugins.slacknotify.interaction.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage;
import io.jenkins.plugins.slacknotify.interaction.page.PageAddress;
import java.util.Optional;

/**
 * The job that an address of this Jenkins leads to, and the build where it leads to one.
 *
 * @param job the full name
 */
public record BuildAddress(String job, @CheckForNull Integer number) {
    /** Returns whether a text is an address at all. */
    public static boolean isAddress(String text) {
        return PageAddress.isAddress(text);
    }

    /**
     * Reads an address, of Jenkins' own pages or of Blue Ocean.
     *
     * @param root the address of this Jenkins, ending in a slash
     * @return empty where it leads elsewhere, or to no job
     */
    public static Optional<BuildAddress> read(String text, String root) {
        return PageAddress.read(text, root).flatMap(BuildAddress::of);
    }

    private static Optional<BuildAddress> of(JenkinsPage page) {
        if (page instanceof JenkinsPage.ItemPage item) {
            return Optional.of(new BuildAddress(item.item(), null));
        }
        return page instanceof JenkinsPage.BuildPage build
                ? Optional.of(new BuildAddress(
                        build.job(), build.build() instanceof BuildSelector.Number number ? number.number() : null))
                : Optional.empty();
    }
}
