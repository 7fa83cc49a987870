package io.jenkins.plugins.slacknotify.slack.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers which methods of the Web API rest, because Slack has answered that there were too many calls: until the time that it has asked
 * for is over, nobody asks again. Slack's limits are for each method and workspace; a token stands for its workspace here.
 *
 * <p>Not for {@code chat.postMessage}, which has a limit for each channel as well, and whose answer does not tell which of them it was.
 *
 * <p>Safe for use by many threads.
 */
public final class RateLimits {
    private final InstantSource clock;
    private final Map<Key, Rest> rests = new ConcurrentHashMap<>();

    private record Key(SlackConnection connection, String method) {}

    private record Rest(Instant since, Instant until) {
        /** Returns whether the rest is over. A clock that was set back makes no rest longer. */
        boolean isOverAt(Instant now) {
            return now.isBefore(since) || !now.isBefore(until);
        }
    }

    public RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Makes a call, unless its method rests.
     *
     * @param method the name of the method that may be limited, such as {@code conversations.history}; or of the family of those that the
     *     call makes one after the other, such as {@code files}
     * @return what the call returns; {@link SlackResult.RateLimited} with the rest of the time where Slack was not asked
     */
    public <T> SlackResult<T> call(SlackConnection connection, String method, Supplier<SlackResult<T>> call) {
        Key key = new Key(connection, method);
        Instant now = clock.instant();
        Rest rest = rests.get(key);
        if (rest != null && !rest.isOverAt(now)) {
            return new SlackResult.RateLimited<>(Duration.between(now, rest.until()));
        }
        SlackResult<T> result = call.get();
        if (result instanceof SlackResult.RateLimited<T> limited) {
            Instant answered = clock.instant();
            rests.values().removeIf(each -> each.isOverAt(answered));
            rests.put(key, new Rest(answered, answered.plus(limited.retryAfter())));
        }
        return result;
    }
}
