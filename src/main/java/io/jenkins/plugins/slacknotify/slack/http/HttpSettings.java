package io.jenkins.plugins.slacknotify.slack.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The time limits of calls, and the way to the server.
 *
 * @param connectTimeout for the TCP and for the TLS handshake, each
 * @param readTimeout without a byte from the server
 * @param writeTimeout without a byte taken by the server
 * @param callTimeout for all of a call, but for looking up the host's name, which cannot be cut short
 * @param proxy the way
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration readTimeout,
        Duration writeTimeout,
        Duration callTimeout,
        ProxyChooser proxy) {

    public HttpSettings {
        requirePositive(connectTimeout, "connectTimeout");
        requirePositive(readTimeout, "readTimeout");
        requirePositive(writeTimeout, "writeTimeout");
        requirePositive(callTimeout, "callTimeout");
        requireNonNull(proxy, "proxy");
    }

    /** Returns ten seconds for a step, 30 for a call, and no proxy. Slack itself mostly answers within one second. */
    public static HttpSettings defaults() {
        Duration step = Duration.ofSeconds(10);
        return new HttpSettings(step, step, step, Duration.ofSeconds(30), ProxyChooser.direct());
    }

    /** Returns these settings with another proxy. */
    public HttpSettings withProxy(ProxyChooser newProxy) {
        return new HttpSettings(connectTimeout, readTimeout, writeTimeout, callTimeout, newProxy);
    }

    /** Returns this way with one limit for each step of a call and for the whole of it. */
    public HttpSettings withTimeout(Duration limit) {
        return new HttpSettings(limit, limit, limit, limit, proxy);
    }

    private static void requirePositive(Duration duration, String name) {
        // OkHttp takes 0 for "no limit".
        if (duration.toMillis() <= 0) {
            throw new IllegalArgumentException(name + " must be at least a millisecond");
        }
    }
}
