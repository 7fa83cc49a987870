package io.jenkins.plugins.slacknotify.people.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which look-ups {@link CachedSlackDirectory} makes, and which it answers without Slack. */
class CachedSlackDirectoryTest {
    private static final String ADA = "ada@example.org";
    private static final SlackUser USER = new SlackUser("U0ADA01", "Ada", false, false);
    private static final Duration DAY = Duration.ofDays(1);

    private final FakeWorkspaceGateway slack = new FakeWorkspaceGateway();
    private final SlackConnection acme = slack.token("a", "T1");
    private final ManualClock clock = new ManualClock();

    @TempDir
    Path folder;

    @Test
    void shouldAskOnceForSomebody() {
        slack.add("T1", ADA, USER);
        CachedSlackDirectory directory = directory();

        for (String address : List.of(ADA, "Ada@Example.ORG", " " + ADA + "\n")) {
            assertThat(directory.find(acme, address)).isEqualTo(found(USER));
        }
        assertThat(slack.calls()).containsExactly("T1 identify", "T1 byEmail " + ADA);
    }

    @Test
    void shouldAskForAMemberById() {
        slack.add("T1", USER.id(), USER);

        assertThat(directory().find(acme, USER.id())).isEqualTo(found(USER));
        assertThat(slack.lookUps()).containsExactly("T1 byId " + USER.id());
    }

    @Test
    void shouldRememberOverARestart() {
        slack.add("T1", ADA, USER);
        directory().find(acme, ADA);
        directory().find(acme, "nobody@example.org");

        CachedSlackDirectory restarted = directory();

        assertThat(restarted.find(acme, ADA)).isEqualTo(found(USER));
        assertThat(restarted.find(acme, "nobody@example.org")).isEqualTo(nobody());
        assertThat(slack.lookUps()).hasSize(2);
    }

    @Test
    void shouldAskOnceADayForAnUnknownAddress() {
        CachedSlackDirectory directory = directory();

        for (int hour = 0; hour < 48; hour++) {
            assertThat(directory.find(acme, ADA)).isEqualTo(nobody());
            clock.advance(Duration.ofHours(1));
        }
        assertThat(slack.lookUps()).hasSize(2);
    }

    @Test
    void shouldFindSomebodyWhoCameToSlackADayLater() {
        CachedSlackDirectory directory = directory();
        directory.find(acme, ADA);
        slack.add("T1", ADA, USER);

        assertThat(directory.find(acme, ADA)).isEqualTo(nobody());
        clock.advance(DAY);
        assertThat(directory.find(acme, ADA)).isEqualTo(found(USER));
    }

    @ParameterizedTest
    @CsvSource({"false, false, 7", "true, false, 1", "false, true, 1"})
    void shouldAskAgainForAPersonAfterDays(boolean deactivated, boolean bot, int days) {
        slack.add("T1", USER.id(), new SlackUser(USER.id(), "Ada", deactivated, bot));
        CachedSlackDirectory directory = directory();
        directory.find(acme, USER.id());

        clock.advance(DAY.multipliedBy(days).minusMillis(1));
        directory.find(acme, USER.id());
        assertThat(slack.lookUps()).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        directory.find(acme, USER.id());
        assertThat(slack.lookUps()).hasSize(2);
    }

    @Test
    void shouldNotTrustATimeThatAWrongClockHasSet() {
        clock.advance(DAY.multipliedBy(3650));
        directory().find(acme, ADA);
        clock.advance(DAY.multipliedBy(-3650));

        directory().find(acme, ADA);

        assertThat(slack.lookUps()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldPassOnWhatSlackDidNotSayAndAskAgain(SlackResult<Optional<SlackUser>> failure) {
        slack.add("T1", ADA, USER);
        CachedSlackDirectory directory = directory();
        slack.answerLookUps(() -> failure);
        assertThat(directory.find(acme, ADA)).isEqualTo(failure);
        slack.answerLookUps(null);
        clock.advance(Duration.ofSeconds(30));

        assertThat(directory.find(acme, ADA)).isEqualTo(found(USER));
    }

    static Stream<SlackResult<Optional<SlackUser>>> failures() {
        return Stream.of(
                new SlackResult.RateLimited<>(Duration.ofSeconds(30)),
                new SlackResult.Refused<>(new Refusal("missing_scope", "Add it")),
                new SlackResult.Unreachable<>("No network"),
                new SlackResult.Unknown<>("No answer in time"));
    }

    @Test
    void shouldNotAskByAMethodWhoseLimitIsNotOver() {
        slack.add("T1", ADA, USER);
        CachedSlackDirectory directory = directory();
        slack.answerLookUps(() -> new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        directory.find(acme, "grace@example.org");
        slack.answerLookUps(null);

        assertThat(directory.find(acme, ADA)).isEqualTo(new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        assertThat(slack.calls()).containsExactly("T1 identify", "T1 byEmail grace@example.org");
        assertThat(directory.find(acme, "U0000000ADA")).as("another method").isEqualTo(nobody());
    }

    @Test
    void shouldAskAgainWhoseTheTokenIsUntilSlackTells() {
        CachedSlackDirectory directory = directory();
        slack.answerIdentify(new SlackResult.Unreachable<>("No network"));
        assertThat(directory.find(acme, ADA)).isEqualTo(new SlackResult.Unreachable<>("No network"));
        slack.answerIdentify(null);

        assertThat(directory.find(acme, ADA)).isEqualTo(nobody());
        assertThat(slack.calls()).containsExactly("T1 identify", "T1 identify", "T1 byEmail " + ADA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../T1", "T1/x", "t1"})
    void shouldTakeNothingElseForAWorkspace(String teamId) {
        slack.answerIdentify(
                new SlackResult.Success<>(new BotIdentity("", teamId, "jenkins", "U0BOT", "", "", Set.of(), false)));

        assertThat(directory().find(acme, ADA)).isInstanceOf(SlackResult.Unknown.class);
        assertThat(slack.lookUps()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "ada", "@ada", "ada@", "a@b@c", "two words@example.org", "U1", "u0ada01", "C0123456"})
    void shouldNotAskForWhatNobodyCanHave(String asked) {
        assertThat(directory().find(acme, asked)).isEqualTo(nobody());
        assertThat(slack.calls()).isEmpty();
    }

    @Test
    void shouldNotAskForAnEndlessAddress() {
        assertThat(directory().find(acme, "a".repeat(250) + "@example.org")).isEqualTo(nobody());
        assertThat(slack.calls()).isEmpty();
    }

    // Java turns the Kelvin sign into a k in lower case.
    @Test
    void shouldNotTakeAnAddressForOneThatLooksLikeIt() {
        slack.add("T1", "kay@example.org", USER);

        assertThat(directory().find(acme, "\u212aay@example.org")).isEqualTo(nobody());
        assertThat(directory().find(acme, "KAY@example.org")).isEqualTo(found(USER));
    }

    @Test
    void shouldShareAnswersAmongTheTokensOfOneWorkspace() {
        CachedSlackDirectory directory = directory();
        directory.find(acme, ADA);
        directory.find(slack.token("b", "T1"), ADA);

        assertThat(slack.lookUps()).hasSize(1);
    }

    @Test
    void shouldNotBelieveAnotherServerAboutAWorkspace() {
        slack.add("T1", ADA, USER);
        SlackConnection elsewhere = new SlackConnection(URI.create("https://other.example/api/"), acme.token());
        CachedSlackDirectory directory = directory();
        directory.find(acme, ADA);
        directory.find(elsewhere, ADA);

        assertThat(slack.lookUps()).hasSize(2);
        assertThat(folder).isDirectoryContaining("glob:**/T1.json").isDirectoryContaining("glob:**/T1-*.json");
    }

    @Test
    void shouldForgetWhoWasNotAskedForLongest() {
        CachedSlackDirectory directory = new CachedSlackDirectory(slack, folder, clock, 3);
        List<String> addresses =
                IntStream.range(0, 4).mapToObj(n -> n + "@example.org").toList();
        addresses.subList(0, 3).forEach(each -> directory.find(acme, each));
        directory.find(acme, addresses.get(0));
        directory.find(acme, addresses.get(3));
        assertThat(slack.lookUps()).hasSize(4);

        directory.find(acme, addresses.get(0));
        assertThat(slack.lookUps()).hasSize(4);
        directory.find(acme, addresses.get(1));
        assertThat(slack.lookUps()).hasSize(5);
    }

    private CachedSlackDirectory directory() {
        return new CachedSlackDirectory(slack, folder, clock);
    }

    private static SlackResult<Optional<SlackUser>> found(SlackUser user) {
        return new SlackResult.Success<>(Optional.of(user));
    }

    private static SlackResult<Optional<SlackUser>> nobody() {
        return new SlackResult.Success<>(Optional.empty());
    }
}
