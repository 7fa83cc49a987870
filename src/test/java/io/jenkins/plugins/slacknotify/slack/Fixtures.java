package io.jenkins.plugins.slacknotify.slack;

import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.net.URI;
import java.time.Duration;

/** The token, message and gateways that most tests of this package use. */
public final class Fixtures {

    public static final String SECRET = "xoxb-1234567890-abcdefghijklmnop";
    public static final OutgoingMessage MESSAGE = OutgoingMessage.of("#builds", "hello", "delivery-1");
    public static final String POSTED = "{\"ok\":true,\"channel\":\"C0123456\",\"ts\":\"1724148000.000100\"}";
    public static final MessageLocation LOCATION = new MessageLocation("C0123456", "1724148000.000100");

    /** The result of a post that {@link #POSTED} answers. */
    public static final SlackResult<PostedMessage> POSTED_MESSAGE =
            new SlackResult.Success<>(new PostedMessage(LOCATION, null));

    private Fixtures() {}

    public static SlackConnection connectionTo(String apiUrl) {
        return new SlackConnection(URI.create(apiUrl), BotToken.of(SECRET));
    }

    public static SlackConnection connectionTo(FakeServer server) {
        return connectionTo(server.apiUrl());
    }

    /** For calls that are to be answered, on however slow a machine. */
    public static SlackApiGateway patient() {
        return new SlackApiGateway(HttpSettings.defaults());
    }

    /** For calls that are never answered. */
    public static SlackApiGateway impatient() {
        return new SlackApiGateway(HttpSettings.defaults().withTimeout(Duration.ofMillis(300)));
    }

    public static SlackResult<PostedMessage> postTo(FakeServer server) {
        try (SlackApiGateway gateway = patient()) {
            return gateway.post(connectionTo(server), MESSAGE);
        }
    }

    public static Refusal refusal(SlackResult<?> answer) {
        return ((SlackResult.Refused<?>) answer).refusal();
    }

    public static String whyUnknown(SlackResult<?> answer) {
        return ((SlackResult.Unknown<?>) answer).why();
    }

    public static String whyUnreachable(SlackResult<?> answer) {
        return ((SlackResult.Unreachable<?>) answer).why();
    }
}
