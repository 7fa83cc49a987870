package io.jenkins.plugins.slacknotify.trigger.logs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of a log by which Jenkins says what has made a build unstable: a step or an action of a freestyle build
 * (AbstractBuild), or a build that a pipeline has waited for (pipeline-build-step). Other plugins have lines of their own, of which
 * nobody knows whether they are the reason. Pure.
 */
public final class UnstableNotice {
    private static final String CHANGED = "changed build result to UNSTABLE";
    private static final String COMPLETED = "completed: UNSTABLE";

    private static final Pattern NOTICE =
            Pattern.compile("\\b(?:(Build step '.+' " + CHANGED + ")|Build (\\S.* " + COMPLETED + "))\\s*$");

    private UnstableNotice() {}

    /** Returns the last such line; empty where there is none. */
    public static Optional<String> find(List<String> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            String line = lines.get(at);
            if (line.contains(CHANGED) || line.contains(COMPLETED)) {
                Matcher notice = NOTICE.matcher(line);
                if (notice.find()) {
                    return Optional.of(notice.group(1) == null ? notice.group(2) : notice.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
