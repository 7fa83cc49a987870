package io.jenkins.plugins.slacknotify.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitedAccountsTest {
    private static final BuildKey BUILD = new BuildKey("shop", 1, Instant.EPOCH);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private TimeLimitedAccounts accounts;

    @AfterEach
    void end() {
        answer.countDown();
        accounts.close();
    }

    private static AccountDirectory realm(BooleanSupplier mayRead) {
        return new AccountDirectory() {
            @Override
            public List<Account> find(Person person) {
                return List.of();
            }

            @Override
            public List<Account> findMember(String slackId) {
                return List.of();
            }

            @Override
            public boolean mayRead(String accountId, BuildKey build) {
                return mayRead.getAsBoolean();
            }

            @Override
            public boolean mustSignIn(String accountId) {
                return !mayRead.getAsBoolean();
            }
        };
    }

    /** A realm that says nothing, and takes no notice of being interrupted, before the test lets it. */
    private AccountDirectory hanging() {
        return realm(() -> {
            asked.incrementAndGet();
            while (true) {
                try {
                    answer.await();
                    return true;
                } catch (InterruptedException e) {
                    // goes on
                }
            }
        });
    }

    private boolean ask() {
        return accounts.mayRead("ada", BUILD);
    }

    @Test
    void shouldSayWhatTheRealmSays() {
        AtomicInteger count = new AtomicInteger();
        accounts = new TimeLimitedAccounts(realm(() -> count.incrementAndGet() % 2 == 0), AN_HOUR, 1);

        assertThat(ask()).isFalse();
        assertThat(ask()).isTrue();
        assertThat(accounts.find(new Person("ada", "Ada", null))).isEmpty();
        assertThat(accounts.findMember("U0ADA0000")).isEmpty();
    }

    @Test
    void shouldThrowWhatTheRealmThrows() {
        accounts = new TimeLimitedAccounts(
                realm(() -> {
                    throw new IllegalStateException("for the test");
                }),
                AN_HOUR,
                1);

        assertThatIllegalStateException().isThrownBy(this::ask).withMessage("for the test");
        assertThatIllegalStateException().as("the thread is free again").isThrownBy(this::ask);
    }

    @Test
    void shouldNotWaitForARealmThatHangs() {
        accounts = new TimeLimitedAccounts(hanging(), Duration.ofMillis(200), 2);

        assertThatExceptionOfType(AccountsUnavailableException.class)
                .isThrownBy(this::ask)
                .withMessageContaining("does not answer in time");
    }

    /** A digest may mention hundreds. */
    @Test
    void shouldNotWaitThatLongForEachOfManyQuestions() {
        accounts = new TimeLimitedAccounts(hanging(), Duration.ofSeconds(1), 100, Duration.ofMillis(1));

        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 40; i++) {
                assertThatExceptionOfType(AccountsUnavailableException.class).isThrownBy(this::ask);
            }
        });
    }

    /** Whoever asks has a thread of the outbox, and these are few. */
    @Test
    void shouldAskNoMoreThanSoManyAtATimeAndGoOnWhenTheRealmDoes() {
        accounts = new TimeLimitedAccounts(hanging(), Duration.ofMillis(200), 2);
        for (int i = 0; i < 4; i++) {
            assertThatExceptionOfType(AccountsUnavailableException.class).isThrownBy(this::ask);
        }
        assertThat(asked).hasValue(2);
        assertThatExceptionOfType(AccountsUnavailableException.class)
                .isThrownBy(this::ask)
                .withMessageContaining("too many questions");

        answer.countDown();
        await().ignoreExceptionsInstanceOf(AccountsUnavailableException.class).until(this::ask);
    }

    @Test
    void shouldEndWithWhoeverIsInterrupted() {
        accounts = new TimeLimitedAccounts(hanging(), AN_HOUR, 1);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(AccountsUnavailableException.class)
                .isThrownBy(this::ask)
                .withMessageContaining("stopped");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void shouldAskNobodyAfterItsEnd() {
        accounts = new TimeLimitedAccounts(realm(() -> true), AN_HOUR, 1);
        accounts.close();

        assertThatExceptionOfType(AccountsUnavailableException.class).isThrownBy(this::ask);
    }
}
