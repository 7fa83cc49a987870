package io.jenkins.plugins.slacknotify.interaction.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackViews;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Home tabs in the Slack sandbox. */
class BotHomeTabsTest {
    private final SlackSandbox slack = SlackSandbox.start();
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");
    private final SandboxUser ada = acme.user("Ada", "ada@example.org");
    private final SandboxMember member = slack.as(ada);
    private final SlackViews views = new SlackClient(HttpSettings.defaults()).views(Duration.ofSeconds(5));
    private final LoggedRecords log = LoggedRecords.of(BotHomeTabs.class);
    private SlackResult<Optional<SlackConnection>> bot = new SlackResult.Success<>(Optional.of(connection(token)));
    private final BotHomeTabs tabs = new BotHomeTabs(installation -> bot, views);

    @AfterEach
    void stop() {
        log.close();
        views.close();
        slack.close();
    }

    private SlackConnection connection(String botToken) {
        return new SlackConnection(URI.create(slack.apiUrl()), BotToken.of(botToken));
    }

    private PublishedTab publish(String hash, String sentence) {
        return tabs.publish(opening(), hash, HomeView.saying(sentence));
    }

    private RequestOrigin opening() {
        return new RequestOrigin(
                "r1",
                new InstallationKey("A1", acme.teamId(), null, false),
                new Requester(ada.id(), acme.teamId()),
                null,
                ReplyTicket.NONE,
                Transport.HTTP,
                Instant.EPOCH);
    }

    private String shown() {
        return member.home().orElseThrow().blocks().toString();
    }

    @Test
    void shouldShowTheTabToItsMemberAlone() {
        SandboxMember other = slack.as(acme.user("Bob", "bob@example.org"));

        assertThat(publish(null, "first"))
                .isEqualTo(new PublishedTab.Shown(
                        member.home().map(SandboxView::hash).orElseThrow()));
        assertThat(shown()).contains("first");
        assertThat(publish(member.home().map(SandboxView::hash).orElseThrow(), "second"))
                .isInstanceOf(PublishedTab.Shown.class);
        assertThat(shown()).contains("second").doesNotContain("first");
        assertThat(other.home()).isEmpty();
    }

    @Test
    void shouldShowTheButtonThatHelps() {
        var none = new MemberAccount.None(
                MemberAccount.Reason.UNLINKED,
                "Link your account",
                new MemberAccount.HelpLink("Link it", "https://jenkins.example.com/link"));

        assertThat(tabs.publish(opening(), null, HomeView.refusal(none))).isInstanceOf(PublishedTab.Shown.class);
        assertThat(shown()).contains("Link your account", "https://jenkins.example.com/link");
    }

    @Test
    void shouldNotReplaceANewerTab() {
        publish(null, "first");
        String seen = member.home().map(SandboxView::hash).orElseThrow();
        publish(seen, "newer");

        assertThat(publish(seen, "older")).isEqualTo(new PublishedTab.Overtaken());

        assertThat(shown()).contains("newer");
        assertThat(log.messages()).isEmpty();
    }

    /** What was shown before would stay, and be wrong without a word. */
    @Test
    void shouldSayThatSlackDoesNotTakeATab() {
        publish(null, "first");
        String seen = member.home().map(SandboxView::hash).orElseThrow();

        assertThat(tabs.publish(opening(), seen, "{\"type\":\"home\",\"blocks\":[{\"type\":\"nothing\"}]}"))
                .isInstanceOf(PublishedTab.Shown.class);

        assertThat(shown())
                .contains("Slack does not show what Jenkins has for this tab")
                .doesNotContain("first");
    }

    @Test
    void shouldSayQuietlyThatItShowsNothing() {
        bot = new SlackResult.Success<>(Optional.empty());
        assertThat(publish(null, "no bot")).isEqualTo(new PublishedTab.Failed());
        bot = new SlackResult.Unreachable<>("Slack is away");
        assertThat(publish(null, "unknown bot")).isEqualTo(new PublishedTab.Failed());
        bot = new SlackResult.Success<>(Optional.of(connection("xoxb-dead")));
        assertThat(publish(null, "dead token")).isEqualTo(new PublishedTab.Failed());
        views.close();
        bot = new SlackResult.Success<>(Optional.of(connection(token)));
        assertThat(publish(null, "closed")).isEqualTo(new PublishedTab.Failed());

        assertThat(member.home()).isEmpty();
        assertThat(log.messages()).isEmpty();
    }
}
