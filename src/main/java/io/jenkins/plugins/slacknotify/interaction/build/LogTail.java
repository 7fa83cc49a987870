package io.jenkins.plugins.slacknotify.interaction.build;

import java.util.List;

/**
 * The end of a log, as the account sees it on Jenkins' page.
 *
 * @param lines the last lines, the oldest first, without colours and links
 * @param isWhole whether the log has no other lines
 */
public record LogTail(List<String> lines, boolean isWhole) {
    public LogTail {
        lines = List.copyOf(lines);
    }
}
