package io.jenkins.plugins.slacknotify.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.people.account.VerificationCodes.VerificationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerificationCodesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock();
    private final Instant start = clock.instant();
    private final VerificationCodes codes = new VerificationCodes(clock);

    @Test
    void shouldTakeTheCodeOnce() {
        String code = issue("ada", "U0ADA");

        assertThat(code).matches("\\d{8}");
        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.PROVEN);
        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.EXPIRED);
    }

    @Test
    void shouldTakeTheCodeAsPeopleTypeIt() {
        String code = issue("ada", "Ada@Corp.com");

        assertThat(confirm("ada", " ada@corp.com", " " + code.substring(0, 4) + "-" + code.substring(4) + " "))
                .isEqualTo(VerificationResult.PROVEN);
    }

    @Test
    void shouldProveNothingForAnotherAccountOrClaim() {
        String code = issue("ada", "U0ADA");

        assertThat(confirm("eve", "U0ADA", code)).isEqualTo(VerificationResult.EXPIRED);
        assertThat(confirm("ada", "U0BOB", code)).isEqualTo(VerificationResult.EXPIRED);
        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.PROVEN);
    }

    @Test
    void shouldExpireAfterAQuarterOfAnHour() {
        String code = issue("ada", "U0ADA");
        clock.advance(VerificationCodes.VALIDITY.minusMillis(1));
        assertThat(confirm("ada", "U0ADA", other(code))).isEqualTo(VerificationResult.WRONG);
        clock.advance(Duration.ofMillis(1));
        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.EXPIRED);
    }

    @Test
    void shouldTakeNoCodeAfterTooManyTries() {
        String code = issue("ada", "U0ADA");
        for (int i = 1; i < VerificationCodes.MAX_TRIES; i++) {
            assertThat(confirm("ada", "U0ADA", other(code))).isEqualTo(VerificationResult.WRONG);
        }
        assertThat(confirm("ada", "U0ADA", "")).isEqualTo(VerificationResult.TOO_MANY_TRIES);
        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.TOO_MANY_TRIES);
    }

    @Test
    void shouldTakeTheLastTry() {
        String code = issue("ada", "U0ADA");
        for (int i = 1; i < VerificationCodes.MAX_TRIES; i++) {
            confirm("ada", "U0ADA", other(code));
        }
        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.PROVEN);
    }

    @Test
    void shouldKnowTheNewestCodeOfAnAccountOnly() {
        String old = issue("ada", "U0ADA");
        issue("ada", "U0BOB");

        assertThat(confirm("ada", "U0ADA", old)).isEqualTo(VerificationResult.EXPIRED);
    }

    @Test
    void shouldSayWhenAnAccountMayAskAgain() {
        for (int i = 0; i < VerificationCodes.MAX_CODES_AN_HOUR; i++) {
            issue("ada", "U0ADA" + i);
            clock.advance(MINUTE);
        }
        Instant again = start.plus(Duration.ofHours(1));

        assertThat(codes.issue("ada", "U0OTHER")).isEqualTo(new IssuedCode.TooSoon(again));
        clock.advance(Duration.between(clock.instant(), again).minusMillis(1));
        assertThat(codes.issue("ada", "U0OTHER")).isEqualTo(new IssuedCode.TooSoon(again));
        clock.advance(Duration.ofMillis(1));
        issue("ada", "U0OTHER");
        assertThat(codes.issue("ada", "U0OTHER")).isEqualTo(new IssuedCode.TooSoon(again.plus(MINUTE)));
    }

    @Test
    void shouldFloodNobodyWhoeverAsks() {
        for (int i = 0; i < VerificationCodes.MAX_CODES_AN_HOUR; i++) {
            issue("eve" + i, "ada@corp.com");
        }
        assertThat(codes.issue("eve", "ADA@corp.com ")).isEqualTo(new IssuedCode.TooSoon(start.plusSeconds(3600)));
        issue("eve", "U0EVE");
    }

    @Test
    void shouldKeepTheCodeThatIsOutWhenAskedTooSoon() {
        issue("ada", "U0ADA");
        issue("ada", "U0ADA");
        String code = issue("ada", "U0ADA");
        codes.issue("ada", "U0ADA");

        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.PROVEN);
    }

    @Test
    void shouldRememberNoMoreThanSoMany() {
        for (int i = 0; i < VerificationCodes.MAX_CODES_AN_HOUR_IN_ALL; i++) {
            issue("a" + i, "U" + i);
        }
        assertThat(codes.issue("ada", "U0ADA")).isInstanceOf(IssuedCode.TooSoon.class);
        clock.advance(Duration.ofHours(1));
        issue("ada", "U0ADA");
    }

    @Test
    void shouldNotRepeatItself() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            codes.add(issue("a" + i, "U" + i));
        }
        assertThat(codes).hasSizeGreaterThan(95);
    }

    @Test
    void shouldTellNobodyTheCodeByAccident() {
        IssuedCode.Code code = (IssuedCode.Code) codes.issue("ada", "U0ADA");

        assertThat(code.toString()).doesNotContain(code.digits());
    }

    @Test
    void shouldProveOnceThoughManyTryAtOnce() {
        String code = issue("ada", "U0ADA");
        AtomicInteger proven = new AtomicInteger();

        IntStream.range(0, 64).parallel().forEach(i -> {
            if (confirm("ada", "U0ADA", code) == VerificationResult.PROVEN) {
                proven.incrementAndGet();
            }
        });

        assertThat(proven).hasValue(1);
    }

    @Test
    void shouldTakeTheCodeAgainWhereNothingWasDone() {
        String code = issue("ada", "U0ADA");

        for (int i = 0; i <= VerificationCodes.MAX_TRIES; i++) {
            assertThatThrownBy(() -> codes.confirm("ada", "U0ADA", code, () -> {
                        throw new IOException("disk full");
                    }))
                    .isInstanceOf(IOException.class);
        }

        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.PROVEN);
        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.EXPIRED);
    }

    @Test
    void shouldTakeTheCodeOnceWhileItIsBeingUsed() throws IOException {
        String code = issue("ada", "U0ADA");

        VerificationResult result = codes.confirm(
                "ada",
                "U0ADA",
                code,
                () -> assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.EXPIRED));

        assertThat(result).isEqualTo(VerificationResult.PROVEN);
    }

    @Test
    void shouldNotGiveACodeBackBesideANewerOne() {
        String code = issue("ada", "U0ADA");

        assertThatThrownBy(() -> codes.confirm("ada", "U0ADA", code, () -> {
                    issue("ada", "U0BOB");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);

        assertThat(confirm("ada", "U0ADA", code)).isEqualTo(VerificationResult.EXPIRED);
    }

    private VerificationResult confirm(String account, String claim, String typed) {
        try {
            return codes.confirm(account, claim, typed, () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String issue(String account, String claim) {
        IssuedCode issued = codes.issue(account, claim);
        assertThat(issued).isInstanceOf(IssuedCode.Code.class);
        return ((IssuedCode.Code) issued).digits();
    }

    /** Returns a code that is not the right one. */
    private static String other(String code) {
        return (code.charAt(0) == '9' ? '0' : '9') + code.substring(1);
    }
}
