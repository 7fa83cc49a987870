package io.jenkins.plugins.slacknotify.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final SlackConnection ACME = connection("xoxb-acme");
    private static final SlackConnection OTHER = connection("xoxb-other");
    private static final SlackResult<String> LIMITED = new SlackResult.RateLimited<>(Duration.ofSeconds(30));
    private static final SlackResult<String> DONE = new SlackResult.Success<>("done");

    private final ManualClock clock = new ManualClock();
    private final RateLimits limits = new RateLimits(clock);

    private static SlackConnection connection(String token) {
        return SlackConnection.toSlack(BotToken.of(token));
    }

    private SlackResult<String> call(SlackConnection connection, String method) {
        return limits.call(connection, method, () -> DONE);
    }

    @Test
    void shouldNotCallAMethodThatRests() {
        assertThat(limits.call(ACME, "users.info", () -> LIMITED)).isEqualTo(LIMITED);
        clock.advance(Duration.ofSeconds(10));

        assertThat(call(ACME, "users.info")).isEqualTo(new SlackResult.RateLimited<>(Duration.ofSeconds(20)));
        clock.advance(Duration.ofSeconds(20));
        assertThat(call(ACME, "users.info")).isEqualTo(DONE);
    }

    @Test
    void shouldCallOtherMethodsAndForOtherWorkspaces() {
        limits.call(ACME, "users.info", () -> LIMITED);

        assertThat(call(ACME, "chat.update")).isEqualTo(DONE);
        assertThat(call(OTHER, "users.info")).isEqualTo(DONE);
    }

    @Test
    void shouldNotRestForLongerBecauseTheClockIsSetBack() {
        limits.call(ACME, "users.info", () -> LIMITED);
        clock.jump(Duration.ofHours(-1));

        assertThat(call(ACME, "users.info")).isEqualTo(DONE);
    }
}
