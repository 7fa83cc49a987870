package io.jenkins.plugins.slacknotify.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppManifestTest {
    private static final String LONG_HOST = "a-very-long-name-of-a-controller." + "x".repeat(50) + ".example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ci.example.org/",
                "https://ci.example.org:8443/jenkins/",
                "http://10.200.200.200:8080/",
                "http://[2001:db8:1111:2222:3333:4444:5555:6666]:8080/jenkins/",
                "no address",
                "",
                "https://ci.example.org/"
                        + "way/too/long/for/a/description/of/an/app/in/slack/since/it/goes/on/and/on/and/on"
            })
    void shouldKeepTheRulesOfSlack(String address) {
        for (boolean orgWide : new boolean[] {true, false}) {
            assertThat(ManifestRules.violations(parsed(new AppManifest(address, orgWide, AppRequests.NONE))))
                    .isEmpty();
        }
        assertThat(ManifestRules.violations(
                        parsed(new AppManifest("https://" + LONG_HOST + "/", true, AppRequests.NONE))))
                .isEmpty();
    }

    /** A canary: rules that object to nothing here would never object. */
    @Test
    void shouldHaveTheAddressToWhichBrowsersComeBack() {
        var back = "https://ci.example.org/slack-notify-install/callback";
        var manifest = new AppManifest("https://ci.example.org/", false, AppRequests.NONE, back);

        assertThat(ManifestRules.violations(parsed(manifest))).isEmpty();
        assertThat(texts(parsed(manifest), "oauth_config.redirect_urls")).containsExactly(back);
        assertThat(new AppManifest("https://ci.example.org/", false, AppRequests.NONE).json())
                .doesNotContain("redirect_urls");
    }

    @Test
    void shouldBreakTheRulesWithMoreThanSlackKnows() {
        var manifest = parsed(new AppManifest(null, false, AppRequests.NONE));
        manifest.addProperty("colour", "red");
        manifest.getAsJsonObject("display_information").addProperty("name", "x".repeat(36));
        manifest.getAsJsonObject("features").getAsJsonObject("bot_user").addProperty("display_name", "");

        assertThat(ManifestRules.violations(manifest)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ci.example.org/, Jenkins (ci.example.org)",
        "http://127.0.0.1:8080/, Jenkins (127.0.0.1)",
        "https://builds.department.company.example.org/, Jenkins (builds)",
        "no address, Jenkins",
        ", Jenkins"
    })
    void shouldHaveTheNameOfTheController(String address, String name) {
        assertThat(display(address, "name")).isEqualTo(name);
    }

    @Test
    void shouldHaveTheAddressOfTheController() {
        assertThat(display("https://ci.example.org/", "description")).endsWith(" in https://ci.example.org/");
        assertThat(display(null, "description")).doesNotContain("null");
    }

    @Test
    void shouldAskForTheScopesOfNotificationsOnly() {
        assertThat(texts(parsed(new AppManifest(null, false, AppRequests.NONE)), "oauth_config.scopes.bot"))
                .contains("chat:write", "files:write", "im:history")
                .doesNotContain("commands", "app_mentions:read", "links:read", "links:write");
    }

    @Test
    void shouldAskForEveryScopeOnceWhereEverythingIsOn() {
        assertThat(texts(parsed(everything("https://ci.example.org/")), "oauth_config.scopes.bot"))
                .containsExactlyElementsOf(
                        Arrays.stream(Scope.values()).map(Scope::id).toList());
    }

    @Test
    void shouldAskForNothingMoreWhileEverythingIsOff() {
        var manifest = parsed(new AppManifest("https://ci.example.org/", false, AppRequests.bySocket(Set.of(), "/ci")));

        assertThat(manifest).isEqualTo(parsed(new AppManifest("https://ci.example.org/", false, AppRequests.NONE)));
        assertThat(values(manifest))
                .containsEntry("settings.socket_mode_enabled", Set.of("false"))
                .containsEntry("features.app_home.messages_tab_read_only_enabled", Set.of("true"))
                .doesNotContainKeys("settings.interactivity.is_enabled", "features.slash_commands.command");
    }

    @Test
    void shouldHaveEachAbilityByItself() {
        assertThat(values(of(Ability.COMMANDS)))
                .containsEntry("features.slash_commands.command", Set.of("/ci"))
                .containsEntry("features.slash_commands.should_escape", Set.of("true"))
                .containsEntry("features.app_home.messages_tab_read_only_enabled", Set.of("false"))
                .doesNotContainKey("features.unfurl_domains")
                .satisfies(values -> assertThat(values.get("settings.event_subscriptions.bot_events"))
                        .contains("app_mention", "message.im", "app_uninstalled", "tokens_revoked", "channel_rename")
                        .doesNotContain("link_shared", "app_home_opened", "team_access_granted"));
        assertThat(values(of(Ability.PREVIEWS)))
                .containsEntry("features.unfurl_domains", Set.of("ci.example.org"))
                .containsEntry("features.app_home.messages_tab_read_only_enabled", Set.of("true"))
                .doesNotContainKey("features.slash_commands.command")
                .satisfies(values -> assertThat(values.get("settings.event_subscriptions.bot_events"))
                        .contains("link_shared"));
        assertThat(values(of(Ability.HOME)))
                .containsEntry("features.app_home.home_tab_enabled", Set.of("true"))
                .satisfies(values -> assertThat(values.get("settings.event_subscriptions.bot_events"))
                        .contains("app_home_opened"));
        assertThat(values(of(Ability.BUTTONS)))
                .containsEntry("features.app_home.home_tab_enabled", Set.of("false"))
                .containsEntry("settings.interactivity.is_enabled", Set.of("true"))
                .containsEntry("settings.socket_mode_enabled", Set.of("true"));
    }

    @Test
    void shouldHaveTheAddressEverywhereWhereSlackCallsIt() {
        var url = "https://ci.example.org/slack-notify-events/";
        var http = values(parsed(new AppManifest(
                "https://ci.example.org/", false, AppRequests.byHttp(Set.of(Ability.values()), "/ci", url))));

        assertThat(http)
                .containsEntry("settings.socket_mode_enabled", Set.of("false"))
                .containsEntry("settings.interactivity.request_url", Set.of(url))
                .containsEntry("settings.event_subscriptions.request_url", Set.of(url))
                .containsEntry("features.slash_commands.url", Set.of(url));
        assertThat(new AppManifest(null, false, AppRequests.byHttp(Set.of(Ability.values()), "/ci", null)).json())
                .isEqualTo(new AppManifest(null, false, AppRequests.NONE).json());
    }

    @ParameterizedTest
    @CsvSource({
        "https://ci.example.org/, true",
        "https://CI.example.org:8443/jenkins/, true",
        "https://10.0.0.1/, false",
        "https://localhost:8080/, false",
        "http://[::1]:8080/, false",
        ", false"
    })
    void shouldHavePreviewsWhereSlackMakesThem(String address, boolean possible) {
        var manifest = everything(address);

        assertThat(values(parsed(manifest)).containsKey("features.unfurl_domains"))
                .isEqualTo(possible);
        assertThat(manifest.lacksUnfurlDomain()).isEqualTo(!possible);
        assertThat(ManifestRules.violations(parsed(manifest))).isEmpty();
    }

    @Test
    void shouldHearOfWorkspacesInAnOrganisation() {
        var manifest = new AppManifest(null, true, AppRequests.bySocket(Set.of(Ability.HOME), "/ci"));

        assertThat(values(parsed(manifest)).get("settings.event_subscriptions.bot_events"))
                .contains("team_access_granted", "team_access_revoked");
        assertThat(AppManifest.isOrgWide(manifest.json())).isTrue();
    }

    @Test
    void shouldLetAnOrganisationInstallItWhereAsked() {
        assertThat(new AppManifest(null, true, AppRequests.NONE).yaml()).contains("org_deploy_enabled: true");
        assertThat(new AppManifest(null, false, AppRequests.NONE).yaml()).contains("org_deploy_enabled: false");
    }

    @Test
    void shouldFillInThePageOfSlack() {
        var manifest = new AppManifest("https://ci.example.org/?a=b&c=d+e", false, AppRequests.NONE);

        var link = URI.create(manifest.createLink());

        assertThat(link.toString()).startsWith("https://api.slack.com/apps?new_app=1&manifest_json=%7B%22display");
        assertThat(link.getRawQuery()).doesNotContain("+", " ").matches("[^&]*&[^&]*");
        assertThat(JsonParser.parseString(URLDecoder.decode(
                        link.getRawQuery().replaceFirst(".*manifest_json=", ""), StandardCharsets.UTF_8)))
                .isEqualTo(parsed(manifest));
    }

    @Test
    void shouldStandInTheManual() throws IOException {
        var yaml = new AppManifest(null, false, AppRequests.NONE).yaml();

        assertThat(manual()).contains("```yaml\n" + yaml.stripTrailing() + "\n```\n");
    }

    @Test
    void shouldHaveItsScopesExplainedInTheManual() throws IOException {
        var manual = manual();

        assertThat(Scope.values())
                .allSatisfy(
                        scope -> assertThat(manual).contains("| `%s` | %s |\n".formatted(scope.id(), scope.purpose())));
    }

    private static JsonObject of(Ability ability) {
        return parsed(new AppManifest("https://ci.example.org/", false, AppRequests.bySocket(Set.of(ability), "/ci")));
    }

    private static AppManifest everything(String address) {
        return new AppManifest(address, false, AppRequests.bySocket(Set.of(Ability.values()), "/jenkins"));
    }

    private static Map<String, Set<String>> values(JsonObject manifest) {
        return ManifestChanges.values(manifest.toString());
    }

    private static List<String> texts(JsonObject manifest, String path) {
        return List.copyOf(values(manifest).get(path));
    }

    private static String display(String address, String key) {
        return parsed(new AppManifest(address, false, AppRequests.NONE))
                .getAsJsonObject("display_information")
                .get(key)
                .getAsString();
    }

    private static JsonObject parsed(AppManifest manifest) {
        return JsonParser.parseString(manifest.json()).getAsJsonObject();
    }

    /** Tests run in the folder of one of the two builds. */
    private static String manual() throws IOException {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("README.md")) || !Files.exists(here.resolve("Jenkinsfile"))) {
            here = here.getParent();
        }
        return Files.readString(here.resolve("docs/slack-app.md"));
    }
}
