package io.jenkins.plugins.slacknotify.interaction.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The job that an address of this Jenkins leads to, and the build where it leads to one.
 *
 * @param job the full name
 */
public record BuildAddress(String job, @CheckForNull Integer number) {
    private static final int MAX_DIGITS = 9;
    private static final List<String> BLUE_OCEAN = List.of("blue", "organizations", "jenkins");

    /** What may follow a job, so that the address still leads to its newest build. */
    private static final Set<String> PAGES_OF_JOB = Set.of("", "lastBuild", "display");

    /** @param rest the segment behind the job; empty where there is none */
    private record Reading(BuildAddress address, String rest) {}

    /** Returns whether a text is an address at all. */
    public static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    /**
     * Reads an address, of Jenkins' own pages or of Blue Ocean.
     *
     * @param root the address of this Jenkins, ending in a slash
     * @return empty where it leads elsewhere, or to no job
     */
    public static Optional<BuildAddress> read(String text, String root) {
        return reading(text, root).map(Reading::address);
    }

    /**
     * Reads an address that leads to one build: to any of its pages, or for the newest build of a job to the page of the job, of
     * {@code lastBuild}, or of {@code display/redirect}, from where the Display URL API sends people on.
     *
     * @param root the address of this Jenkins, ending in a slash
     * @return empty where it leads elsewhere, or to another page of a job, such as {@code lastFailedBuild}
     */
    public static Optional<BuildAddress> readBuild(String text, String root) {
        return reading(text, root)
                .filter(reading -> reading.address().number() != null || PAGES_OF_JOB.contains(reading.rest()))
                .map(Reading::address);
    }

    private static Optional<Reading> reading(String text, String root) {
        try {
            URI address = URI.create(text.strip());
            URI own = URI.create(root);
            String path = address.getRawPath();
            if (path == null
                    || !String.valueOf(own.getRawAuthority()).equalsIgnoreCase(address.getRawAuthority())
                    || !path.startsWith(own.getRawPath())) {
                return Optional.empty();
            }
            List<String> segments =
                    List.of(path.substring(own.getRawPath().length()).split("/"));
            return segments.size() > BLUE_OCEAN.size()
                            && segments.subList(0, BLUE_OCEAN.size()).equals(BLUE_OCEAN)
                    ? readBlueOcean(segments.subList(BLUE_OCEAN.size(), segments.size()))
                    : read(segments);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads {@code folder%2Fproject/detail/branch/12/pipeline}. A job without branches stands there with its own name as the
     * branch. What else Blue Ocean shows of a job, such as its activity, leads to the job.
     */
    private static Optional<Reading> readBlueOcean(List<String> segments) {
        String name = BranchNames.readable(segments.get(0));
        if (name.isEmpty() || segments.size() < 3 || !isStep(segments.get(1), "detail")) {
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Reading(new BuildAddress(name, null), segments.size() > 1 ? segments.get(1) : ""));
        }
        String branch = BranchNames.readable(segments.get(2)).replace("/", "%2F");
        boolean isJob = branch.equals(name.substring(name.lastIndexOf('/') + 1));
        return Optional.of(reading(isJob ? name : name + "/" + branch, segments, 3));
    }

    private static Optional<Reading> read(List<String> segments) {
        List<String> names = new ArrayList<>();
        int next = 0;
        // Names of views may stand before and between.
        while (next + 1 < segments.size()
                && (isStep(segments.get(next), "job") || isStep(segments.get(next), "view"))) {
            if (isStep(segments.get(next), "job")) {
                names.add(BranchNames.readable(segments.get(next + 1)));
            }
            next += 2;
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(reading(String.join("/", names), segments, next));
    }

    /** @param next the index of the segment behind the job */
    private static Reading reading(String job, List<String> segments, int next) {
        String rest = next < segments.size() ? segments.get(next) : "";
        boolean isNumber = !rest.isEmpty()
                && rest.length() <= MAX_DIGITS
                && rest.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return new Reading(new BuildAddress(job, isNumber ? Integer.valueOf(rest) : null), rest);
    }

    private static boolean isStep(String segment, String name) {
        return segment.equals(name);
    }
}
