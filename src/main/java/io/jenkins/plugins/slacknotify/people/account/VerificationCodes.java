package io.jenkins.plugins.slacknotify.people.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One-time codes by which the owner of an account proves that a Slack member id or an e-mail address (the claim) is theirs. The
 * code is sent to the claimed address; whoever enters the code reads what is sent there.
 *
 * <p><b>Guaranteed:</b> a code is good for one confirmation that is done, for one account and one claim, for 15 minutes and 5 tries. An
 * account has one code at a time, the newest. No more than 3 codes an hour are issued for an account, and no more than 3 for a claim,
 * whoever asks; so nobody is flooded, and guessing is hopeless: 15 tries an hour at 8 digits.
 *
 * <p><b>Not guaranteed:</b> that somebody gets a code while others use up the three for the same claim. They wait an hour, and
 * can see who asks.
 *
 * <p>Everything is in memory only: a restart forgets the codes and the counts, and the owner requests a new code. Safe for use
 * by many threads.
 */
public final class VerificationCodes {
    /** The time for which a code is valid. */
    public static final Duration VALIDITY = Duration.ofMinutes(15);

    static final int MAX_TRIES = 5;
    static final int MAX_CODES_AN_HOUR = 3;

    /** The limit for all accounts together, so that memory is bounded. */
    static final int MAX_CODES_AN_HOUR_IN_ALL = 5_000;

    private static final Duration HOUR = Duration.ofHours(1);

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pending> pending = new HashMap<>();
    private final Deque<Issue> lastHour = new ArrayDeque<>();

    public VerificationCodes(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Issues a one-time code for an account and a claim. The caller sends it to the claimed address and nowhere else; it must not get onto
     * a page, into a log or a file. An older code of the account is invalid from then on.
     *
     * @param account the id of the account
     * @param claim a Slack member id or an e-mail address, in any case
     */
    public synchronized IssuedCode issue(String account, String claim) {
        Instant now = clock.instant();
        removeExpired(now);
        Issue issue = new Issue(account, fold(claim), now);
        Optional<Instant> nextAllowed = nextAllowed(issue);
        if (nextAllowed.isPresent()) {
            return new IssuedCode.TooSoon(nextAllowed.get());
        }
        lastHour.add(issue);
        String code = String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
        pending.put(account, new Pending(issue.claim(), code, now.plus(VALIDITY)));
        return new IssuedCode.Code(code, now.plus(VALIDITY));
    }

    /**
     * Checks a code that somebody who is logged in with the account has typed, and does what it is good for. Meanwhile nobody else can
     * use it; where that fails, it is valid as before, unless the account has got another one.
     *
     * @param typed blanks and hyphens in it do not matter
     * @throws IOException where the use throws it
     */
    public VerificationResult confirm(String account, String claim, String typed, CodeUse use) throws IOException {
        Attempt attempt = attempt(account, claim, typed);
        @CheckForNull Pending code = attempt.code();
        if (code == null) {
            return attempt.result();
        }
        use.run(isUsed -> end(account, code, isUsed));
        return attempt.result();
    }

    /** @param code null where it is not proven */
    private record Attempt(
            VerificationResult result, @CheckForNull Pending code) {}

    private synchronized Attempt attempt(String account, String claim, String typed) {
        removeExpired(clock.instant());
        Pending expected = pending.get(account);
        if (expected == null || expected.isInUse || !expected.claim.equals(fold(claim))) {
            return new Attempt(VerificationResult.EXPIRED, null);
        }
        VerificationResult result = expected.check(typed.replaceAll("[\\s-]", ""));
        if (result != VerificationResult.PROVEN) {
            return new Attempt(result, null);
        }
        expected.isInUse = true;
        return new Attempt(result, expected);
    }

    private synchronized void end(String account, Pending code, boolean isUsed) {
        code.isInUse = false;
        if (isUsed) {
            pending.remove(account, code);
        } else {
            code.tries--;
        }
    }

    private void removeExpired(Instant now) {
        pending.values().removeIf(code -> !now.isBefore(code.expiresAt));
        lastHour.removeIf(issue -> !now.isBefore(issue.at().plus(HOUR)));
    }

    /** The moment from which another code may be issued; empty where that is now. */
    private Optional<Instant> nextAllowed(Issue next) {
        return List.of(
                        nextAllowed(MAX_CODES_AN_HOUR, issue -> issue.account().equals(next.account())),
                        nextAllowed(MAX_CODES_AN_HOUR, issue -> issue.claim().equals(next.claim())),
                        nextAllowed(MAX_CODES_AN_HOUR_IN_ALL, issue -> true))
                .stream()
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private Optional<Instant> nextAllowed(int limit, Predicate<Issue> which) {
        List<Issue> issues = lastHour.stream().filter(which).toList();
        return issues.size() < limit
                ? Optional.empty()
                : Optional.of(issues.get(issues.size() - limit).at().plus(HOUR));
    }

    private static String fold(String claim) {
        return claim.strip().toLowerCase(Locale.ROOT);
    }

    private record Issue(String account, String claim, Instant at) {}

    /** A code that waits for confirmation. It is no record, as records print their components. */
    private static final class Pending {
        private final String claim;
        private final byte[] code;
        private final Instant expiresAt;
        private int tries;

        /** Whether it is being used at this moment. It waits until that is done. */
        private boolean isInUse;

        Pending(String claim, String code, Instant expiresAt) {
            this.claim = claim;
            this.code = code.getBytes(US_ASCII);
            this.expiresAt = expiresAt;
        }

        // Compares in constant time, so that the time does not tell how much of the code is right.
        VerificationResult check(String typed) {
            if (tries >= MAX_TRIES) {
                return VerificationResult.TOO_MANY_TRIES;
            }
            tries++;
            if (MessageDigest.isEqual(code, typed.getBytes(US_ASCII))) {
                return VerificationResult.PROVEN;
            }
            return tries < MAX_TRIES ? VerificationResult.WRONG : VerificationResult.TOO_MANY_TRIES;
        }
    }

    /** The result of checking a code that was typed. */
    public enum VerificationResult {
        /** The claim is proven. The code is used up. */
        PROVEN,
        /** The code is wrong; there are tries left. */
        WRONG,
        /** There is no code for this account and claim, or none any more: the owner requests a new one. */
        EXPIRED,
        /** The code is invalid, even if it is the right one now: the owner requests a new one. */
        TOO_MANY_TRIES
    }
}
