package io.jenkins.plugins.slacknotify.slack.gateway;

import static io.jenkins.plugins.slacknotify.slack.Fixtures.patient;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.Fixtures;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.model.SearchRange;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway against a server that keeps Slack's rules. */
class SlackGatewayInSandboxTest {

    private static final OutgoingMessage MESSAGE = OutgoingMessage.of("#builds", "It failed", "delivery-1");

    private final SlackSandbox slack = SlackSandbox.start();
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final SlackApiGateway gateway = patient();
    private SandboxChannel builds;
    private String token;
    private SlackConnection connection;

    @BeforeEach
    void install() {
        token = acme.installBot("jenkins");
        connection = connectionWith(token);
        builds = acme.channel("builds").invite("jenkins");
    }

    @AfterEach
    void stop() {
        gateway.close();
        slack.close();
    }

    @Test
    void shouldPostUpdateAndFindTheWayBack() {
        MessageLocation location = post(MESSAGE);
        gateway.update(connection, location, OutgoingMessage.of("#builds", "It works again", "delivery-2"));

        assertThat(location.channel()).isEqualTo(builds.id());
        assertThat(acme.messagesIn("builds")).extracting(SandboxMessage::text).containsExactly("It works again");
        assertThat(gateway.permalink(connection, location).success())
                .contains(acme.url() + "archives/" + builds.id() + "/p"
                        + location.ts().replace(".", ""));
    }

    @Test
    void shouldPutAnEmojiBelowAMessageOnce() {
        MessageLocation location = post(MESSAGE);

        assertThat(gateway.react(connection, location, "rocket")).isEqualTo(new SlackResult.Success<>(location));
        assertThat(gateway.react(connection, location, "rocket"))
                .as("done before, perhaps by a call whose answer was lost")
                .isEqualTo(new SlackResult.Success<>(location));
        assertThat(acme.messagesIn("builds").get(0).reactions()).hasSize(1);
    }

    @Test
    void shouldTellWhyAnEmojiWasRefused() {
        MessageLocation location = post(MESSAGE);
        SlackConnection writer = connectionWith(acme.installBot("writer", "chat:write"));

        assertThat(refusal(gateway.react(connection, location, "no such")).isAboutTheMessage())
                .isTrue();
        assertThat(refusal(gateway.react(writer, location, "rocket")).remedy()).contains("reactions:write");
    }

    @Test
    void shouldShowBlocksOfKindsThatAreNotKnownHere() {
        String blocks = "[{\"type\":\"table\",\"rows\":[[{\"type\":\"raw_text\",\"text\":\"a\"}]]}]";

        gateway.post(connection, MESSAGE.withBlocks(blocks)).success().orElseThrow();

        assertThat(acme.messagesIn("builds").get(0).blocks()).hasToString(blocks);
    }

    @Test
    void shouldFindWhatWasPostedThoughTheAnswerWasLost() {
        Instant before = Instant.now();
        slack.faults().next("chat.postMessage", Fault.acceptedButAnswerLost());

        assertThat(gateway.post(connection, MESSAGE)).isInstanceOf(SlackResult.Unknown.class);

        String ts = acme.messagesIn("builds").get(0).ts();
        assertThat(find(builds.id(), null, "delivery-1", before))
                .isEqualTo(found(new MessageLocation(builds.id(), ts), null));
        assertThat(find(builds.id(), null, "delivery-2", before))
                .isEqualTo(new SlackResult.Success<>(Optional.empty()));
    }

    @Test
    void shouldFindAReplyInItsThread() {
        Instant before = Instant.now();
        MessageLocation first = post(MESSAGE);
        MessageLocation reply =
                post(OutgoingMessage.of("#builds", "Why", "delivery-2").inThread(first.ts()));

        assertThat(find(builds.id(), first.ts(), "delivery-2", before)).isEqualTo(found(reply, first.ts()));
        assertThat(find(builds.id(), null, "delivery-2", before))
                .isEqualTo(new SlackResult.Success<>(Optional.empty()));
    }

    @Test
    void shouldFindAMessageAgainAfterItsUpdate() {
        Instant before = Instant.now();
        MessageLocation location = post(MESSAGE);
        gateway.update(connection, location, OutgoingMessage.of("#builds", "It works again", "delivery-2"));

        assertThat(find(builds.id(), null, "delivery-1", before)).isEqualTo(found(location, null));
    }

    @Test
    void shouldTellTheIdOfAChannel() {
        String secret = acme.privateChannel("secret").invite("jenkins").id();
        acme.privateChannel("others");
        for (int number = 0; number < 1_200; number++) {
            acme.channel("team-" + number);
        }
        String last = acme.channel("last").id();

        assertThat(gateway.channelId(connection, "builds")).isEqualTo(new SlackResult.Success<>(builds.id()));
        assertThat(gateway.channelId(connection, "secret")).isEqualTo(new SlackResult.Success<>(secret));
        assertThat(gateway.channelId(connection, "last")).isEqualTo(new SlackResult.Success<>(last));
        assertThat(refusal(gateway.channelId(connection, "others")).error()).isEqualTo("channel_not_found");
    }

    @Test
    void shouldFindAChannelBehindPagesOfArchivedOnes() {
        for (int number = 0; number < 2_500; number++) {
            acme.channel("old-" + number).archive();
        }
        String last = acme.channel("last").id();

        assertThat(gateway.channelId(connection, "last")).isEqualTo(new SlackResult.Success<>(last));
    }

    @Test
    void shouldFindAChannelOnAPageThatIsTooLongToBeRead() {
        for (int number = 0; number < 1_000; number++) {
            acme.channel("team-" + number).describe("x".repeat(5_000));
        }
        String last = acme.channel("last").id();

        assertThat(gateway.channelId(connection, "last")).isEqualTo(new SlackResult.Success<>(last));
    }

    @Test
    void shouldGoOnWithASearchThatSlackHasInterrupted() {
        for (int number = 0; number < 2_000; number++) {
            acme.channel("team-" + number);
        }
        String last = acme.channel("last").id();
        slack.faults().nextTimesAbout("999", 1, "conversations.list", Fault.delay(Duration.ZERO));
        slack.faults().nextTimesAbout("1998", 1, "conversations.list", Fault.rateLimited(Duration.ofSeconds(30)));

        assertThat(gateway.channelId(connection, "last")).isInstanceOf(SlackResult.RateLimited.class);
        long before = slack.callCounts().get("conversations.list");
        assertThat(gateway.channelId(connection, "last")).isEqualTo(new SlackResult.Success<>(last));
        assertThat(slack.callCounts()).containsEntry("conversations.list", before + 1);
    }

    @Test
    void shouldNotCallAChannelMisspeltWhereThereAreTooMany() throws IOException {
        String page = "{\"ok\":true,\"channels\":[],\"response_metadata\":{\"next_cursor\":\"more\"}}";
        try (FakeServer grid = FakeServer.answering(page)) {
            assertThat(refusal(gateway.channelId(Fixtures.connectionTo(grid), "last")))
                    .returns("too_many_channels", Refusal::error)
                    .satisfies(refusal -> assertThat(refusal.remedy()).contains("#last", "channel's id"));
        }
    }

    @Test
    void shouldNameTheScopeThatTellingTheIdNeeds() {
        SlackConnection writer = connectionWith(acme.installBot("writer", "chat:write"));

        assertThat(refusal(gateway.channelId(writer, "builds")).remedy()).contains("channels:read");
    }

    @Test
    void shouldTellWhereMessagesArrive() {
        String open = acme.channel("open").id();
        String hidden = acme.privateChannel("mpdm-ada--bob--carol-1").id();
        String secret = acme.privateChannel("secret").invite("jenkins").id();

        assertThat(gateway.reaches(connection, builds.id())).isEqualTo(new SlackResult.Success<>(true));
        assertThat(gateway.reaches(connection, open)).isEqualTo(new SlackResult.Success<>(true));
        assertThat(gateway.reaches(connection, secret)).isEqualTo(new SlackResult.Success<>(true));
        assertThat(gateway.reaches(connection, hidden)).isEqualTo(new SlackResult.Success<>(false));
        SlackConnection writer = connectionWith(acme.installBot("writer", "chat:write"));
        assertThat(refusal(gateway.reaches(writer, open)).remedy()).contains("channels:read");
    }

    @Test
    void shouldIdentifyTheBot() {
        BotIdentity identity = gateway.identify(connection).success().orElseThrow();

        assertThat(identity.workspace()).isEqualTo("acme");
        assertThat(identity.botName()).isEqualTo("jenkins");
        assertThat(identity.teamId()).isEqualTo(acme.teamId());
        assertThat(identity.scopes()).contains("chat:write");
        assertThat(identity.orgWide()).isFalse();
    }

    @Test
    void shouldTellOfWhichAppABotIs() {
        BotIdentity identity = gateway.identify(connection).success().orElseThrow();
        assertThat(identity.appId()).as("as with Slack").isEmpty();

        assertThat(gateway.appOfBot(connection, identity.botId()).success())
                .contains(slack.appOf(token).id());
        assertThat(refusal(gateway.appOfBot(connection, "B0")).error()).isEqualTo("bot_not_found");
        SlackConnection writer = connectionWith(acme.installBot("writer", "chat:write"));
        assertThat(refusal(gateway.appOfBot(writer, identity.botId())).remedy()).contains("users:read");
    }

    @Test
    void shouldSayWhoMustInviteTheBot() {
        SlackConnection writer = connectionWith(acme.installBot("writer", "chat:write"));

        Refusal refusal = refusal(gateway.post(writer, MESSAGE)).namingBot("writer");

        assertThat(refusal.error()).isEqualTo("not_in_channel");
        assertThat(refusal.remedy()).contains("#builds", "/invite @writer");
    }

    @Test
    void shouldNameTheMissingScope() {
        SlackConnection reader = connectionWith(acme.installBot("reader", "channels:read"));

        assertThat(refusal(gateway.post(reader, MESSAGE)).remedy()).contains("chat:write");
    }

    @Test
    void shouldTellWhyAChannelTakesNothing() {
        builds.archive();

        assertThat(refusal(gateway.post(connection, MESSAGE)).error()).isEqualTo("is_archived");
        assertThat(refusal(gateway.post(connection, OutgoingMessage.of("#bilds", "x", "d")))
                        .remedy())
                .contains("#bilds", "misspelt");
    }

    @Test
    void shouldFindPeople() {
        String ada =
                acme.user("Ada Lovelace", "ada+ci@example.org").displayAs("Ada").id();
        SlackUser expected = new SlackUser(ada, "Ada", false, false);

        assertThat(gateway.userByEmail(connection, "ada+ci@example.org"))
                .isEqualTo(new SlackResult.Success<>(Optional.of(expected)));
        assertThat(gateway.userById(connection, ada)).isEqualTo(new SlackResult.Success<>(Optional.of(expected)));
        assertThat(gateway.userByEmail(connection, "nobody@example.org"))
                .isEqualTo(new SlackResult.Success<>(Optional.empty()));
    }

    @Test
    void shouldTellOnlyByIdThatSomebodyIsGone() {
        SandboxUser gone = acme.user("Gone", "gone@example.org");
        gone.deactivate();

        assertThat(gateway.userByEmail(connection, "gone@example.org"))
                .isEqualTo(new SlackResult.Success<>(Optional.empty()));
        assertThat(gateway.userById(connection, gone.id()))
                .isEqualTo(new SlackResult.Success<>(Optional.of(new SlackUser(gone.id(), "Gone", true, false))));
        assertThat(refusal(gateway.directMessage(connection, gone.id())).error())
                .isEqualTo("user_disabled");
    }

    @Test
    void shouldFindWhatAPersonWasSent() {
        Instant before = Instant.now();
        String ada = acme.user("Ada", "ada@example.org").id();
        MessageLocation sent = post(OutgoingMessage.of(ada, "You broke it", "delivery-1"));

        assertThat(gateway.directMessage(connection, ada)).isEqualTo(new SlackResult.Success<>(sent.channel()));
        assertThat(find(sent.channel(), null, "delivery-1", before)).isEqualTo(found(sent, null));
    }

    @Test
    void shouldSayThatTheTokenIsRevoked() {
        acme.revoke(token);

        assertThat(refusal(gateway.identify(connection)).error()).isEqualTo("token_revoked");
    }

    private MessageLocation post(OutgoingMessage message) {
        return gateway.post(connection, message)
                .map(PostedMessage::location)
                .success()
                .orElseThrow();
    }

    private SlackResult<Optional<PostedMessage>> find(
            String channel, String threadTs, String deliveryId, Instant before) {
        return gateway.find(connection, new SearchRange(channel, threadTs, before, Instant.now()), deliveryId);
    }

    private static SlackResult<Optional<PostedMessage>> found(MessageLocation location, String threadTs) {
        return new SlackResult.Success<>(Optional.of(new PostedMessage(location, threadTs)));
    }

    private SlackConnection connectionWith(String secret) {
        return new SlackConnection(URI.create(slack.apiUrl()), BotToken.of(secret));
    }
}
