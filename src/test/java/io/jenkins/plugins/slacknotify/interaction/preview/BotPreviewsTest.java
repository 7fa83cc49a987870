package io.jenkins.plugins.slacknotify.interaction.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The previews against a server that keeps Slack's rules. */
class BotPreviewsTest {
    private static final String URL = "https://ci.example.org/job/shop/12/";
    private static final String CARD =
            new MessageRenderer().renderCard(BuildEvents.aFailure(), Severity.ERROR, List.of());

    private final SlackSandbox slack = SlackSandbox.start();
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final SlackViews views = new SlackClient(HttpSettings.defaults()).views(Duration.ofSeconds(10));
    private SlackResult<Optional<SlackConnection>> bot;
    private BotPreviews previews;
    private SandboxMember ada;

    @BeforeEach
    void install() {
        String token = acme.installBot("jenkins");
        bot = new SlackResult.Success<>(
                Optional.of(new SlackConnection(URI.create(slack.apiUrl()), BotToken.of(token))));
        previews = new BotPreviews(installation -> bot, views);
        ada = slack.as(acme.user("Ada", "ada@example.org"));
        acme.channel("builds").invite("jenkins").invite("Ada");
    }

    @AfterEach
    void stop() {
        views.close();
        slack.close();
    }

    /** What the gate makes of an event that the sandbox has sent. */
    private static PreviewTarget target(Exchange exchange, boolean withId) {
        return PreviewTarget.of(request(exchange, withId)).orElseThrow();
    }

    private static LinkShared request(Exchange exchange, boolean withId) {
        JsonObject event = exchange.payload().getAsJsonObject("event");
        boolean typing = event.get("source").getAsString().equals(LinkShared.COMPOSER);
        var origin = Requests.origin("r1", event.get("user").getAsString());
        return new LinkShared(
                new RequestOrigin(
                        origin.id(),
                        origin.installation(),
                        origin.requester(),
                        typing ? null : event.get("channel").getAsString(),
                        origin.ticket(),
                        origin.transport(),
                        origin.receivedAt()),
                List.of(URL),
                typing ? null : new MessageReference(event.get("message_ts").getAsString(), null),
                withId ? event.get("unfurl_id").getAsString() : null,
                withId ? event.get("source").getAsString() : null);
    }

    private ApiCall call() {
        List<ApiCall> calls = slack.awaitCalls("chat.unfurl", 1, Duration.ofSeconds(10));
        return calls.get(calls.size() - 1);
    }

    @Test
    void shouldShowPreviewsInAMessageAndInOneThatIsBeingTyped() {
        for (boolean withId : new boolean[] {true, false}) {
            assertThat(previews.show(target(ada.postLink("builds", "see " + URL), withId), Map.of(URL, CARD)))
                    .as("with an id: " + withId)
                    .isTrue();
            assertThat(call().arguments().keySet())
                    .containsExactlyInAnyOrder(
                            withId
                                    ? new String[] {"unfurl_id", "source", "unfurls"}
                                    : new String[] {"channel", "ts", "unfurls"});
        }
        assertThat(previews.show(target(ada.typeLink(URL), true), Map.of(URL, CARD)))
                .isTrue();

        var shown = JsonParser.parseString(call().arguments().get("unfurls")).getAsJsonObject();
        assertThat(shown.getAsJsonObject(URL).getAsJsonArray("blocks")).hasSize(2);
        assertThat(PreviewTarget.of(request(ada.typeLink(URL), false)))
                .as("Slack named neither the message nor an id")
                .isEmpty();
    }

    @Test
    void shouldAskOnlyWhoeverPosted() {
        assertThat(previews.invite(
                        target(ada.postLink("builds", URL), true),
                        "Who are you?",
                        "https://ci.example.org/link?code=a&b"))
                .isTrue();

        assertThat(call().arguments())
                .containsEntry("unfurls", "{}")
                .containsEntry("user_auth_message", "Who are you?")
                .containsEntry("user_auth_url", "https://ci.example.org/link?code=a&b");
    }

    @Test
    void shouldEndQuietlyWhereSlackShowsNothing() {
        assertThat(previews.show(
                        target(ada.postLink("builds", URL), true), Map.of("https://ci.example.org/other", CARD)))
                .as("the message has no such link")
                .isFalse();

        PreviewTarget request = target(ada.postLink("builds", URL), true);
        bot = new SlackResult.Success<>(Optional.empty());
        assertThat(previews.show(request, Map.of(URL, CARD))).isFalse();
        bot = new SlackResult.Unreachable<>("down");
        assertThat(previews.show(request, Map.of(URL, CARD))).isFalse();
    }
}
