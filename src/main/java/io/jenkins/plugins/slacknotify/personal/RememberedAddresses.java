package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The e-mail addresses of users, as {@link MailAddresses} finds them. What a security realm has answered is remembered for
 * {@link #MAX_AGE}: the index of all users asks often, and a realm may have to ask a server for each of them.
 *
 * <p>Safe for use by many threads.
 */
final class RememberedAddresses {
    static final Duration MAX_AGE = Duration.ofHours(1);

    /** The number of users that are remembered: more than a company has accounts. */
    private static final int MAX_USERS = 20_000;

    private record Answer(@CheckForNull String address, Instant givenAt) {}

    private final LruCache<String, Answer> answers = new LruCache<>(MAX_USERS);
    private final InstantSource clock;

    RememberedAddresses(InstantSource clock) {
        this.clock = clock;
    }

    /** Finds the address of a user; null where there is none. */
    @CheckForNull
    String of(User user) {
        String chosen = MailAddresses.chosen(user);
        return chosen == null ? remembered(user.getId(), () -> MailAddresses.of(user)) : chosen;
    }

    @CheckForNull
    String remembered(String id, Supplier<String> ask) {
        Instant now = clock.instant();
        return answers.get(id)
                .filter(answer -> !answer.givenAt().isAfter(now)) // The clock may have been set back.
                .filter(answer -> answer.givenAt().isAfter(now.minus(MAX_AGE)))
                .orElseGet(() -> {
                    Answer answer = new Answer(ask.get(), now);
                    answers.put(id, answer);
                    return answer;
                })
                .address();
    }
}
