package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.SlackClients.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** conversations.open, list, info and join; users.lookupByEmail and info. */
class ConversationsTest {
    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start();

    private final SandboxWorkspace acme = slack.workspace("acme");
    private final MethodsClient jenkins = client(slack, acme.installBot("jenkins"));

    @Test
    void shouldOpenTheSameDirectMessageEachTime() throws IOException, SlackApiException {
        var ada = acme.user("Ada", "ada@example.org");

        var first = jenkins.conversationsOpen(request -> request.users(List.of(ada.id())));
        var second = jenkins.conversationsOpen(request -> request.users(List.of(ada.id())));

        assertThat(first.getChannel().getId()).startsWith("D");
        assertThat(second.getChannel().getId()).isEqualTo(first.getChannel().getId());
    }

    @Test
    void shouldNotOpenADirectMessageWithNobody() throws IOException, SlackApiException {
        var gone = acme.user("Gone", "gone@example.org");
        gone.deactivate();

        assertThat(jenkins.conversationsOpen(request -> request).getError()).isEqualTo("users_list_not_supplied");
        assertThat(jenkins.conversationsOpen(request -> request.users(List.of("U0NOBODY")))
                        .getError())
                .isEqualTo("user_not_found");
        assertThat(jenkins.conversationsOpen(request -> request.users(List.of(gone.id())))
                        .getError())
                .isEqualTo("user_disabled");
    }

    @Test
    void shouldOpenNoDirectMessageBetweenBots() throws IOException, SlackApiException {
        acme.installBot("other");
        String other = acme.bots().get(1).userId();

        assertThat(jenkins.conversationsOpen(request -> request.users(List.of(other)))
                        .getError())
                .isEqualTo("cannot_dm_bot");
    }

    @Test
    void shouldListWhatTheBotMaySee() throws IOException, SlackApiException {
        acme.channel("builds");
        acme.channel("old").archive();
        acme.privateChannel("ours").invite("jenkins");
        acme.privateChannel("theirs");

        var all = jenkins.conversationsList(
                request -> request.types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL)));
        var usual = jenkins.conversationsList(request -> request.excludeArchived(true));

        assertThat(all.getChannels()).extracting(Conversation::getName).containsExactly("builds", "old", "ours");
        assertThat(usual.getChannels()).extracting(Conversation::getName).containsExactly("builds");
    }

    @Test
    void shouldLeaveArchivedChannelsOutOfPagesThatAreMadeBefore() throws IOException, SlackApiException {
        acme.channel("old").archive();
        acme.channel("older").archive();
        acme.channel("builds");

        var first = jenkins.conversationsList(
                request -> request.excludeArchived(true).limit(2));
        String cursor = first.getResponseMetadata().getNextCursor();
        var second = jenkins.conversationsList(
                request -> request.excludeArchived(true).limit(2).cursor(cursor));

        assertThat(first.getChannels()).isEmpty();
        assertThat(second.getChannels()).extracting(Conversation::getName).containsExactly("builds");
    }

    @Test
    void shouldWantTheScopeOfTheKindOfChannel() throws IOException, SlackApiException {
        var bot = client(slack, acme.installBot("reader", "channels:read"));
        var secret = acme.privateChannel("secret").invite("reader");

        assertThat(bot.conversationsInfo(request -> request.channel(secret.id()))
                        .getNeeded())
                .isEqualTo("groups:read");
    }

    @Test
    void shouldSayWhetherTheBotIsIn() throws IOException, SlackApiException {
        var builds = acme.channel("builds");

        assertThat(info(builds.id()).isMember()).isFalse();
        builds.invite("jenkins");
        assertThat(info(builds.id()).isMember()).isTrue();
        builds.remove("jenkins");
        assertThat(info(builds.id()).isMember()).isFalse();
    }

    @Test
    void shouldJoinPublicChannelsOnly() throws IOException, SlackApiException {
        var builds = acme.channel("builds");
        var old = acme.channel("old").archive();
        var secret = acme.privateChannel("secret").invite("jenkins");

        assertThat(join(builds.id())).isNull();
        assertThat(info(builds.id()).isMember()).isTrue();
        assertThat(join(old.id())).isEqualTo("is_archived");
        assertThat(join(secret.id())).isEqualTo("method_not_supported_for_channel_type");
        assertThat(join("builds")).isEqualTo("channel_not_found");
    }

    @Test
    void shouldFindPeopleByEmailWhateverItsCase() throws IOException, SlackApiException {
        var ada = acme.user("Ada", "ada@example.org");

        var found = jenkins.usersLookupByEmail(request -> request.email("Ada@Example.org"));

        assertThat(found.getUser().getId()).isEqualTo(ada.id());
        assertThat(found.getUser().getProfile().getEmail()).isEqualTo("ada@example.org");
    }

    @Test
    void shouldNotFindPeopleWhoAreGone() throws IOException, SlackApiException {
        acme.user("Gone", "gone@example.org").deactivate();

        for (String email : List.of("gone@example.org", "nobody@example.org")) {
            assertThat(jenkins.usersLookupByEmail(request -> request.email(email))
                            .getError())
                    .isEqualTo("users_not_found");
        }
    }

    @Test
    void shouldShowAddressesOnlyToThoseWithTheScope() throws IOException, SlackApiException {
        var ada = acme.user("Ada", "ada@example.org");
        var reader = client(slack, acme.installBot("reader", "users:read"));

        assertThat(reader.usersInfo(request -> request.user(ada.id()))
                        .getUser()
                        .getProfile()
                        .getEmail())
                .isNull();
        assertThat(reader.usersInfo(request -> request.user("U0NOBODY")).getError())
                .isEqualTo("user_not_found");
    }

    @Test
    void shouldTellAllNamesOfAPerson() throws IOException, SlackApiException {
        acme.user("Ada Lovelace", "ada@example.org").displayAs("Ada");
        acme.user("Grace Hopper", "grace@example.org");

        var ada = jenkins.usersLookupByEmail(request -> request.email("ada@example.org"))
                .getUser();
        var grace = jenkins.usersLookupByEmail(request -> request.email("grace@example.org"))
                .getUser();

        assertThat(ada.getProfile().getDisplayName()).isEqualTo("Ada");
        assertThat(ada.getRealName()).isEqualTo("Ada Lovelace");
        assertThat(ada.getName()).isEqualTo("ada");
        assertThat(grace.getProfile().getDisplayName()).isEmpty();
    }

    @Test
    void shouldShowPeopleWhoAreGoneToThoseWhoKnowTheirId() throws IOException, SlackApiException {
        var gone = acme.user("Gone", "gone@example.org");
        gone.deactivate();
        acme.installBot("other");
        String other = acme.bots().get(1).userId();

        assertThat(jenkins.usersInfo(request -> request.user(gone.id()))
                        .getUser()
                        .isDeleted())
                .isTrue();
        assertThat(jenkins.usersInfo(request -> request.user(other)).getUser().isBot())
                .isTrue();
    }

    @Test
    void shouldWantTheScopesForPeople() throws IOException, SlackApiException {
        var ada = acme.user("Ada", "ada@example.org");
        var writer = client(slack, acme.installBot("writer", "chat:write"));

        assertThat(writer.usersLookupByEmail(request -> request.email("ada@example.org"))
                        .getNeeded())
                .isEqualTo("users:read.email");
        assertThat(writer.usersInfo(request -> request.user(ada.id())).getNeeded())
                .isEqualTo("users:read");
        assertThat(writer.conversationsOpen(request -> request.users(List.of(ada.id())))
                        .getNeeded())
                .isEqualTo("channels:manage,groups:write,im:write,mpim:write");
    }

    private Conversation info(String id) throws IOException, SlackApiException {
        return jenkins.conversationsInfo(request -> request.channel(id)).getChannel();
    }

    private String join(String id) throws IOException, SlackApiException {
        return jenkins.conversationsJoin(request -> request.channel(id)).getError();
    }
}
