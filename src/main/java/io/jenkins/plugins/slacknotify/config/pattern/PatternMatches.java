package io.jenkins.plugins.slacknotify.config.pattern;

import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.event.text.Glob;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The matches of patterns among names that exist: how many names, and which patterns match none, each with what may be meant instead.
 *
 * @param matching how many of the names the patterns match together
 * @param all how many names there are
 * @param idle the patterns that match no name, as they were written, each with a suggestion; empty where nothing is near
 */
record PatternMatches(int matching, int all, Map<String, Optional<String>> idle) {

    /** The path of a job or build in the address of its page: every name in it follows a {@code job}. */
    private static final Pattern ADDRESS = Pattern.compile("job/(.+?)(?:/\\d+)?");

    PatternMatches {
        idle = Collections.unmodifiableMap(new LinkedHashMap<>(idle));
    }

    /**
     * Counts what patterns match. The time grows with the number of patterns times that of the names.
     *
     * @param written valid patterns, as {@link NamePatterns} reads them
     * @param names of jobs or branches
     */
    static PatternMatches of(List<String> written, List<String> names) {
        NamePatterns patterns = NamePatterns.of(written);
        int matching = (int) names.stream().filter(patterns::matches).count();
        Map<String, Optional<String>> idle = new LinkedHashMap<>();
        for (String pattern : written) {
            String bare = pattern.startsWith("!") ? pattern.substring(1).strip() : pattern;
            if (!matchesAny(bare, names)) {
                idle.put(pattern, suggestion(bare, names));
            }
        }
        return new PatternMatches(matching, names.size(), idle);
    }

    private static boolean matchesAny(String pattern, List<String> names) {
        Glob glob = Glob.forJobNames(pattern);
        return names.stream().anyMatch(glob::matches);
    }

    /** The first pattern near to the given one that matches something. */
    private static Optional<String> suggestion(String pattern, List<String> names) {
        return nearby(pattern).filter(near -> matchesAny(near, names)).findFirst();
    }

    private static Stream<String> nearby(String pattern) {
        List<String> near = new ArrayList<>();
        for (String name : List.of(pattern, withoutAddress(pattern))) {
            near.add(name);
            near.add(name + "/**");
            near.add("**/" + name);
            near.add("**/" + name + "/**");
        }
        return near.stream();
    }

    /** Turns {@code job/shop/job/main} into {@code shop/main}. */
    private static String withoutAddress(String pattern) {
        Matcher address = ADDRESS.matcher(pattern);
        return address.matches() ? BranchNames.readable(address.group(1).replace("/job/", "/")) : pattern;
    }
}
