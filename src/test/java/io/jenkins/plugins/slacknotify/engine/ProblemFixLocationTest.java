package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.engine.report.Problems;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The place where a problem is fixed, for administrators, and the note on the deliveries behind it, for everybody. */
class ProblemFixLocationTest {
    private final EngineBench bench = new EngineBench();

    @ParameterizedTest
    @CsvSource({
        "token_revoked, SYSTEM_SETTINGS",
        "missing_scope, SYSTEM_SETTINGS",
        "not_in_channel, ELSEWHERE",
        "is_archived, ELSEWHERE"
    })
    void shouldTellWhereARefusalIsMended(String error, Problem.FixLocation mend) {
        refuse(error);
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(bench.engine.deliveries().problems())
                .containsExactly(new Problem("Mend it. (" + error + ")", mend, bench.clock.instant(), 1));
    }

    @Test
    void shouldTellTheTokenOfAJobFromThatOfTheSystem() throws Exception {
        refuse("token_revoked");
        bench.announce(named("a").saying("Hello").with("of-a-job"));
        bench.run();

        assertThat(bench.engine.deliveries().problems())
                .extracting(Problem::fixLocation)
                .containsExactly(Problem.FixLocation.TOKEN_OF_A_JOB);
    }

    @Test
    void shouldLeadToTheTokenWhereThereIsNone() {
        bench.noToken = "There is no bot token.";
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(bench.engine.deliveries().problems())
                .extracting(Problem::fixLocation)
                .containsExactly(Problem.FixLocation.SYSTEM_SETTINGS);
    }

    @Test
    void shouldTellThatMessagesAreLateAndUntilWhen() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofMinutes(15)));
        bench.engine.buildCompleted(aFailure());
        bench.run();
        assertThat(bench.engine.deliveries().problems()).isEmpty();

        bench.advance(Problems.LATE_AFTER.plusSeconds(1));

        assertThat(bench.engine.deliveries().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.description()).matches("Messages are late: rate limited until \\d\\d:15:00 .+");
            assertThat(problem.fixLocation()).isEqualTo(Problem.FixLocation.ELSEWHERE);
        });
        bench.advance(Duration.ofMinutes(5));
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldTellHowAPersonEndsADoubt() {
        bench.slack.answerPost(new SlackResult.Unknown<>("No answer in time"));
        for (int look = 0; look < 30; look++) {
            bench.slack.answerFind(FakeSlack.refused("http_403", "Ask who runs the proxy"));
        }
        bench.engine.buildCompleted(aFailure());
        bench.advance(Problems.LATE_AFTER.plusMinutes(1));

        assertThat(bench.engine.deliveries().problems())
                .singleElement()
                .extracting(Problem::description)
                .asString()
                .contains(
                        "Messages are late: ", "Slack does not tell", "http_403", "discard it on the page Deliveries");
    }

    @Test
    void shouldTellWhatWasNotTriedYetWhyItWaits() throws Exception {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofMinutes(15)));
        bench.announce(named("limited").saying("Limited").to("#builds"));
        bench.run();
        bench.announce(named("behind").saying("Behind").to("#builds"));
        bench.run();

        assertThat(bench.engine.deliveries().latest(0))
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.note()).startsWith("rate limited until"));
        assertThat(bench.engine.deliveries().ofBuild(aFailure().key()))
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.note()).startsWith("rate limited until"));
    }

    private void refuse(String error) {
        bench.slack.answerPost(new SlackResult.Refused<>(new Refusal(error, "Mend it.")));
    }
}
