package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each build is sent with the token that it may use, also where two destinations are written alike. */
class TokensOfFoldersTest {
    private static final BotToken NORTH = BotToken.of("xoxb-1-north");
    private static final BotToken SOUTH = BotToken.of("xoxb-2-south");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MANY = 8;

    private final EngineBench bench = new EngineBench();
    private long nextPosition = 1;

    @BeforeEach
    void tokenByFolder() {
        bench.subscriptions = List.of();
        bench.tokens = (destination, build) -> ofFolder(build);
    }

    private static BotToken ofFolder(BuildKey build) {
        return build.job().contains("north") ? NORTH : SOUTH;
    }

    @ParameterizedTest
    @CsvSource({
        "north,           south",
        "teams/north,     teams/south",
        "north,           north/in/south",
        "a b/north,       a/b south",
        "north%2Fx,       south/x",
    })
    void shouldSendTheBuildsOfEachFolderWithItsToken(String north, String south) {
        // Once contains "north", for both, so the longer name decides.
        bench.tokens = (destination, build) -> build.job().startsWith(south + "/") ? SOUTH : NORTH;
        slackIsBusy();
        for (int number = 1; number <= MANY; number++) {
            fail(north + "/of-north", number, "slack-bot", "#builds");
            fail(south + "/of-south", number, "slack-bot", "#builds");
        }
        bench.advance(HOUR);

        assertThat(bench.slack.contentsBy(NORTH))
                .hasSizeLessThan(MANY)
                .isNotEmpty()
                .allMatch(text -> text.contains("of-north") && !text.contains("of-south"));
        assertThat(bench.slack.contentsBy(SOUTH))
                .hasSizeLessThan(MANY)
                .isNotEmpty()
                .allMatch(text -> text.contains("of-south") && !text.contains("of-north"));
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "[partner],      #news",
        "'[partner]',    NEWS",
        "workspace/partner, #news",
    })
    void shouldKeepTheWorkspaceOfAnAdministratorFromACredentialOfThatName(String credentialsId, String channel) {
        bench.tokens = (destination, build) -> destination.workspace() == null ? NORTH : SOUTH;
        slackIsBusy();
        for (int number = 1; number <= MANY; number++) {
            fail("forger/of-north", number, new Destination(credentialsId, channel));
            fail("partner/of-south", number, Destination.inWorkspace("partner", "#news"));
        }
        bench.advance(HOUR);

        assertThat(bench.slack.contentsBy(NORTH))
                .isNotEmpty()
                .allMatch(text -> text.contains("of-north") && !text.contains("of-south"));
        assertThat(bench.slack.contentsBy(SOUTH))
                .isNotEmpty()
                .allMatch(text -> text.contains("of-south") && !text.contains("of-north"));
    }

    @Test
    void shouldNotifyBothOfOneBuildWhereTwoDestinationsAreWrittenAlike() {
        bench.tokens = (destination, build) -> destination.workspace() == null ? NORTH : SOUTH;
        BuildEvent event = failure("team/job", 1);
        bench.engine.buildCompleted(event, to(new Destination("[partner]", "#news")));
        bench.engine.buildCompleted(event, to(Destination.inWorkspace("partner", "#news")));
        bench.advance(HOUR);

        assertThat(bench.slack.contentsBy(NORTH)).hasSize(1);
        assertThat(bench.slack.contentsBy(SOUTH)).hasSize(1);
    }

    @Test
    void shouldFoldTheBuildsOfAllProjectsThatFindOneCredentialInTheFolderAroundThem() {
        bench.tokens = (destination, build) -> build.job().startsWith("org/own/") ? SOUTH : NORTH;
        bench.credentialFolders =
                (id, job) -> Optional.of(job.startsWith("org/own/") ? "org/own" : job.startsWith("org/") ? "org" : "");
        bench.newProcess();
        slackIsBusy();
        for (int number = 1; number <= MANY; number++) {
            fail("org/project" + number + "/main", 1, "slack-bot", "#builds");
            fail("org/own/project" + number + "/main", 1, "slack-bot", "#builds");
        }
        bench.advance(HOUR);

        assertThat(bench.slack.contentsBy(NORTH))
                .hasSizeLessThan(MANY)
                .allMatch(text -> text.contains("org/project") && !text.contains("org/own"));
        assertThat(bench.slack.contentsBy(SOUTH))
                .hasSizeLessThan(MANY)
                .allMatch(text -> text.contains("org/own") && !text.contains("org/project"));
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldKeepTheOrderThoughTheCredentialBecomesThatOfAnotherFolderMeanwhile() throws Exception {
        bench.credentialFolders = (id, job) -> Optional.of("org");
        bench.newProcess();
        slackIsBusy();
        DeliveryHandle first = bench.announce(
                named("first").with("slack-bot").of(failure("org/a/main", 1)).saying("Deploying"));
        bench.credentialFolders = (id, job) -> Optional.of("org/a");
        bench.announce(
                named("second").of(failure("org/a/main", 1)).saying("Deployed").inPlaceOf(first));
        assertThat(bench.store.heads())
                .extracting(head -> head.order().lane())
                .containsOnly("credential/slack-bot/org/#builds");
        bench.advance(HOUR);

        assertThat(bench.slack.texts()).last().isEqualTo("Deployed");
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldDoAsWellWhereNobodyCanTellWhoseACredentialIs() {
        bench.credentialFolders = (id, job) -> {
            throw new IllegalStateException("for the test");
        };
        bench.newProcess();
        try (LoggedRecords log = LoggedRecords.of("io.jenkins.plugins.slacknotify.engine.planning.LaneFinder")) {
            fail("org/a/main", 1, "slack-bot", "#builds");
            assertThat(log.messages()).containsExactly("Could not tell whose credential slack-bot is");
        }
        bench.advance(HOUR);

        assertThat(bench.slack.texts()).hasSize(1);
    }

    /** A credential that is a parameter of a build is another one in the next build. */
    @Test
    void shouldFoldNoBuildsThatFindDifferentTokens() {
        bench.tokens = (destination, build) -> build.build() % 2 == 0 ? NORTH : SOUTH;
        slackIsBusy();
        for (int number = 1; number <= 2 * MANY; number++) {
            fail("team/" + (number % 2 == 0 ? "of-north" : "of-south") + number, number, "CHOSEN", "#builds");
        }
        bench.advance(HOUR);

        assertThat(bench.slack.contentsBy(NORTH)).hasSizeLessThan(MANY).allMatch(text -> !text.contains("of-south"));
        assertThat(bench.slack.contentsBy(SOUTH)).hasSizeLessThan(MANY).allMatch(text -> !text.contains("of-north"));
        assertThat(told("of-north", NORTH)).isEqualTo(MANY);
        assertThat(told("of-south", SOUTH)).isEqualTo(MANY);
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldLookForADigestOnlyWithTheTokenOfItsBuilds() {
        bench.tokens = (destination, build) -> SOUTH;
        slackIsBusy();
        for (int number = 1; number <= MANY; number++) {
            fail("team/of-both" + number, number, "CHOSEN", "#builds");
        }
        bench.slack.answerPost(new SlackResult.Unknown<>("No answer in time"));
        bench.advance(Duration.ofSeconds(11));
        bench.tokens = (destination, build) -> build.build() % 2 == 0 ? NORTH : SOUTH;
        bench.advance(HOUR);

        assertThat(told("of-both", NORTH)).isEqualTo(MANY / 2);
        assertThat(told("of-both", SOUTH)).isEqualTo(MANY / 2);
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldHoldABuildWithoutATokenForItselfAlone() {
        bench.tokens = (destination, build) -> {
            if (build.job().contains("south")) {
                throw new TokenUnavailableException("There is no credential for " + build.job());
            }
            return NORTH;
        };
        slackIsBusy();
        for (int number = 1; number <= MANY; number++) {
            fail("team/of-south" + number, number, "CHOSEN", "#builds");
            fail("team/of-north" + number, number, "CHOSEN", "#builds");
        }
        bench.advance(Duration.ofMinutes(1));

        assertThat(told("of-north", NORTH)).isEqualTo(MANY);
        assertThat(bench.engine.deliveries().latest(0))
                .hasSize(MANY)
                .allSatisfy(delivery -> assertThat(delivery)
                        .returns(Delivery.State.HELD, it -> it.state())
                        .returns("There is no credential for " + delivery.job(), it -> it.note()));
    }

    @Test
    void shouldTryAgainWhatDependsOnTheFolderThatHasChanged() {
        bench.tokens = (destination, build) -> {
            throw new TokenUnavailableException("There is no credential");
        };
        fail("north/job", 1, "slack-bot", "#builds");
        fail("north/in/job", 2, "slack-bot", "#builds");
        fail("northern/job", 3, "slack-bot", "#builds");
        fail("south/job", 4, "slack-bot", "#builds");
        fail("north/job", 5, new Destination(null, "#builds"));
        bench.run();
        bench.tokens = (destination, build) -> NORTH;
        bench.engine.retries().credentialsChanged("north");
        bench.run();

        assertThat(bench.engine.deliveries().latest(9))
                .filteredOn(delivery -> delivery.state() == Delivery.State.SENT)
                .extracting(delivery -> delivery.job() + delivery.build())
                .containsExactlyInAnyOrder("north/job#1", "north/in/job#2");
    }

    @Test
    void shouldNotEndAPauseOfSlackForACredentialThatHasChanged() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        fail("north/job", 1, "slack-bot", "#builds");
        bench.run();
        bench.engine.retries().credentialsChanged();
        bench.engine.retries().credentialsChanged("north");
        bench.run();
        assertThat(bench.slack.calls()).hasSize(1);

        bench.advance(Duration.ofSeconds(31));
        assertThat(bench.slack.contentsBy(NORTH)).hasSize(1);
    }

    /** Before there were keys, the builds of all folders that wrote a destination alike waited in one lane. */
    @Test
    void shouldSendWhatAnEarlierVersionHasPutIntoOneLane() throws IOException {
        for (int number = 1; number <= MANY; number++) {
            leave(failure("north/of-north", number), "slack-bot #builds", new Destination("slack-bot", "#builds"));
            leave(failure("south/of-south", number), "slack-bot #builds", new Destination("slack-bot", "#builds"));
        }
        bench.newProcess();
        bench.advance(HOUR);

        assertThat(bench.slack.contentsBy(NORTH))
                .isNotEmpty()
                .allMatch(text -> text.contains("of-north") && !text.contains("of-south"));
        assertThat(bench.slack.contentsBy(SOUTH))
                .isNotEmpty()
                .allMatch(text -> text.contains("of-south") && !text.contains("of-north"));
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldSendAnAnswerBehindTheMessageThatAnEarlierVersionHasLeft() throws Exception {
        String id = leave(failure("north/job", 1), "slack-bot #builds", new Destination("slack-bot", "#builds"));
        slackIsBusy();
        bench.newProcess();
        DeliveryHandle answer = answer(id, failure("north/job", 1));

        assertThat(bench.find(answer).entry().lane()).isEqualTo("slack-bot #builds");
        bench.advance(HOUR);
        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(bench.slack.messages().get(1).threadTs())
                .isEqualTo(bench.slack.messages().get(0).location().ts());
    }

    @Test
    void shouldNotTakeAnAnswerFromElsewhereIntoTheLaneOfAnotherFolder() throws Exception {
        String id = leave(failure("north/job", 1), "slack-bot #builds", new Destination("slack-bot", "#builds"));
        slackIsBusy();
        bench.newProcess();

        assertThat(bench.find(answer(id, failure("south/job", 1))).entry().lane())
                .isNotEqualTo("slack-bot #builds");
    }

    @Test
    void shouldKnowTheChannelOfOneFolderForThatFolderAlone(@TempDir Path home) {
        bench.channelFolder = home;
        bench.newProcess();
        fail("north/of-north", 1, "slack-bot", "#builds");
        bench.run();
        bench.newProcess();
        fail("south/of-south", 1, "slack-bot", "#builds");
        fail("north/of-north", 2, "slack-bot", "#builds");
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().channel())
                .containsExactlyInAnyOrder("#builds", "#builds", FakeSlack.idOf("#builds"));
    }

    private DeliveryHandle answer(String id, BuildEvent by) throws CannotAnnounceException {
        return bench.announce(
                named("answer").of(by).saying("An answer").inThreadOf(new DeliveryHandle(id, "#builds", true)));
    }

    /** The first message is rate limited for ten seconds, so that all the others come together. */
    private void slackIsBusy() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(10)));
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(10)));
    }

    /** How often builds are named, apart from the notification of a digest, which names the worst of its builds once more. */
    private long told(String job, BotToken token) {
        return bench.slack.contentsBy(token).stream()
                .map(text -> text.contains(" builds*: ") ? text.substring(text.indexOf("[{")) : text)
                .mapToLong(text -> text.split(job, -1).length - 1L)
                .sum();
    }

    private String leave(BuildEvent event, String lane, Destination destination) throws IOException {
        BuildNews news =
                BuildNews.routed(Envelope.toChannel(event, Severity.ERROR, destination), MessageOptions.DEFAULT);
        String id = DeliveryIds.ofCompleted(event.key(), destination);
        Entry entry = new Entry(
                id,
                new SendOrder(lane, DeliveryIds.conversation(event.key()), Severity.ERROR.ordinal(), true),
                bench.clock.instant(),
                NotificationCodec.write(news));
        bench.store.add(Delivery.accepted(entry, nextPosition++));
        return id;
    }

    private void fail(String job, int number, String credentialsId, String channel) {
        fail(job, number, new Destination(credentialsId, channel));
    }

    private void fail(String job, int number, Destination destination) {
        bench.engine.buildCompleted(failure(job, number), to(destination));
    }

    private static JobRules to(Destination destination) {
        return new JobRules(
                List.of(new RuleSet(
                        RuleScope.FOLDER,
                        "",
                        List.of(Routers.notifying(destination, Set.of(EventKind.REGRESSED, EventKind.FAILURE))))),
                true);
    }

    private static BuildEvent failure(String job, int number) {
        return aBuild().of(job)
                .named(job, "#" + number)
                .number(number)
                .that(Outcome.FAILURE, Trend.REGRESSED)
                .build();
    }
}
