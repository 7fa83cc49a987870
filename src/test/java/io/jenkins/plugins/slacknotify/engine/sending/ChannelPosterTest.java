package io.jenkins.plugins.slacknotify.engine.sending;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.api.RateLimits;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelPosterTest {
    /** What was to be done as a member was not done: its caller has nothing to look for. */
    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "500 Internal Server Error", "200 OK", "504 Gateway Timeout"})
    void shouldLeaveNoDoubtWhereNobodyKnowsWhetherTheBotHasJoined(String status) throws IOException {
        ManualClock clock = new ManualClock();
        try (FakeServer server = FakeServer.playing(connection -> {
                    connection.readRequest();
                    connection.send(response(status, "<h1>Blocked</h1>"));
                });
                SlackApiGateway gateway = patient()) {
            ChannelPoster poster = new ChannelPoster(gateway, ChannelIds.inMemory(), new RateLimits(clock), clock);

            SlackResult<String> answer = poster.asMember(
                    connectionTo(server),
                    "C0123456789",
                    () -> new SlackResult.Refused<>(new Refusal("not_in_channel", "Invite the bot.")));

            assertThat(answer).isInstanceOf(SlackResult.Unreachable.class);
        }
    }
}
