package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.SlackClients.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.SlackApiException;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests who may call what. */
class TokenTest {
    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start();

    private final SandboxWorkspace acme = slack.workspace("acme");

    @Test
    void shouldTellABotWhoItIs() throws IOException, SlackApiException {
        var answer = client(slack, acme.installBot("jenkins")).authTest(request -> request);

        assertThat(answer.isOk()).isTrue();
        assertThat(answer.getUrl()).isEqualTo("https://acme.slack.com/");
        assertThat(answer.getTeam()).isEqualTo("acme");
        assertThat(answer.getTeamId()).isEqualTo(acme.teamId());
        assertThat(answer.getUser()).isEqualTo("jenkins");
        assertThat(answer.getBotId()).startsWith("B");
        assertThat(answer.isEnterpriseInstall()).isFalse();
    }

    @Test
    void shouldTellAPersonFromABot() throws IOException, SlackApiException {
        var ada = acme.user("Ada", "ada@example.org");

        var answer = client(slack, acme.userToken(ada)).authTest(request -> request);

        assertThat(answer.getUserId()).isEqualTo(ada.id());
        assertThat(answer.getBotId()).isNull();
    }

    @Test
    void shouldRefuseAppTokens() throws IOException, SlackApiException {
        String token = acme.appToken();

        assertThat(token).startsWith("xapp-");
        assertThat(client(slack, token).authTest(request -> request).getError()).isEqualTo("not_allowed_token_type");
    }

    @Test
    void shouldRefuseARevokedTokenButNotItsBrother() throws IOException, SlackApiException {
        String first = acme.installBot("jenkins");
        String second = acme.installBot("jenkins");

        acme.revoke(first);

        assertThat(client(slack, first).authTest(request -> request).getError()).isEqualTo("token_revoked");
        assertThat(client(slack, second).authTest(request -> request).isOk()).isTrue();
    }

    @Test
    void shouldRefuseAllTokensOfAnUninstalledBot() throws IOException, SlackApiException {
        String token = acme.installBot("jenkins");

        acme.uninstall("jenkins");

        assertThat(client(slack, token).authTest(request -> request).getError()).isEqualTo("account_inactive");
    }

    @Test
    void shouldSayWhichScopeIsMissing() throws IOException, SlackApiException {
        acme.channel("builds");
        var bot = client(slack, acme.installBot("jenkins", "channels:read", "users:read"));

        var answer = bot.chatPostMessage(request -> request.channel("builds").text("x"));

        assertThat(answer.getError()).isEqualTo("missing_scope");
        assertThat(answer.getNeeded()).isEqualTo("chat:write");
        assertThat(answer.getProvided()).isEqualTo("channels:read,users:read");
    }

    @Test
    void shouldKeepWorkspacesApart() throws IOException, SlackApiException {
        acme.channel("builds");
        var stranger = client(slack, slack.workspace("other").installBot("jenkins"));

        assertThat(stranger.chatPostMessage(request -> request.channel("builds").text("x"))
                        .getError())
                .isEqualTo("channel_not_found");
    }

    @Test
    void shouldNotShowTokensInTexts() {
        String token = acme.installBot("jenkins");

        assertThat(acme.accessOf(token)).isPresent();
        assertThat(acme.accessOf(token).toString()).contains("jenkins").doesNotContain(token);
    }
}
