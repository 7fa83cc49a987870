package io.jenkins.plugins.slacknotify.slack;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED_MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlackClientTest {
    private final SlackClient client = new SlackClient(HttpSettings.defaults());

    @Test
    void shouldEndOnlyTheCallsOfTheGatewayThatIsClosed() throws IOException {
        SlackGateway closed = client.gateway(Duration.ofSeconds(10));
        FakeServer.Script closesTheOther = connection -> {
            connection.readRequest();
            closed.close();
            connection.send(response("200 OK", POSTED));
        };
        try (FakeServer server = FakeServer.playing(closesTheOther);
                SlackGateway open = client.gateway()) {
            assertThat(open.post(connectionTo(server), MESSAGE)).isEqualTo(POSTED_MESSAGE);
            assertThat(closed.post(connectionTo(server), MESSAGE)).isInstanceOf(SlackResult.Unreachable.class);
        }
    }

    @Test
    void shouldKeepToTheTimeLimitOfTheGateway() throws IOException {
        try (FakeServer server = FakeServer.playing(FakeServer.Connection::awaitEnd);
                SlackGateway gateway = client.gateway(Duration.ofMillis(300))) {
            assertThat(whyUnknown(gateway.post(connectionTo(server), MESSAGE))).startsWith("No answer in time");
        }
    }
}
