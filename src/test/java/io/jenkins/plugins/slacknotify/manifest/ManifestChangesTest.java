package io.jenkins.plugins.slacknotify.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.manifest.ManifestChanges.Change;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestChangesTest {
    private static final String ADDRESS = "https://ci.example.org/";
    private static final AppManifest SENDING = new AppManifest(ADDRESS, false, AppRequests.NONE);

    @Test
    void shouldFindNothingWhereNothingHasChanged() {
        assertThat(SENDING.changesSince(SENDING.json()).isEmpty()).isTrue();
        assertThat(SENDING.changesSince(SENDING.json()).needInstallation()).isFalse();
    }

    @Test
    void shouldNameWhatIsNewAndWhatIsGone() {
        var before = asking("/jenkins", Ability.COMMANDS);
        var now = asking("/ci", Ability.COMMANDS, Ability.HOME);

        assertThat(now.changesSince(before.json()).changes())
                .containsExactlyInAnyOrder(
                        new Change("features.app_home.home_tab_enabled", "false", "true"),
                        new Change("features.slash_commands.command", "/jenkins", "/ci"),
                        new Change("settings.event_subscriptions.bot_events", "", "app_home_opened"));
        assertThat(now.changesSince(before.json()).needInstallation()).isFalse();
    }

    @Test
    void shouldWantANewInstallationForScopesAndDomainsOfPreviews() {
        assertThat(asking("/ci", Ability.PREVIEWS).changesSince(SENDING.json()))
                .satisfies(changes -> assertThat(changes.needInstallation()).isTrue())
                .satisfies(changes -> assertThat(changes.changes())
                        .contains(
                                new Change("oauth_config.scopes.bot", "", "links:read, links:write"),
                                new Change("features.unfurl_domains", "", "ci.example.org")));
    }

    @Test
    void shouldNameWhatASwitchedOffAbilityLeaves() {
        assertThat(SENDING.changesSince(asking("/ci", Ability.COMMANDS).json()).changes())
                .contains(
                        new Change("oauth_config.scopes.bot", "commands, app_mentions:read", ""),
                        new Change("settings.interactivity.is_enabled", "true", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "7"})
    void shouldRefuseWhatIsNoManifest(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> SENDING.changesSince(json));
    }

    private static AppManifest asking(String command, Ability... abilities) {
        return new AppManifest(ADDRESS, false, AppRequests.bySocket(Set.of(abilities), command));
    }
}
