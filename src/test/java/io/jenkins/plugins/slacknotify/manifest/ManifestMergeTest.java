package io.jenkins.plugins.slacknotify.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestMergeTest {
    private static final String ADDRESS = "https://ci.example.org/";
    private static final AppManifest SENDING =
            new AppManifest(ADDRESS, false, AppRequests.NONE, ADDRESS + "slack-notify-install/callback");

    private static JsonObject merged(AppManifest needed, String present) {
        return JsonParser.parseString(ManifestMerge.merge(needed, present)).getAsJsonObject();
    }

    @Test
    void shouldChangeNothingWhereTheAppHasTheManifest() {
        assertThat(merged(SENDING, SENDING.json())).isEqualTo(JsonParser.parseString(SENDING.json()));
    }

    @Test
    void shouldKeepWhatPeopleHaveDecidedInSlack() {
        var present = """
            {"display_information": {"name": "Our Jenkins", "background_color": "#123456"},
             "features": {"bot_user": {"display_name": "builds"}},
             "oauth_config": {"redirect_urls": ["https://old.example.org/x"],
                              "scopes": {"bot": ["chat:write", "team:read", "links:read"], "user": ["chat:write"]}},
             "settings": {"org_deploy_enabled": true, "token_rotation_enabled": true, "socket_mode_enabled": true}}""";

        var merged = merged(SENDING, present);

        assertThat(merged.toString())
                .contains("Our Jenkins", "#123456", "builds", "team:read", "\"user\":[\"chat:write\"]")
                .contains("https://old.example.org/x", "https://ci.example.org/slack-notify-install/callback")
                .contains("\"org_deploy_enabled\":true", "\"token_rotation_enabled\":true")
                .as("ours, by the settings as they are")
                .contains("\"socket_mode_enabled\":false")
                .doesNotContain("links:read");
    }

    /** Has each key of Slack's reference of manifests that the plugin does not write, and an unknown one on each level. */
    private static final String OF_OTHERS = """
        {"_metadata": {"major_version": 2, "minor_version": 1},
         "display_information": {"name": "Our Jenkins", "long_description": "a long one", "tomorrow": "d"},
         "features": {
           "app_home": {"home_tab_enabled": true, "tomorrow": "h"},
           "bot_user": {"display_name": "builds", "always_online": false},
           "slash_commands": [{"command": "/deploy", "url": "https://scripts.example.org/x", "description": "Deploys"}],
           "shortcuts": [{"name": "Page", "type": "global", "callback_id": "page", "description": "Pages somebody"}],
           "unfurl_domains": ["wiki.example.org"],
           "assistant_view": {"assistant_description": "Asks"}, "rich_previews": {"is_active": true}, "tomorrow": "f"},
         "oauth_config": {
           "redirect_urls": ["https://old.example.org/x"],
           "scopes": {"bot": ["chat:write", "team:read"], "bot_optional": ["team:read"], "user": ["search:read"],
                      "user_optional": ["search:read"], "tomorrow": "s"},
           "pkce_enabled": true, "token_management_enabled": false, "tomorrow": "o"},
         "settings": {
           "allowed_ip_address_ranges": ["192.0.2.7", "198.51.100.0/24"], "incoming_webhooks": {"webhooks_enabled": true},
           "event_subscriptions": {"request_url": "https://scripts.example.org/e", "bot_events": ["reaction_added"],
                                   "user_events": ["star_added"],
                                   "metadata_subscriptions": [{"app_id": "A1", "event_type": "x"}], "tomorrow": "e"},
           "interactivity": {"is_enabled": true, "request_url": "https://scripts.example.org/i",
                             "message_menu_options_url": "https://scripts.example.org/m", "tomorrow": "i"},
           "org_deploy_enabled": true, "socket_mode_enabled": true, "token_rotation_enabled": true, "is_mcp_enabled": true,
           "tomorrow": "t"},
         "functions": {"f": {"title": "F"}}, "workflows": {"w": {"title": "W"}}, "outgoing_domains": ["example.org"]}""";

    /** The values that the plugin alone decides on, while requests come to this Jenkins. */
    private static final Set<String> OWN_VALUES = Set.of(
            "features.app_home.home_tab_enabled",
            "settings.socket_mode_enabled",
            "settings.event_subscriptions.request_url",
            "settings.interactivity.request_url");

    static Stream<AppManifest> shouldKeepWhatItDoesNotKnow() {
        var all = Set.of(Ability.values());
        return Stream.of(
                SENDING,
                new AppManifest(ADDRESS, false, AppRequests.bySocket(all, "/ci")),
                new AppManifest(ADDRESS, true, AppRequests.byHttp(all, "/ci", ADDRESS + "slack-notify-events/")),
                new AppManifest(null, false, AppRequests.bySocket(Set.of(Ability.BUTTONS), "/ci")));
    }

    @ParameterizedTest
    @MethodSource
    void shouldKeepWhatItDoesNotKnow(AppManifest needed) {
        var merged = ManifestChanges.values(ManifestMerge.merge(needed, OF_OTHERS));

        ManifestChanges.values(OF_OTHERS).forEach((path, values) -> {
            if (!OWN_VALUES.contains(path)) {
                assertThat(merged.getOrDefault(path, Set.of())).as(path).containsAll(values);
            }
        });
        ManifestChanges.values(needed.json()).forEach((path, values) -> {
            var isPeoples = path.startsWith("display_information") || path.startsWith("features.bot_user");
            var isNeverTakenBack = Set.of("settings.org_deploy_enabled", "settings.token_rotation_enabled")
                    .contains(path);
            var isOfOthers = needed.requests() == AppRequests.NONE && path.equals("settings.socket_mode_enabled");
            if (!isPeoples && !isNeverTakenBack && !isOfOthers) {
                assertThat(merged.getOrDefault(path, Set.of())).as(path).containsAll(values);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("shouldKeepWhatItDoesNotKnow")
    void shouldChangeNothingTheSecondTime(AppManifest needed) {
        var once = ManifestMerge.merge(needed, OF_OTHERS);

        assertThat(merged(needed, once)).isEqualTo(JsonParser.parseString(once));
    }

    @Test
    void shouldTakeBackWhatIsSwitchedOff() {
        var all = AppRequests.byHttp(Set.of(Ability.values()), "/ci", ADDRESS + "slack-notify-events/");
        var before = ManifestMerge.merge(new AppManifest(ADDRESS, false, all), SENDING.json());

        assertThat(merged(SENDING, before)).isEqualTo(JsonParser.parseString(SENDING.json()));
    }

    /** Whether an organisation may install the app is no setting of Jenkins: an update does not know it but by the app. */
    @ParameterizedTest
    @MethodSource("shouldKeepWhatItDoesNotKnow")
    void shouldKeepTheEventsOfAnOrganisation(AppManifest needed) {
        var ofAll = AppRequests.bySocket(Set.of(Ability.COMMANDS), "/ci");
        var present = new AppManifest(ADDRESS, true, ofAll).json();
        var withoutOrganisation = new AppManifest(ADDRESS, false, needed.requests(), needed.redirectUrl());

        var merged = ManifestMerge.merge(withoutOrganisation, present);

        if (needed.requests().any()) {
            assertThat(merged).contains("team_access_granted", "team_access_revoked");
        }
        assertThat(merged).contains("\"org_deploy_enabled\":true");
        assertThat(withoutOrganisation.forApp(present).orgWide())
                .as("what is recorded is of an organisation, too")
                .isTrue();
        assertThat(merged(withoutOrganisation, merged)).isEqualTo(JsonParser.parseString(merged));
        assertThat(withoutOrganisation.forApp(SENDING.json())).isEqualTo(withoutOrganisation);
    }

    @Test
    void shouldLeaveTheWayInToOthersWhereItTakesNothing() {
        var merged = merged(SENDING, OF_OTHERS);

        assertThat(merged.toString())
                .contains("https://scripts.example.org/e", "https://scripts.example.org/i")
                .contains("\"socket_mode_enabled\":true");
    }

    @Test
    void shouldHaveRequestsComeToThisJenkinsWhereItTakesSome() {
        var merged = merged(
                new AppManifest(ADDRESS, false, AppRequests.bySocket(Set.of(Ability.BUTTONS), "/ci")), OF_OTHERS);

        assertThat(merged.toString())
                .contains("\"socket_mode_enabled\":true", "https://scripts.example.org/m")
                .doesNotContain("https://scripts.example.org/e", "https://scripts.example.org/i");
    }

    @Test
    void shouldReplaceItsCommandThatHasAnotherNameNow() {
        var before = new AppManifest(ADDRESS, false, AppRequests.bySocket(Set.of(Ability.COMMANDS), "/jenkins"));
        var needed = new AppManifest(ADDRESS, false, AppRequests.bySocket(Set.of(Ability.COMMANDS), "/ci"));

        assertThat(ManifestMerge.merge(needed, before.json()))
                .contains("\"/ci\"")
                .doesNotContain("\"/jenkins\"");
    }

    @Test
    void shouldAddWhatIsSwitchedOn() {
        var needed = new AppManifest(ADDRESS, false, AppRequests.bySocket(Set.of(Ability.COMMANDS), "/ci"));

        assertThat(merged(needed, SENDING.json()).toString())
                .contains("/ci", "\"commands\"", "\"socket_mode_enabled\":true", "slack-notify-install/callback");
    }

    @Test
    void shouldTakeNothingButAManifest() {
        assertThatThrownBy(() -> ManifestMerge.merge(SENDING, "[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ManifestMerge.merge(SENDING, "{")).isInstanceOf(IllegalArgumentException.class);
    }
}
