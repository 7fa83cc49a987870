package io.jenkins.plugins.slacknotify.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Apps that are made by API and added to Slack, and who may see what of a workspace. */
class InstallationMethodsTest {
    private static final String REDIRECT = "https://ci.example.org/slack/oauth";
    private static final String MANIFEST = """
        {"display_information": {"name": "Jenkins"},
         "features": {"bot_user": {"display_name": "jenkins"},
                      "app_home": {"messages_tab_enabled": true, "messages_tab_read_only_enabled": true},
                      "slash_commands": [{"command": "/jenkins", "description": "Ask Jenkins"}],
                      "unfurl_domains": ["ci.example.org"]},
         "oauth_config": {"redirect_urls": ["https://ci.example.org/slack/oauth"],
                          "scopes": {"bot": ["chat:write", "commands", "app_mentions:read"]}},
         "settings": {"socket_mode_enabled": true, "interactivity": {"is_enabled": true},
                      "event_subscriptions": {"bot_events": ["app_mention", "app_uninstalled"]}}}""";

    private final MutableClock clock = new MutableClock();

    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start(0, clock);

    private final SandboxWorkspace acme = slack.workspace("acme");
    private final SandboxUser ada = acme.user("Ada Lovelace", "ada@example.org");
    private final WebClient api = new WebClient(slack.apiUrl());
    private String configurationToken;

    @BeforeEach
    void noLimits() {
        slack.enforceRateLimits(false);
        configurationToken = slack.configurationToken(acme, ada).token();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonObject manifest(String method, String manifest, String more) {
        return WebClient.body(
                api.form("apps.manifest." + method, configurationToken, "manifest=" + encode(manifest) + more));
    }

    private JsonObject created;

    private SandboxApp create(String manifest) {
        created = manifest("create", manifest, "");
        return slack.app(created.get("app_id").getAsString(), acme, "");
    }

    private String authorize(SandboxApp app) {
        return slack.authorizeUrl() + "?client_id=" + app.clientId()
                + "&scope=chat:write,commands&state=s1&redirect_uri=" + encode(REDIRECT);
    }

    private static String parameter(String address, String name) {
        for (String pair : URI.create(address).getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private JsonObject access(SandboxApp app, String form) {
        return WebClient.body(api.form(
                "oauth.v2.access",
                "",
                "client_id=" + app.clientId() + "&client_secret=" + app.clientSecret() + "&" + form));
    }

    @Test
    void shouldMakeAnAppFromItsManifest() {
        var app = create(MANIFEST);
        var credentials = created.getAsJsonObject("credentials");
        assertThat(credentials.get("signing_secret").getAsString()).isEqualTo(app.signingSecret());
        assertThat(credentials.get("client_id").getAsString()).isEqualTo(app.clientId());
        assertThat(created.get("oauth_authorize_url").getAsString()).startsWith(slack.authorizeUrl());

        var exported = WebClient.body(api.form("apps.manifest.export", configurationToken, "app_id=" + app.id()));
        assertThat(exported.getAsJsonObject("manifest"))
                .isEqualTo(JsonParser.parseString(MANIFEST).getAsJsonObject());
        String more = MANIFEST.replace("\"commands\"", "\"commands\", \"users:read\"");
        assertThat(manifest("update", more, "&app_id=" + app.id())
                        .get("permissions_updated")
                        .getAsBoolean())
                .isTrue();
        assertThat(manifest("update", more, "&app_id=" + app.id())
                        .get("permissions_updated")
                        .getAsBoolean())
                .isFalse();
        assertThat(manifest("update", more, "&app_id=A0NONE").get("error").getAsString())
                .isEqualTo("app_not_found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "socket_mode_enabled": true        | "socket_mode_enabled": false        | /settings/event_subscriptions
        "name": "Jenkins"                  | "name": ""                          | /display_information/name
        "command": "/jenkins"              | "command": "jenkins"                | /features/slash_commands/0/command
        "unfurl_domains": ["ci.example.org"] | "unfurl_domains": ["10.0.0.1"]    | /features/unfurl_domains/0
        "bot_events"                       | "robot_events"                      | /settings/event_subscriptions
        https://ci.example.org/slack/oauth | http://ci.example.org/slack/oauth   | /oauth_config/redirect_urls/0
        "bot_user": {"display_name": "jenkins"}, | ''                            | /features/bot_user
        """)
    void shouldRefuseManifestsThatSlackRefuses(String text, String instead, String pointer) {
        assertThat(manifest("validate", MANIFEST, "").get("ok").getAsBoolean()).isTrue();
        var refused = manifest("create", MANIFEST.replace(text, instead), "");
        assertThat(refused.get("error").getAsString()).isEqualTo("invalid_manifest");
        assertThat(refused.getAsJsonArray("errors")
                        .get(0)
                        .getAsJsonObject()
                        .get("pointer")
                        .getAsString())
                .isEqualTo(pointer);
    }

    @Test
    void shouldTakeConfigurationTokensForTwelveHours() {
        var bot = acme.installBot("jenkins");
        assertThat(WebClient.error(api.form("apps.manifest.validate", bot, "manifest=" + encode(MANIFEST))))
                .isEqualTo("not_allowed_token_type");
        var pair = slack.configurationToken(acme, ada);
        clock.advance(Duration.ofHours(12));
        assertThat(WebClient.error(api.form("apps.manifest.validate", pair.token(), "manifest=" + encode(MANIFEST))))
                .isEqualTo("token_expired");
        var rotated = WebClient.body(api.form("tooling.tokens.rotate", "", "refresh_token=" + pair.refreshToken()));
        assertThat(WebClient.body(api.form(
                                "apps.manifest.validate",
                                rotated.get("token").getAsString(),
                                "manifest=" + encode(MANIFEST)))
                        .get("ok")
                        .getAsBoolean())
                .isTrue();
        assertThat(WebClient.error(api.form("tooling.tokens.rotate", "", "refresh_token=" + pair.refreshToken())))
                .isEqualTo("invalid_refresh_token");
    }

    @Test
    void shouldInstallAnAppByItsCodeOnce() {
        var app = create(MANIFEST);
        String back = slack.consent(authorize(app), acme, ada, false);
        assertThat(back).startsWith(REDIRECT + "?code=").endsWith("&state=s1");
        String form = "code=" + parameter(back, "code") + "&redirect_uri=" + encode(REDIRECT);

        assertThat(access(app, "code=" + parameter(back, "code")).get("error").getAsString())
                .isEqualTo("bad_redirect_uri");
        var installed = access(app, form);
        assertThat(installed.get("scope").getAsString()).isEqualTo("chat:write,commands");
        assertThat(installed.getAsJsonObject("team").get("id").getAsString()).isEqualTo(acme.teamId());
        assertThat(installed.has("refresh_token")).isFalse();
        String token = installed.get("access_token").getAsString();
        assertThat(WebClient.body(api.form("auth.test", token, ""))
                        .get("user_id")
                        .getAsString())
                .isEqualTo(installed.get("bot_user_id").getAsString());
        assertThat(access(app, form).get("error").getAsString()).isEqualTo("invalid_code");
        assertThat(slack.calls().get(slack.calls().size() - 1).arguments().toString())
                .doesNotContain(app.clientSecret());
    }

    @Test
    void shouldRefuseOtherClientsOldCodesAndWrongAddresses() {
        var app = create(MANIFEST);
        String back = slack.consent(authorize(app), acme, ada, false);
        String form = "code=" + parameter(back, "code") + "&redirect_uri=" + encode(REDIRECT);
        assertThat(WebClient.error(api.form("oauth.v2.access", "", "client_id=1&client_secret=2&" + form)))
                .isEqualTo("invalid_client_id");
        assertThat(WebClient.error(
                        api.form("oauth.v2.access", "", "client_id=" + app.clientId() + "&client_secret=2&" + form)))
                .isEqualTo("bad_client_secret");
        assertThat(access(app, form + "&grant_type=password").get("error").getAsString())
                .isEqualTo("invalid_grant_type");
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(access(app, form).get("error").getAsString()).isEqualTo("invalid_code");

        assertThat(slack.consent(authorize(app).replace("slack%2Foauth", "other"), acme, ada, false))
                .isEqualTo("bad_redirect_uri");
        assertThat(slack.consent(authorize(app).replace("scope=chat:write,commands", "scope="), acme, ada, false))
                .isEqualTo("no_scopes");
        var other = slack.workspace("other");
        assertThat(slack.consent(authorize(app), other, other.user("Bo", "bo@example.org"), false))
                .contains("error=invalid_team_for_non_distributed_app");
        assertThat(slack.consent(authorize(app), acme, acme.guest("Gil", "gil@example.org"), false))
                .contains("error=access_denied");
        assertThat(slack.consent(authorize(app), acme, ada, true)).contains("error=org_deploy_not_enabled");
    }

    @Test
    void shouldTakeTheClientByBasicAuthentication() {
        var app = create(MANIFEST);
        String back = slack.consent(authorize(app), acme, ada, false);
        String basic = Base64.getEncoder()
                .encodeToString((app.clientId() + ":" + app.clientSecret()).getBytes(StandardCharsets.UTF_8));
        var response = api.send(api.request("oauth.v2.access", "")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "code=" + parameter(back, "code") + "&redirect_uri=" + encode(REDIRECT))));
        assertThat(WebClient.body(response).get("ok").getAsBoolean()).isTrue();
    }

    @Test
    void shouldRotateTokens() {
        var app = create(MANIFEST.replace(
                "\"socket_mode_enabled\": true", "\"socket_mode_enabled\": true, \"token_rotation_enabled\": true"));
        String back = slack.consent(authorize(app), acme, ada, false);
        var first = access(app, "code=" + parameter(back, "code") + "&redirect_uri=" + encode(REDIRECT));
        assertThat(first.get("access_token").getAsString()).startsWith("xoxe.xoxb-1-");
        assertThat(first.get("expires_in").getAsInt()).isEqualTo(43_200);

        String refresh = "grant_type=refresh_token&refresh_token="
                + first.get("refresh_token").getAsString();
        var second = access(app, refresh);
        assertThat(access(app, refresh).get("error").getAsString()).isEqualTo("invalid_refresh_token");
        assertThat(test(first)).isEmpty();
        var third = access(
                app,
                "grant_type=refresh_token&refresh_token="
                        + second.get("refresh_token").getAsString());
        assertThat(test(first)).isEqualTo("token_revoked");
        assertThat(test(second)).isEmpty();
        clock.advance(Duration.ofHours(12));
        assertThat(test(second)).isEqualTo("token_expired");
        assertThat(test(third)).isEqualTo("token_expired");
    }

    private String test(JsonObject installed) {
        var answer = WebClient.body(
                api.form("auth.test", installed.get("access_token").getAsString(), ""));
        return answer.get("ok").getAsBoolean() ? "" : answer.get("error").getAsString();
    }

    @Test
    void shouldInstallForAWholeOrganisation() {
        var app = create(MANIFEST.replace(
                "\"socket_mode_enabled\": true", "\"socket_mode_enabled\": true, \"org_deploy_enabled\": true"));
        String back = slack.consent(authorize(app), acme, ada, true);
        var installed = access(app, "code=" + parameter(back, "code") + "&redirect_uri=" + encode(REDIRECT));
        assertThat(installed.get("team").isJsonNull()).isTrue();
        assertThat(installed.getAsJsonObject("enterprise").get("id").getAsString())
                .isEqualTo(acme.enterpriseId());
        assertThat(installed.get("is_enterprise_install").getAsBoolean()).isTrue();
    }

    @Test
    void shouldLetABrowserAllowOrCancel() {
        var app = create(MANIFEST);
        var browser = new WebClient(authorize(app));
        assertThat(browser.get("").body()).contains("chat:write", "id=\"allow\"");
        var allowed = browser.get("&answer=allow&workspace=" + acme.teamId());
        assertThat(allowed.statusCode()).isEqualTo(302);
        assertThat(allowed.headers().firstValue("Location").orElse("")).startsWith(REDIRECT + "?code=");
        assertThat(browser.get("&answer=cancel").headers().firstValue("Location"))
                .hasValue(REDIRECT + "?error=access_denied&state=s1");
        assertThat(new WebClient(slack.authorizeUrl()).get("?client_id=%3Cb%3E").body())
                .contains("invalid_client_id");
    }

    @Test
    void shouldDoWhatTheManifestSays() {
        var app = create(MANIFEST);
        slack.install(app, acme, "chat:write", "commands", "app_mentions:read");
        acme.channel("builds").invite("Jenkins");
        var member = slack.as(ada).with(app);

        assertThatThrownBy(() -> member.command("builds", "/other", "x")).hasMessageContaining("not a valid command");
        assertThatThrownBy(() -> member.directMessage("x")).hasMessageContaining("turned off");
        assertThatThrownBy(member::openHome).hasMessageContaining("no home tab");
        assertThatThrownBy(() -> member.postLink("builds", "https://elsewhere.example/"))
                .hasMessageContaining("no link");
        assertThatThrownBy(() -> member.postLink("builds", "https://ci.example.org/"))
                .hasMessageContaining("does not subscribe to link_shared");
        assertThatThrownBy(() -> member.shortcut("again")).hasMessageContaining("no such shortcut");
        assertThatThrownBy(() -> slack.events(app, acme).renameChannel("builds", "ci"))
                .hasMessageContaining("does not subscribe to channel_rename");
        assertThat(member.mention("ci", "again").attempts()).hasSize(1);
    }

    @Test
    void shouldNotTellAnAppForWhichItHasNoScope() {
        acme.installBot("poster", "chat:write");
        acme.channel("builds");
        assertThatThrownBy(() -> slack.as(ada).mention("builds", "again")).hasMessageContaining("app_mentions:read");
        assertThatThrownBy(() -> slack.as(ada).command("builds", "/jenkins", ""))
                .hasMessageContaining("commands");
    }

    @Test
    void shouldRevokeAndUninstall() {
        String token = acme.installBot("jenkins");
        var app = slack.appOf(token);
        assertThat(WebClient.body(api.form("auth.revoke", token, "test=1"))
                        .get("revoked")
                        .getAsBoolean())
                .isFalse();
        assertThat(WebClient.body(api.form("auth.revoke", token, ""))
                        .get("revoked")
                        .getAsBoolean())
                .isTrue();
        assertThat(WebClient.error(api.form("auth.test", token, ""))).isEqualTo("token_revoked");

        String again = acme.installBot("jenkins");
        String client = "client_id=" + app.clientId() + "&client_secret=" + app.clientSecret();
        assertThat(WebClient.error(api.form("apps.uninstall", acme.installBot("other"), client)))
                .isEqualTo("client_id_token_mismatch");
        assertThat(WebClient.body(api.form("apps.uninstall", again, client))
                        .get("ok")
                        .getAsBoolean())
                .isTrue();
        assertThat(WebClient.error(api.form("auth.test", again, ""))).isEqualTo("account_inactive");
    }

    @Test
    void shouldTellWhoIsWho() {
        String token = acme.installBot("jenkins");
        var app = slack.appOf(token);
        var otto = acme.outsider(slack.workspace("partner").user("Otto", "otto@partner.example"));
        var gil = acme.guest("Gil", "gil@example.org");
        var mona = acme.singleChannelGuest("Mona", "mona@example.org");
        ada.deactivate();

        assertThat(flags(token, ada)).isEqualTo("deleted");
        assertThat(flags(token, gil)).isEqualTo("is_restricted");
        assertThat(flags(token, mona)).isEqualTo("is_restricted is_ultra_restricted");
        assertThat(flags(token, otto)).isEqualTo("is_stranger " + otto.teamId());
        assertThat(WebClient.error(api.form("users.lookupByEmail", token, "email=otto%40partner.example")))
                .isEqualTo("users_not_found");

        String botId =
                WebClient.body(api.form("auth.test", token, "")).get("bot_id").getAsString();
        assertThat(WebClient.body(api.form("bots.info", token, "bot=" + botId))
                        .getAsJsonObject("bot")
                        .get("app_id")
                        .getAsString())
                .isEqualTo(app.id());
        assertThat(WebClient.error(api.form("bots.info", token, "bot=B0"))).isEqualTo("bot_not_found");
        assertThat(WebClient.body(api.form("team.info", token, ""))
                        .getAsJsonObject("team")
                        .get("domain")
                        .getAsString())
                .isEqualTo("acme");
        assertThat(WebClient.error(api.form("team.info", token, "team=T0"))).isEqualTo("team_not_found");
        String builds = acme.channel("builds").invite("jenkins").invite("Gil").id();
        assertThat(WebClient.body(api.form("conversations.members", token, "channel=" + builds))
                        .getAsJsonArray("members"))
                .hasSize(2);
        assertThat(WebClient.error(api.form("conversations.members", token, "channel=C0")))
                .isEqualTo("channel_not_found");
    }

    private String flags(String token, SandboxUser user) {
        var json = WebClient.body(api.form("users.info", token, "user=" + user.id()))
                .getAsJsonObject("user");
        var found = new StringBuilder();
        for (String flag : new String[] {"deleted", "is_restricted", "is_ultra_restricted", "is_stranger", "is_bot"}) {
            if (json.has(flag) && json.get(flag).getAsBoolean()) {
                found.append(' ').append(flag);
            }
        }
        String team = json.get("team_id").getAsString();
        return (found + (team.equals(acme.teamId()) ? "" : " " + team)).trim();
    }
}
