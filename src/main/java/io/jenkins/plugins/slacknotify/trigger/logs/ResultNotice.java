package io.jenkins.plugins.slacknotify.trigger.logs;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of a log by which Jenkins says what has made a build unstable or failed: a step or an action of a freestyle build
 * (AbstractBuild), or a build that a pipeline has waited for (pipeline-build-step). Other plugins have lines of their own, of which
 * nobody knows whether they are the reason. Pure.
 */
public final class ResultNotice {
    private static final String CHANGED = "changed build result to ";
    private static final String COMPLETED = "completed: ";

    /**
     * The number of characters of a line that are looked at. A longer one is none of Jenkins, and the time to search it grows with the
     * square of its length.
     */
    private static final int MAX_LENGTH = 1_000;

    private static final Pattern NOTICE = Pattern.compile(
            "\\b(?:(Build step '.+' " + CHANGED + "([A-Z]+))|Build (\\S.* " + COMPLETED + "([A-Z]+)))\\s*$");

    private ResultNotice() {}

    /** Returns the last such line about a result; empty where there is none. */
    public static Optional<String> find(List<String> lines, Outcome outcome) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            String line = lines.get(at);
            if (line.length() <= MAX_LENGTH && (line.contains(CHANGED) || line.contains(COMPLETED))) {
                Matcher notice = NOTICE.matcher(line);
                if (notice.find()) {
                    int group = notice.group(1) == null ? 3 : 1;
                    if (notice.group(group + 1).equals(outcome.name())) {
                        return Optional.of(notice.group(group));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
