package io.jenkins.plugins.slacknotify.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
             "features": {"bot_user": {"display_name": "builds"}, "shortcuts": [{"name": "x"}]},
             "oauth_config": {"redirect_urls": ["https://old.example.org/x"],
                              "scopes": {"bot": ["chat:write", "team:read", "links:read"], "user": ["chat:write"]}},
             "settings": {"org_deploy_enabled": true, "token_rotation_enabled": true, "socket_mode_enabled": true}}""";

        var merged = merged(SENDING, present);

        assertThat(merged.toString())
                .contains("Our Jenkins", "#123456", "builds", "shortcuts", "team:read", "\"user\":[\"chat:write\"]")
                .contains("https://old.example.org/x", "https://ci.example.org/slack-notify-install/callback")
                .contains("\"org_deploy_enabled\":true", "\"token_rotation_enabled\":true")
                .as("ours, by the settings as they are")
                .contains("\"socket_mode_enabled\":false")
                .doesNotContain("links:read");
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
