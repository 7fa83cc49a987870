package io.jenkins.plugins.slacknotify.slack.http;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Reads the header {@code Retry-After} of a rate-limited call.
 *
 * <p>Slack sends whole seconds. Proxies send what they like; whatever it is, the wait stays between a second (no storm)
 * and 15 minutes (no message forgotten).
 */
public final class RetryAfter {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration MAX_WAIT = Duration.ofMinutes(15);

    /** The wait for a header that is missing, negative, a date, or not a whole number. */
    static final Duration DEFAULT = Duration.ofSeconds(30);

    private static final Pattern WHOLE_SECONDS = Pattern.compile("\\d+");
    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    public static Duration parse(@CheckForNull String header) {
        String value = header == null ? "" : header.strip();
        if (!WHOLE_SECONDS.matcher(value).matches()) {
            return DEFAULT;
        }
        if (value.length() > MAX_DIGITS) {
            return MAX_WAIT;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(value));
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : asked;
    }
}
