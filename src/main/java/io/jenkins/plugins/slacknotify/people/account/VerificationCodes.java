package io.jenkins.plugins.slacknotify.people.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
 * Lets the owner of an account prove that a Slack member id or an e-mail address is theirs: a one-time code goes there, and who
 * can tell it reads what goes there.
 *
 * <p>Guarantees that a code is good once, for one account and one claim, for 15 minutes and 5 tries; that an account has one
 * code at a time, the newest; and that no more than 3 codes an hour go out for an account, and 3 towards a claim whoever asks,
 * so that nobody is flooded and guessing is hopeless: 15 tries an hour at 8 digits. Not guaranteed is that somebody gets a code
 * while others use up the three towards the same claim; they wait an hour, and can see who asks.
 *
 * <p>All is in memory only: a restart forgets the codes and the counts, and one asks for a new code. Safe for use by many
 * threads.
 */
public final class VerificationCodes {
    public static final Duration VALIDITY = Duration.ofMinutes(15);
    static final int MAX_TRIES = 5;
    static final int MAX_CODES_AN_HOUR = 3;

    /** For everybody together, so that memory is bounded. */
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
     * Makes a code to be sent to whom the claim names, and to nobody else; it must not get onto a page, into a log or a file.
     * An older code of the account is void from then on.
     *
     * @param account the id of the account
     * @param claim a Slack member id or an e-mail address, in any case
     */
    public synchronized IssuedCode issue(String account, String claim) {
        Instant now = clock.instant();
        forgetUntil(now);
        Issue issue = new Issue(account, folded(claim), now);
        Optional<Instant> again = again(issue);
        if (again.isPresent()) {
            return new IssuedCode.TooSoon(again.get());
        }
        lastHour.add(issue);
        String code = String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
        pending.put(account, new Pending(issue.claim(), code, now.plus(VALIDITY)));
        return new IssuedCode.Code(code, now.plus(VALIDITY));
    }

    /**
     * Checks a code that somebody who is logged in with the account has typed.
     *
     * @param typed blanks and hyphens in it do not matter
     */
    public synchronized VerificationResult confirm(String account, String claim, String typed) {
        forgetUntil(clock.instant());
        Pending expected = pending.get(account);
        if (expected == null || !expected.claim.equals(folded(claim))) {
            return VerificationResult.EXPIRED;
        }
        VerificationResult verdict = expected.tried(typed.replaceAll("[\\s-]", ""));
        if (verdict == VerificationResult.PROVEN) {
            pending.remove(account);
        }
        return verdict;
    }

    private void forgetUntil(Instant now) {
        pending.values().removeIf(code -> !now.isBefore(code.expiresAt));
        lastHour.removeIf(issue -> !now.isBefore(issue.at().plus(HOUR)));
    }

    /** When one may ask again; empty where it is now. */
    private Optional<Instant> again(Issue next) {
        return List.of(
                        full(MAX_CODES_AN_HOUR, issue -> issue.account().equals(next.account())),
                        full(MAX_CODES_AN_HOUR, issue -> issue.claim().equals(next.claim())),
                        full(MAX_CODES_AN_HOUR_IN_ALL, issue -> true))
                .stream()
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private Optional<Instant> full(int limit, Predicate<Issue> which) {
        List<Issue> issues = lastHour.stream().filter(which).toList();
        return issues.size() < limit
                ? Optional.empty()
                : Optional.of(issues.get(issues.size() - limit).at().plus(HOUR));
    }

    private static String folded(String claim) {
        return claim.strip().toLowerCase(Locale.ROOT);
    }

    private record Issue(String account, String claim, Instant at) {}

    /** Not a record, as those print what they hold. */
    private static final class Pending {
        private final String claim;
        private final byte[] code;
        private final Instant expiresAt;
        private int tries;

        Pending(String claim, String code, Instant expiresAt) {
            this.claim = claim;
            this.code = code.getBytes(US_ASCII);
            this.expiresAt = expiresAt;
        }

        /** Takes the same time however much of it is right. */
        VerificationResult tried(String typed) {
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

    /** What became of a code that was typed. */
    public enum VerificationResult {
        /** The claim is the account owner's. The code is used up. */
        PROVEN,
        /** It is another; there are tries left. */
        WRONG,
        /** There is no code for this account and claim, or none any more: one asks for a new one. */
        EXPIRED,
        /** The code is void, even if it is the right one now: one asks for a new one. */
        TOO_MANY_TRIES
    }
}
