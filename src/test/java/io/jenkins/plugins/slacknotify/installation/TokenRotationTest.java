package io.jenkins.plugins.slacknotify.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The process is killed at every step, the disk and the store of credentials fail, and Slack refuses. */
class TokenRotationTest {
    private static final Instant START = Instant.parse("2026-11-28T08:00:00Z");
    private static final Duration LIFETIME = Duration.ofHours(12);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(START);
    private final FakeSlack slack = new FakeSlack();
    private final FakeCredentials credentials = new FakeCredentials();
    private KillableStore store;
    private TokenRotation rotation;

    /** The step at which the process is killed. */
    enum Step {
        BEFORE_THE_MARK,
        BEFORE_SLACK_IS_ASKED,
        BEFORE_THE_ANSWER_IS_READ,
        BEFORE_THE_PAIR_IS_WRITTEN,
        BEFORE_THE_CREDENTIAL_IS_WRITTEN,
        BEFORE_IT_IS_MARKED_AS_WRITTEN
    }

    /** Stands for {@code kill -9}: nothing after it happens. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Slack as its documentation says: a refresh token is good once, and for a short while again; two tokens live. */
    private final class FakeSlack implements TokenRefresh {
        final List<String> living = new ArrayList<>();
        final Set<String> used = new HashSet<>();
        Duration grace = Duration.ofMinutes(2);
        String obstacle;
        SlackResult<AppGrant> answer;
        Step killAt;
        final Set<String> ended = new HashSet<>();
        SlackResult<String> checkAnswer;
        int calls;
        int checks;
        private int number;
        private String current;
        private Instant takenAt = Instant.EPOCH;
        private String taken;

        AppGrant issue() {
            number++;
            current = "refresh-" + number;
            living.add("token-" + number);
            if (living.size() > 2) {
                living.remove(0);
            }
            return grant("token-" + number, current);
        }

        @Override
        public Optional<String> findProblem(String appId) {
            return Optional.ofNullable(obstacle);
        }

        @Override
        public SlackResult<?> check(IssuedSecret token) {
            checks++;
            if (checkAnswer != null) {
                return checkAnswer;
            }
            return ended.contains(token.reveal()) ? refused("token_expired") : new SlackResult.Success<>("");
        }

        @Override
        public SlackResult<AppGrant> refresh(String appId, IssuedSecret refreshToken) {
            calls++;
            killIf(Step.BEFORE_SLACK_IS_ASKED);
            if (answer != null) {
                return answer;
            }
            boolean again =
                    refreshToken.reveal().equals(taken) && !clock.instant().isAfter(takenAt.plus(grace));
            if (!refreshToken.reveal().equals(current) && !again) {
                return refused("invalid_refresh_token");
            }
            taken = refreshToken.reveal();
            takenAt = clock.instant();
            if (again) {
                living.remove(living.size() - 1);
            }
            var grant = issue();
            killIf(Step.BEFORE_THE_ANSWER_IS_READ);
            return new SlackResult.Success<>(grant);
        }

        void killIf(Step step) {
            if (killAt == step) {
                killAt = null;
                throw new Killed();
            }
        }
    }

    private final class FakeCredentials implements TokenPublisher {
        final Map<String, String> tokens = new HashMap<>();
        String obstacle;
        boolean fails;
        String broken;

        @Override
        public void publish(Installation installation, IssuedSecret token) throws IOException {
            slack.killIf(Step.BEFORE_THE_CREDENTIAL_IS_WRITTEN);
            if (fails) {
                throw new IOException("The store of credentials cannot be written.");
            }
            tokens.put(installation.credentialsId(), token.reveal());
        }

        @Override
        public boolean isReplaced(Installation installation, IssuedSecret token) {
            return !token.reveal().equals(tokens.get(installation.credentialsId()));
        }

        @Override
        public Optional<String> findProblem(Installation installation) {
            if (installation.credentialsId().equals(broken)) {
                throw new IllegalStateException("The vault is sealed");
            }
            return Optional.ofNullable(obstacle);
        }
    }

    /** The real file; a process can be killed before each write, and the disk can be full. */
    private final class KillableStore implements InstallationStore {
        private final InstallationFile file = new InstallationFile(folder.resolve("f.json"), new ReversingCipher());
        boolean full;

        @Override
        public List<Installation> all() {
            return file.all();
        }

        @Override
        public void put(Installation installation) throws IOException {
            var next = installation.rotation();
            if (next == null) {
                file.put(installation);
                return;
            }
            var before = file.all().stream()
                    .filter(each -> each.id().equals(installation.id()))
                    .findFirst()
                    .map(Installation::rotation);
            boolean isNewPair = before.isEmpty() || !before.get().token().equals(next.token());
            if (isNewPair) {
                slack.killIf(Step.BEFORE_THE_PAIR_IS_WRITTEN);
            } else if (next.published() && !before.get().published()) {
                slack.killIf(Step.BEFORE_IT_IS_MARKED_AS_WRITTEN);
            } else {
                slack.killIf(Step.BEFORE_THE_MARK);
            }
            if (full && isNewPair) {
                throw new IOException("No space left on device");
            }
            file.put(installation);
        }

        @Override
        public void remove(String id) throws IOException {
            file.remove(id);
        }
    }

    private static AppGrant grant(String token, String refreshToken) {
        return grant("A1", new AppGrant.Owner("T1", "acme"), token, refreshToken);
    }

    private static AppGrant grant(String app, AppGrant.Owner owner, String token, String refreshToken) {
        return new AppGrant(
                app,
                owner,
                false,
                "U2",
                List.of("chat:write"),
                IssuedSecret.of(token),
                IssuedSecret.of(refreshToken),
                LIFETIME);
    }

    private static <T> SlackResult<T> refused(String error) {
        return new SlackResult.Refused<>(new Refusal(error, "Do this."));
    }

    @BeforeEach
    void install() throws IOException {
        restart();
        var grant = slack.issue();
        rotation.install(Installation.of(grant, "slack-acme", clock.instant()), grant.token());
    }

    /** A process that knows nothing but what is on disk. */
    private void restart() {
        store = new KillableStore();
        rotation = new TokenRotation(store, credentials, slack, clock);
    }

    private void assertUsable() {
        assertThat(slack.living).contains(credentials.tokens.get("slack-acme"));
        assertThat(clock.instant()).isBefore(stored().expiresAt());
    }

    private Installation.Rotation stored() {
        return store.all().get(0).rotation();
    }

    @Test
    void shouldGoOnWithTheTokenThatIsInTheCredentialWhereNoOtherCouldBePutThere() {
        AppGrant other = new AppGrant(
                "A2",
                new AppGrant.Owner("T2", "partners"),
                false,
                "U3",
                List.of("chat:write"),
                IssuedSecret.of("lasting"),
                null,
                null);
        credentials.fails = true;
        assertThatThrownBy(() -> rotation.install(Installation.of(other, "slack-acme", clock.instant()), other.token()))
                .isInstanceOf(IOException.class);
        credentials.fails = false;
        clock.advance(Duration.ofHours(11));
        rotation.run();

        assertThat(credentials.tokens).containsEntry("slack-acme", "token-2");
    }

    @Test
    void shouldPutTheFirstTokenIntoTheCredential() {
        assertThat(credentials.tokens).containsEntry("slack-acme", "token-1");
        assertThat(stored().published()).isTrue();
        assertThat(stored().expiresAt()).isEqualTo(START.plus(LIFETIME));
        assertThat(rotation.isNeeded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 0", "10, 1", "11, 1", "13, 1"})
    void shouldRenewTwoHoursBeforeTheEnd(long hours, int calls) {
        clock.advance(Duration.ofHours(hours));

        rotation.run();
        rotation.run();

        assertThat(slack.calls).isEqualTo(calls);
        assertThat(credentials.tokens.get("slack-acme")).isEqualTo("token-" + (1 + calls));
        assertThat(rotation.problems()).isEmpty();
        assertUsable();
    }

    @Test
    void shouldGoOnForDaysAndNeverUseARefreshTokenTwice() {
        for (int minutes = 0; minutes < 5 * 24 * 60; minutes += 5) {
            clock.advance(Duration.ofMinutes(5));
            rotation.run();
            assertUsable();
        }
        assertThat(slack.calls).isEqualTo(12);
    }

    @Test
    void shouldRenewTheOthersWhereOneStoreIsBroken() throws IOException {
        AppGrant other = grant("A2", new AppGrant.Owner("T2", "beta"), "beta-token", "beta-refresh");
        rotation.install(Installation.of(other, "slack-beta", clock.instant()), other.token());
        credentials.broken = "slack-acme";
        clock.advance(Duration.ofHours(10));

        rotation.run();

        assertThat(slack.calls).as("that of the other one").isEqualTo(1);
        assertThat(rotation.problems())
                .filteredOn(problem -> problem.owner().equals("acme"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("The system log of Jenkins says what"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRecoverWhereverItIsKilled(Step step) {
        clock.advance(Duration.ofHours(10));
        slack.killAt = step;

        assertThatThrownBy(rotation::run).isInstanceOf(Killed.class);
        assertThat(slack.living).as("meanwhile").contains(credentials.tokens.get("slack-acme"));
        restart();
        clock.advance(Duration.ofMinutes(1));
        rotation.run();

        assertThat(rotation.problems()).isEmpty();
        assertThat(stored().published()).isTrue();
        assertThat(stored().askedAt()).isNull();
        assertThat(credentials.tokens.get("slack-acme")).isNotEqualTo("token-1");
        assertUsable();
        clock.advance(Duration.ofHours(10));
        rotation.run();
        assertUsable();
    }

    /** Each once more, at the step after it, so that no pair of kills is worse than one. */
    @ParameterizedTest
    @EnumSource
    void shouldRecoverFromASecondKill(Step step) {
        for (Step first : Step.values()) {
            clock.advance(Duration.ofHours(10));
            for (Step each : List.of(first, step)) {
                slack.killAt = each;
                try {
                    rotation.run();
                } catch (Killed killed) {
                    // What is left is on disk.
                }
                slack.killAt = null;
                restart();
            }
            rotation.run();
            assertThat(rotation.problems()).as("%s, then %s", first, step).isEmpty();
            assertUsable();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEFORE_THE_ANSWER_IS_READ", "BEFORE_THE_PAIR_IS_WRITTEN"})
    void shouldSayAtOnceThatThePairIsLostWhileTheOldTokenStillWorks(Step step) {
        slack.grace = Duration.ZERO;
        clock.advance(Duration.ofHours(10));
        slack.killAt = step;
        assertThatThrownBy(rotation::run).isInstanceOf(Killed.class);
        restart();
        clock.advance(Duration.ofMinutes(5));

        rotation.run();
        rotation.run();

        assertThat(rotation.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.owner()).isEqualTo("acme");
            assertThat(problem.sentence()).contains("Install the app again");
            assertThat(Duration.between(clock.instant(), problem.expiresAt())).isGreaterThan(Duration.ofMinutes(110));
        });
        assertUsable();
        assertThat(slack.calls).as("a used token is not tried again and again").isEqualTo(2);
    }

    @Test
    void shouldBeWellAgainAfterAnotherInstallation() throws IOException {
        shouldSayAtOnceThatThePairIsLostWhileTheOldTokenStillWorks(Step.BEFORE_THE_PAIR_IS_WRITTEN);
        var grant = slack.issue();

        rotation.install(Installation.of(grant, "slack-acme", clock.instant()), grant.token());
        assertThat(rotation.problems()).isEmpty();
        clock.advance(Duration.ofHours(10));
        rotation.run();

        assertThat(rotation.problems()).isEmpty();
        assertUsable();
    }

    @Test
    void shouldTellBeforeTheRenewalIsDueWhatWouldStopIt() {
        credentials.obstacle = "The store of credentials cannot be written.";
        rotation.run();
        assertThat(rotation.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.sentence()).isEqualTo("The store of credentials cannot be written.");
            assertThat(problem.expiresAt()).isEqualTo(START.plus(LIFETIME));
        });

        credentials.obstacle = null;
        slack.obstacle = "The client secret is missing.";
        rotation.run();
        assertThat(rotation.problems())
                .extracting(RotationProblem::sentence)
                .containsExactly("The client secret is missing.");

        clock.advance(Duration.ofHours(11));
        rotation.run();
        assertThat(slack.calls)
                .as("a refresh token is not spent for a token that cannot be kept")
                .isZero();
        slack.obstacle = null;
        rotation.run();
        assertThat(rotation.problems()).isEmpty();
        assertUsable();
    }

    @Test
    void shouldKeepInMemoryWhatTheDiskDoesNotTake() {
        clock.advance(Duration.ofHours(10));
        store.full = true;
        rotation.run();
        rotation.run();
        assertThat(rotation.problems())
                .extracting(RotationProblem::sentence)
                .containsExactly("No space left on device");
        assertThat(credentials.tokens.get("slack-acme"))
                .as("not used before it is on disk")
                .isEqualTo("token-1");

        store.full = false;
        rotation.run();

        assertThat(slack.calls).isEqualTo(1);
        assertThat(rotation.problems()).isEmpty();
        assertThat(credentials.tokens.get("slack-acme")).isEqualTo("token-2");
    }

    @Test
    void shouldPutTheTokenIntoTheCredentialLaterWhereTheStoreFails() {
        clock.advance(Duration.ofHours(10));
        credentials.fails = true;
        rotation.run();
        restart();
        rotation.run();
        assertThat(rotation.problems()).singleElement();
        assertUsable();

        credentials.fails = false;
        rotation.run();

        assertThat(slack.calls).isEqualTo(1);
        assertThat(credentials.tokens.get("slack-acme")).isEqualTo("token-2");
        assertThat(rotation.problems()).isEmpty();
    }

    @Test
    void shouldAskAgainWhereSlackDoesNotAnswer() {
        clock.advance(Duration.ofHours(10));
        for (SlackResult<AppGrant> answer : List.<SlackResult<AppGrant>>of(
                new SlackResult.Unreachable<>("No network."),
                new SlackResult.Unknown<>("It was cut off."),
                new SlackResult.RateLimited<>(Duration.ofSeconds(30)),
                refused("bad_client_secret"))) {
            slack.answer = answer;
            rotation.run();
            assertThat(rotation.problems()).singleElement();
            assertThat(stored().lost()).isFalse();
        }

        slack.answer = null;
        rotation.run();

        assertThat(rotation.problems()).isEmpty();
        assertUsable();
    }

    @Test
    void shouldRenewAfterJenkinsWasDownForDays() {
        clock.advance(Duration.ofDays(9));
        restart();

        rotation.run();

        assertUsable();
    }

    @Test
    void shouldRenewBeforeItsTimeWhereSlackSaysThatATokenHasEnded() {
        slack.ended.add("token-1");
        rotation.run();
        assertThat(slack.checks).isZero();

        rotation.tokenHasEnded();
        rotation.run();

        assertThat(credentials.tokens).containsEntry("slack-acme", "token-2");
        assertUsable();
        rotation.run();
        assertThat(slack.checks).isEqualTo(1);
        assertThat(slack.calls).isEqualTo(1);
    }

    @Test
    void shouldNotRenewATokenThatSlackTakesWhereAnotherOneHasEnded() {
        rotation.tokenHasEnded();
        rotation.run();
        rotation.run();

        assertThat(slack.checks).isEqualTo(1);
        assertThat(slack.calls).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "account_inactive", "token_revoked"})
    void shouldNotRenewATokenThatSlackRefusesForAnotherReason(String error) {
        slack.checkAnswer = refused(error);
        rotation.tokenHasEnded();
        rotation.run();

        assertThat(slack.calls).isZero();
    }

    @Test
    void shouldAskAgainAboutATokenWhereSlackDoesNotAnswer() {
        slack.ended.add("token-1");
        slack.checkAnswer = new SlackResult.Unreachable<>("no route");
        rotation.tokenHasEnded();
        rotation.run();
        assertThat(slack.calls).isZero();

        slack.checkAnswer = null;
        rotation.run();

        assertUsable();
        assertThat(slack.calls).isEqualTo(1);
    }

    @Test
    void shouldLeaveATokenAloneThatSomebodyHasPutThere() {
        credentials.tokens.put("slack-acme", "by-hand");
        clock.advance(Duration.ofHours(10));

        rotation.run();

        assertThat(credentials.tokens).containsEntry("slack-acme", "by-hand");
        assertThat(slack.calls).isZero();
        assertThat(rotation.isNeeded()).isFalse();
        assertThat(rotation.problems()).isEmpty();
    }

    @Test
    void shouldRenewNoTokenWhoseCredentialHasAnotherWorkspacesByNow() throws IOException {
        var other = new AppGrant(
                "A1",
                new AppGrant.Owner("T2", "other"),
                false,
                "U2",
                List.of("chat:write"),
                IssuedSecret.of("token-of-other"),
                null,
                null);

        rotation.install(Installation.of(other, "slack-acme", clock.instant()), other.token());
        clock.advance(Duration.ofHours(10));
        rotation.run();

        assertThat(credentials.tokens).containsEntry("slack-acme", "token-of-other");
        assertThat(slack.calls).isZero();
        assertThat(store.all()).extracting(each -> each.owner().id()).containsExactly("T2");
    }

    @Test
    void shouldHaveNoSecretInItsFileAndInWhatItShows() throws IOException {
        var text = Files.readString(folder.resolve("f.json"));
        assertThat(text).contains("acme").doesNotContain("token-1", "refresh-1");
        assertThat(store.all().get(0).toString()).doesNotContain("token-1", "refresh-1");
    }
}
