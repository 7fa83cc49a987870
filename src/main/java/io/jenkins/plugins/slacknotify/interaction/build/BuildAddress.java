package io.jenkins.plugins.slacknotify.interaction.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import io.jenkins.plugins.slacknotify.interaction.page.JenkinsPage;
import io.jenkins.plugins.slacknotify.interaction.page.PageAddress;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The job that an address of this Jenkins leads to, and the build where it leads to one.
 *
 * @param job the full name
 * @param build null where it leads to the job as a whole
 * @param page the page of the job; empty for one that shows what it is about, and for a build
 */
public record BuildAddress(String job, @CheckForNull BuildSelector build, String page) {
    /**
     * Returns the full name of the job, or of the one within it that is called like the page: who writes an address by hand may leave out the
     * word {@code job} before a name. Behind what is no job itself, such as a project with branches, a page stands for such a name always.
     */
    public String job(Predicate<String> isJob) {
        String within = job + "/" + page;
        return page.isEmpty()
                ? job
                : Stream.of(within, job + "/" + page.replace("/", "%2F"), job)
                        .filter(isJob)
                        .findFirst()
                        .orElse(within);
    }

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

    /**
     * Reads an address as people give it: whole, or in part.
     *
     * @param root the address of this Jenkins, ending in a slash
     * @return empty where it is none, leads elsewhere, or to no job. There may be no such job any more
     */
    public static Optional<BuildAddress> readWholeOrPart(String text, String root) {
        return isAddress(text) ? read(text, root) : readPart(text, root);
    }

    /**
     * Reads what may be an address that was not copied whole: one without {@code https://}, or its path alone, such as {@code
     * /job/shop/job/main/} and {@code shop/job/main}.
     *
     * @param root the address of this Jenkins, ending in a slash
     * @return empty where it is none of them
     */
    public static Optional<BuildAddress> readPart(String text, String root) {
        String path = text.strip().replaceFirst("^/+", "").replace(" ", "%20");
        if (!("/" + path).contains("/job/")) {
            return Optional.empty();
        }
        String host = root.replaceFirst("^(https?://[^/]*/).*$", "$1");
        return Stream.of("https://" + path, host + path, root + path, root + "job/" + path)
                .flatMap(address -> read(address, root).stream())
                .findFirst();
    }

    private static Optional<BuildAddress> of(JenkinsPage page) {
        if (page instanceof JenkinsPage.ItemPage item) {
            return Optional.of(new BuildAddress(item.item(), null, item.isOverview() ? "" : item.subpage()));
        }
        return page instanceof JenkinsPage.BuildPage build
                ? Optional.of(new BuildAddress(build.job(), build.build(), ""))
                : Optional.empty();
    }
}
