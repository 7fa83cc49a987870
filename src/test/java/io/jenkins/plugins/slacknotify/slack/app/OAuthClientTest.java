package io.jenkins.plugins.slacknotify.slack.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.ClientCredentials;
import io.jenkins.plugins.slacknotify.slack.api.ConfigurationToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WrongTokenException;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Apps that are made, added and renewed, against the sandbox. */
class OAuthClientTest {
    private static final String REDIRECT = "https://ci.example.org/slack-notify-install/callback";
    private static final String MANIFEST = """
            {"display_information": {"name": "Jenkins"}, "features": {"bot_user": {"display_name": "jenkins"}},
             "oauth_config": {"redirect_urls": ["%s"], "scopes": {"bot": ["chat:write"]}},
             "settings": {"org_deploy_enabled": true, "token_rotation_enabled": true}}""".formatted(REDIRECT);

    private final SlackSandbox sandbox = SlackSandbox.start();
    private final SandboxWorkspace acme = sandbox.workspace("acme");
    private final SandboxUser ada = acme.user("Ada", "ada@example.org");
    private final URI api = URI.create(sandbox.apiUrl());
    private final SlackClient client = new SlackClient(HttpSettings.defaults());
    private final OAuthClient oauth = client.oauth(Duration.ofSeconds(10));

    @BeforeEach
    void noLimits() {
        sandbox.enforceRateLimits(false);
    }

    @AfterEach
    void close() {
        oauth.close();
        sandbox.close();
    }

    private SandboxApp app(boolean rotation) {
        var manifest = JsonParser.parseString(MANIFEST).getAsJsonObject();
        manifest.getAsJsonObject("settings").addProperty("token_rotation_enabled", rotation);
        return sandbox.newApp(acme, "jenkins").configure(manifest);
    }

    private static ClientCredentials credentials(SandboxApp app) {
        return ClientCredentials.of(app.clientId(), app.clientSecret());
    }

    private String code(SandboxApp app, boolean orgWide) {
        var address =
                OAuthClient.authorizeUrl(api, app.clientId(), List.of("chat:write", "commands"), REDIRECT, "a state&");
        assertThat(address.toString()).startsWith(sandbox.authorizeUrl()).contains("state=a%20state%26");
        var back = sandbox.consent(address.toString(), acme, ada, orgWide);
        assertThat(back).startsWith(REDIRECT + "?code=").endsWith("&state=a+state%26");
        return back.substring(back.indexOf("code=") + 5, back.indexOf("&state"));
    }

    private static String error(SlackResult<?> result) {
        return ((SlackResult.Refused<?>) result).refusal().error();
    }

    @Test
    void shouldExchangeACodeOnceForATokenOfItsWorkspace() {
        var app = app(false);
        var code = code(app, false);

        var grant =
                oauth.exchange(api, credentials(app), code, REDIRECT).success().orElseThrow();

        assertThat(grant.owner()).isEqualTo(new AppGrant.Owner(acme.teamId(), "acme"));
        assertThat(grant.scopes()).containsExactly("chat:write", "commands");
        assertThat(grant.appId()).isEqualTo(app.id());
        assertThat(grant.installerId()).isEqualTo(ada.id());
        assertThat(grant.isRotating()).isFalse();
        assertThat(grant.token().reveal()).startsWith("xoxb-");
        assertThat(grant.toString()).doesNotContain(grant.token().reveal());
        assertThat(error(oauth.exchange(api, credentials(app), code, REDIRECT))).isEqualTo("invalid_code");
        assertThat(sandbox.calls().toString()).doesNotContain(app.clientSecret());
    }

    @Test
    void shouldRenewTokensOfAnAppWithRotation() {
        var app = app(true);
        var grant = oauth.exchange(api, credentials(app), code(app, false), REDIRECT)
                .success()
                .orElseThrow();
        assertThat(grant.isRotating()).isTrue();
        assertThat(grant.lifetime()).isEqualTo(Duration.ofHours(12));

        var next = oauth.refresh(api, credentials(app), grant.refreshToken())
                .success()
                .orElseThrow();

        assertThat(next.token()).isNotEqualTo(grant.token());
        assertThat(next.owner()).isEqualTo(grant.owner());
        assertThat(error(oauth.refresh(api, credentials(app), grant.refreshToken())))
                .isEqualTo("invalid_refresh_token");
    }

    @Test
    void shouldKnowAnOrganisationByItsOwnId() {
        var app = app(false);

        var grant = oauth.exchange(api, credentials(app), code(app, true), REDIRECT)
                .success()
                .orElseThrow();

        assertThat(grant.orgWide()).isTrue();
        assertThat(grant.owner().id()).isEqualTo(acme.enterpriseId());
    }

    @Test
    void shouldSayWhatIsWrong() {
        var app = app(false);
        assertThat(error(oauth.exchange(api, ClientCredentials.of(app.clientId(), "x"), "1", REDIRECT)))
                .isEqualTo("bad_client_secret");
        assertThat(error(oauth.exchange(api, ClientCredentials.of("1.2", "x"), "1", REDIRECT)))
                .isEqualTo("invalid_client_id");
        assertThat(error(oauth.exchange(api, credentials(app), code(app, false), REDIRECT + "/other")))
                .isEqualTo("bad_redirect_uri");
        sandbox.faults().next("oauth.v2.access", Fault.status(503));
        assertThat(oauth.exchange(api, credentials(app), "1", REDIRECT)).isInstanceOf(SlackResult.Unknown.class);
        assertThat(credentials(app).toString()).doesNotContain(app.clientSecret());
    }

    @ParameterizedTest
    @CsvSource({
        "https://slack.com/api/, https://ci.example.org/x, true",
        "https://slack.com/api/, http://ci.example.org/x, false",
        "https://slack.com/api/, http://127.0.0.1:8080/x, false",
        "http://127.0.0.1:1/api/, http://127.0.0.1:8080/x, true",
        "http://127.0.0.1:1/api/, http://ci.example.org/x, false",
        "https://slack.com/api/, ci.example.org, false"
    })
    void shouldComeBackToHttpsAlone(String apiUrl, String address, boolean expected) {
        assertThat(OAuthClient.isRedirectUri(URI.create(apiUrl), address)).isEqualTo(expected);
    }

    @Test
    void shouldMakeUpdateAndShowAnApp() {
        var token = ConfigurationToken.of(sandbox.configurationToken(acme, ada).token());
        try (var manifests = client.manifests(Duration.ofSeconds(10))) {
            assertThat(manifests.validate(api, token, MANIFEST, null).success()).isPresent();
            var made = manifests.create(api, token, MANIFEST).success().orElseThrow();
            assertThat(made.clientSecret().reveal())
                    .isEqualTo(sandbox.app(made.id(), acme, "").clientSecret());
            assertThat(made.toString())
                    .doesNotContain(
                            made.clientSecret().reveal(), made.signingSecret().reveal());
            assertThat(manifests.export(api, token, made.id()).success().map(JsonParser::parseString))
                    .contains(JsonParser.parseString(MANIFEST));
            assertThat(manifests.update(api, token, made.id(), MANIFEST).success())
                    .contains(false);
            assertThat(manifests
                            .update(
                                    api,
                                    token,
                                    made.id(),
                                    MANIFEST.replace("\"chat:write\"", "\"chat:write\",\"users:read\""))
                            .success())
                    .contains(true);
            assertThat(error(manifests.export(api, token, "A0NONE"))).isEqualTo("app_not_found");

            var wrong = manifests.validate(api, token, MANIFEST.replace("https:", "ftp:"), null);
            assertThat(error(wrong)).isEqualTo("invalid_manifest");
            assertThat(((SlackResult.Refused<?>) wrong).refusal().remedy()).contains("/oauth_config/redirect_urls/0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "xoxe-1-abc, refresh token",
        "xoxb-1-2, token of a bot",
        "xoxe.xoxb-1-2, token of a bot",
        "xapp-1-A1-2, app-level token",
        "hello, not an app configuration token"
    })
    void shouldSayWhatWasPastedInPlaceOfAConfigurationToken(String pasted, String expected) {
        assertThatThrownBy(() -> ConfigurationToken.of(pasted))
                .isInstanceOf(WrongTokenException.class)
                .hasMessageContaining(expected);
        assertThat(ConfigurationToken.of(" xoxe.xoxp-1-abc\n").toString()).isEqualTo("xoxe.xoxp-****");
    }
}
