package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    @Test
    void shouldHoldWithWordsWhereThereIsNoToken() {
        EngineBench bench = new EngineBench();
        bench.noToken = "There is no credential 'slack'. Choose another in Manage Jenkins » System.";
        DeliveryHandle handedOver = bench.engine.buildCompleted(aFailure()).get(0);
        bench.run();

        assertThat(bench.slack.calls()).isEmpty();
        assertThat(bench.find(handedOver))
                .returns(Delivery.State.HELD, Delivery::state)
                .returns(bench.noToken, Delivery::note);
    }

    /** As providers do whose server is away. */
    @Test
    void shouldHoldWithAReasonWhatFailsInTheProvider() throws CannotAnnounceException {
        EngineBench bench = new EngineBench();
        TokenSource answering = bench.tokens;
        bench.tokens = (destination, build) -> {
            throw TokenUnavailableException.notNow(new IllegalStateException("No answer of /v1/secret/hunter2"));
        };
        DeliveryHandle handedOver =
                bench.announce(named("a").saying("The author's words").to("#builds"));
        bench.advance(Duration.ofHours(2));

        assertThat(bench.askedTokens).hasSizeGreaterThan(12);
        assertThat(bench.find(handedOver))
                .returns(Delivery.State.HELD, Delivery::state)
                .satisfies(it ->
                        assertThat(it.note()).contains("credentials provider").doesNotContain("hunter2"));

        bench.tokens = answering;
        bench.advance(Duration.ofMinutes(10));
        assertThat(bench.slack.texts()).containsExactly("The author's words");
    }

    @Test
    void shouldAskForTheTokenAtEveryAttempt() {
        EngineBench bench = new EngineBench();
        bench.slack.answerPost(FakeSlack.refused("team_added_to_org", "The workspace is being moved."));
        bench.engine.buildCompleted(aFailure());
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.askedTokens).hasSize(2);
        assertThat(bench.slack.texts()).hasSize(1);
    }

    @Test
    void shouldWriteNoTokenToDisk(@TempDir Path home) throws Exception {
        EngineBench bench = new EngineBench(new JournalOutboxStore(home, new ManualClock()));
        bench.slack.answerPost(FakeSlack.refused("invalid_auth", "Slack does not know this token."));
        bench.engine.buildCompleted(aFailure());
        bench.announce(named("a").saying("Hello").with("team-bot").to("#oncall"));
        assertThat(contents(home))
                .anyMatch(content -> content.contains("team-bot"))
                .noneMatch(content -> content.contains("xox"));

        bench.run();
        assertThat(bench.slack.lastConnection().token().toString()).doesNotContain("bench");
        assertThat(contents(home))
                .anyMatch(content -> content.contains("team-bot"))
                .noneMatch(content -> content.contains("xox"));
    }

    private static List<String> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(TokensTest::content).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
