package io.jenkins.plugins.slacknotify.acceptance.newcomer;

import java.time.Duration;

/**
 * The cost of a task.
 *
 * @param task what was to be done
 * @param then what it cost the newcomer of docs/newcomers.md, in words
 * @param time of clicks and pages, without reading
 * @param tabStops how often somebody without a mouse presses the tab key: to the furthest control that was used, page by page
 */
record Effort(String task, String then, Duration time, int clicks, int fields, int tabStops) {
    static final String HEAD = """
            | task | then | now | clicks | fields | tab stops |
            |---|---|---|---|---|---|
            """;

    String row() {
        return "| %s | %s | %d:%02d | %d | %d | %d |%n"
                .formatted(task, then, time.toMinutes(), time.toSecondsPart(), clicks, fields, tabStops);
    }
}
