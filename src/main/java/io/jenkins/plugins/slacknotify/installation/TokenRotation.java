package io.jenkins.plugins.slacknotify.installation;

import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Renews the tokens that end, two hours before they do, or at once where Slack says that one has ended. One thread calls {@link #run} again
 * and again, for all installations.
 *
 * <p>A refresh token is good once, and Slack knows two living tokens at most. So each step is on disk before the next: that Slack
 * is asked; the new pair; that the credential holds it. A process that is killed goes on where it was:
 *
 * <ul>
 *   <li>asked, and no answer on disk: it asks again with the same refresh token, which Slack accepts for a short while. If Slack does
 *       not, administrators are told while the old token still has its two hours;
 *   <li>the new pair on disk, and the credential holds the old token: it puts the new one there;
 *   <li>an answer that the disk did not take is kept in memory, and written at each later round.
 * </ul>
 *
 * <p>What would stop the next renewal, such as a store that cannot be written or a client secret that is gone, is a problem at
 * once, and not only when the renewal is due. Safe for use by many threads.
 */
public final class TokenRotation {
    /** How long before the end of a token it is renewed. */
    public static final Duration AHEAD = Duration.ofHours(2);

    /** The error by which Slack says that a token has ended. */
    private static final String HAS_ENDED = "token_expired";

    /** The errors by which Slack says that the refresh token is no longer valid. */
    private static final Set<String> TOKEN_IS_USED =
            Set.of("invalid_refresh_token", "invalid_grant", "token_revoked", HAS_ENDED, "account_inactive");

    private static final String LOST =
            "Slack takes the refresh token no more. Install the app again: press \"Add to Slack\" on"
                    + " Manage Jenkins » Slack » App.";

    private static final Logger LOGGER = Logger.getLogger(TokenRotation.class.getName());

    private final InstallationStore store;
    private final TokenPublisher publisher;
    private final TokenRefresh slack;
    private final Clock clock;

    /** The installations with new tokens of Slack that the disk has not taken. */
    private final Map<String, Installation> unwritten = new HashMap<>();

    /** Whether Slack has refused some token because it has ended, and it is not known yet whether it is one of these. */
    private volatile boolean mayHaveEnded;

    private volatile List<RotationProblem> problems = List.of();

    public TokenRotation(InstallationStore store, TokenPublisher publisher, TokenRefresh slack, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.slack = slack;
        this.clock = clock;
    }

    /** Returns whether any installation has a token that ends. */
    public boolean isNeeded() {
        return store.all().stream().anyMatch(each -> each.rotation() != null);
    }

    /** Returns what keeps tokens from being renewed, as of the latest round. */
    public List<RotationProblem> problems() {
        return problems;
    }

    /**
     * Takes in what an administrator has confirmed: writes it down, and puts its token into the credential.
     *
     * @param token as Slack has just given it
     * @throws IOException where the disk or the store of credentials does not take it; it can be tried again
     */
    public synchronized void install(Installation installation, IssuedSecret token) throws IOException {
        boolean rotates = installation.rotation() != null;
        if (rotates) {
            // The pair has to be on disk before anybody uses it.
            store.put(installation);
        }
        publisher.publish(installation, token);
        store.put(installation.published());
        unwritten.remove(installation.id());
        // A credential holds one token, so the token that was in it before is no longer renewed.
        for (Installation other : store.all()) {
            if (!other.id().equals(installation.id()) && other.credentialsId().equals(installation.credentialsId())) {
                store.remove(other.id());
                unwritten.remove(other.id());
            }
        }
        problems = problems.stream()
                .filter(problem -> !problem.owner().equals(installation.owner().name()))
                .toList();
    }

    /**
     * Takes in that Slack has refused a token because it has ended, whichever that is. The next round asks Slack about each: when a token
     * ends is known by the clock of this machine alone, which may have been ahead when the token was given.
     */
    public void tokenHasEnded() {
        mayHaveEnded = true;
    }

    /** Renews what is due, and goes on with what was interrupted, on the caller's thread. */
    public synchronized void run() {
        Map<String, RotationProblem> found = new LinkedHashMap<>();
        boolean asks = mayHaveEnded;
        mayHaveEnded = false;
        for (Installation installation : store.all()) {
            Installation.Rotation rotation = installation.rotation();
            if (rotation != null) {
                run(installation, rotation, asks)
                        .ifPresent(sentence -> found.put(
                                installation.id(),
                                new RotationProblem(installation.owner().name(), rotation.expiresAt(), sentence)));
            }
        }
        problems = List.copyOf(found.values());
    }

    /**
     * Renews the token of an installation if it is time. Returns what keeps it from being renewed.
     *
     * @param asks whether Slack is asked if the token has ended already
     */
    private Optional<String> run(Installation installation, Installation.Rotation rotation, boolean asks) {
        try {
            Installation latest = unwritten.get(installation.id());
            if (latest != null) {
                return keep(latest);
            }
            if (!rotation.published()) {
                publish(installation);
            } else if (publisher.isReplaced(installation, rotation.token())) {
                LOGGER.log(
                        Level.INFO,
                        "The Slack token of {0} was replaced by hand, and is not renewed any more",
                        installation.owner().name());
                store.put(installation.withRotation(null));
                return Optional.empty();
            }
            if (rotation.lost()) {
                return Optional.of(LOST);
            }
            Optional<String> obstacle =
                    publisher.findProblem(installation).or(() -> slack.findProblem(installation.appId()));
            return obstacle.isPresent() || !isDue(rotation, asks) ? obstacle : refresh(installation, rotation);
        } catch (IOException | RuntimeException | LinkageError e) {
            // Another plugin's store of credentials may throw anything, and the other tokens end, too.
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "Could not renew the Slack token of "
                            + installation.owner().name());
            mayHaveEnded |= asks;
            return Optional.of(
                    e instanceof IOException
                            ? String.valueOf(e.getMessage())
                            : "Something went wrong on the way. The system log of Jenkins says what: "
                                    + e.getClass().getName());
        }
    }

    private boolean isDue(Installation.Rotation rotation, boolean asks) {
        return !clock.instant().isBefore(rotation.expiresAt().minus(AHEAD)) || asks && hasEnded(rotation.token());
    }

    /** Asks Slack whether a token has ended. Without an answer it has not; the next round asks again. */
    private boolean hasEnded(IssuedSecret token) {
        SlackResult<?> answer = slack.check(token);
        if (answer.success().isEmpty() && answer.refused().isEmpty()) {
            mayHaveEnded = true;
        }
        return answer.isRefused(HAS_ENDED);
    }

    private Optional<String> refresh(Installation installation, Installation.Rotation rotation) throws IOException {
        // This shows also that the disk can be written, before Slack gives what has to be written.
        store.put(installation.withRotation(rotation.asked(clock.instant())));
        SlackResult<AppGrant> answer = slack.refresh(installation.appId(), rotation.refreshToken());
        if (answer instanceof SlackResult.Success<AppGrant> success) {
            return renew(installation, success.value());
        }
        if (answer instanceof SlackResult.Refused<AppGrant> refused) {
            return refused(installation, rotation, refused.refusal());
        }
        // Until the end there are two hours of further rounds.
        return Optional.of("Slack could not be asked for the next token, and is asked again every few minutes. "
                + describe(answer));
    }

    private Optional<String> renew(Installation installation, AppGrant grant) throws IOException {
        if (!grant.isRotating()) {
            return Optional.of("Slack has answered without a refresh token.");
        }
        return keep(installation.renewed(grant, clock.instant()));
    }

    /** Writes a new token and refresh token to disk, and then has the token used. */
    private Optional<String> keep(Installation renewed) throws IOException {
        unwritten.put(renewed.id(), renewed);
        store.put(renewed);
        unwritten.remove(renewed.id());
        publish(renewed);
        return Optional.empty();
    }

    private void publish(Installation installation) throws IOException {
        Installation.Rotation rotation = installation.rotation();
        if (rotation != null) {
            publisher.publish(installation, rotation.token());
            store.put(installation.published());
        }
    }

    private Optional<String> refused(Installation installation, Installation.Rotation rotation, Refusal refusal)
            throws IOException {
        if (TOKEN_IS_USED.contains(refusal.error())) {
            store.put(installation.withRotation(rotation.withoutNext()));
            return Optional.of(LOST);
        }
        return Optional.of("Slack refuses to renew the token. " + refusal.remedyWithError());
    }

    private static String describe(SlackResult<AppGrant> answer) {
        if (answer instanceof SlackResult.Unreachable<AppGrant> unreachable) {
            return unreachable.why();
        }
        return answer instanceof SlackResult.Unknown<AppGrant> unknown ? unknown.why() : "It has too many calls.";
    }
}
