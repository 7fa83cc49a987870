package io.jenkins.plugins.slacknotify.trigger.logs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The line that the Build Timeout plugin writes into the log of a freestyle or matrix build when it stops it. It notes nothing else:
 * it interrupts the build without a cause (AbortOperation, FailOperation). Its words are those of the plugin's Messages, which has
 * them in English and Japanese. Pure.
 */
public final class TimeOutNotice {
    /** The number of minutes is written as the language of Jenkins writes numbers. */
    private static final Pattern NOTICE = Pattern.compile(
            "Build timed out \\(after \\S+ minutes\\)\\. Marking the build as |ビルドがタイムアウトしました\\(\\S+分\\)。ビルドを");

    private TimeOutNotice() {}

    public static boolean isIn(List<String> lines) {
        return lines.stream().anyMatch(line -> NOTICE.matcher(line).find());
    }
}
