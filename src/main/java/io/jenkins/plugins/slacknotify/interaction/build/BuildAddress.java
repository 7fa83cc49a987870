package io.jenkins.plugins.slacknotify.interaction.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The job that an address of this Jenkins leads to, and the build where it leads to one.
 *
 * @param job the full name
 */
public record BuildAddress(String job, @CheckForNull Integer number) {
    private static final int MAX_DIGITS = 9;

    /** Returns whether a text is an address at all. */
    public static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    /**
     * Reads an address.
     *
     * @param root the address of this Jenkins, ending in a slash
     * @return empty where it leads elsewhere, or to no job
     */
    public static Optional<BuildAddress> read(String text, String root) {
        try {
            URI address = URI.create(text.strip());
            URI own = URI.create(root);
            String path = address.getRawPath();
            if (path == null
                    || !String.valueOf(own.getRawAuthority()).equalsIgnoreCase(address.getRawAuthority())
                    || !path.startsWith(own.getRawPath())) {
                return Optional.empty();
            }
            return read(List.of(path.substring(own.getRawPath().length()).split("/")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<BuildAddress> read(List<String> segments) {
        List<String> names = new ArrayList<>();
        int next = 0;
        // Names of views may stand before and between.
        while (next + 1 < segments.size()
                && (isStep(segments.get(next), "job") || isStep(segments.get(next), "view"))) {
            if (isStep(segments.get(next), "job")) {
                names.add(JobFinder.decode(segments.get(next + 1)));
            }
            next += 2;
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String rest = next < segments.size() ? segments.get(next) : "";
        boolean isNumber = !rest.isEmpty()
                && rest.length() <= MAX_DIGITS
                && rest.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return Optional.of(new BuildAddress(String.join("/", names), isNumber ? Integer.valueOf(rest) : null));
    }

    private static boolean isStep(String segment, String name) {
        return segment.equals(name);
    }
}
