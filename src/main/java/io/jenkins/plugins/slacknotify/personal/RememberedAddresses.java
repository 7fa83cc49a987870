package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.memory.ExpiringCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
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

    /** Empty for a user of whom the realm knows no address. */
    private final ExpiringCache<String, Optional<String>> answers;

    RememberedAddresses(InstantSource clock) {
        answers = new ExpiringCache<>(MAX_USERS, MAX_AGE, clock);
    }

    /** Finds the address of a user; null where there is none. */
    @CheckForNull
    String of(User user) {
        String chosen = MailAddresses.chosen(user);
        return chosen == null ? remembered(user.getId(), () -> MailAddresses.of(user)) : chosen;
    }

    @CheckForNull
    String remembered(String id, Supplier<String> ask) {
        return answers.get(id)
                .orElseGet(() -> {
                    Optional<String> answer = Optional.ofNullable(ask.get());
                    answers.put(id, answer);
                    return answer;
                })
                .orElse(null);
    }
}
