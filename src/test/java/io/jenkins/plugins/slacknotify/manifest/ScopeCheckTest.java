package io.jenkins.plugins.slacknotify.manifest;

import static io.jenkins.plugins.slacknotify.manifest.Scope.CHANNELS_HISTORY;
import static io.jenkins.plugins.slacknotify.manifest.Scope.CHANNELS_JOIN;
import static io.jenkins.plugins.slacknotify.manifest.Scope.CHANNELS_READ;
import static io.jenkins.plugins.slacknotify.manifest.Scope.CHAT_WRITE;
import static io.jenkins.plugins.slacknotify.manifest.Scope.CHAT_WRITE_CUSTOMIZE;
import static io.jenkins.plugins.slacknotify.manifest.Scope.GROUPS_HISTORY;
import static io.jenkins.plugins.slacknotify.manifest.Scope.GROUPS_READ;
import static io.jenkins.plugins.slacknotify.manifest.Scope.IM_HISTORY;
import static io.jenkins.plugins.slacknotify.manifest.Scope.IM_WRITE;
import static io.jenkins.plugins.slacknotify.manifest.Scope.USERS_READ;
import static io.jenkins.plugins.slacknotify.manifest.Scope.USERS_READ_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeCheckTest {
    private static final ScopeNeeds LEAST = new ScopeNeeds(false, false, Set.of());
    private static final ScopeNeeds MOST = new ScopeNeeds(true, true, Set.of(Ability.values()));

    @Test
    void shouldMissNothingInTheTokenOfTheManifest() {
        var every = Arrays.stream(Scope.values()).map(Scope::id).collect(Collectors.toSet());

        assertThat(ScopeCheck.of(MOST, every)).isEqualTo(new ScopeCheck(List.of(), List.of(), List.of()));
    }

    @Test
    void shouldNeedLittleForLittle() {
        var check = ScopeCheck.of(LEAST, Set.of());

        assertThat(check.missing()).containsExactly(CHAT_WRITE);
        assertThat(check.advisable()).containsExactly(CHANNELS_HISTORY, GROUPS_HISTORY, CHANNELS_READ, GROUPS_READ);
    }

    @Test
    void shouldNeedMoreForAnOwnNameAndDirectMessages() {
        var check = ScopeCheck.of(MOST, Set.of("chat:write"));

        assertThat(check.missing()).contains(CHAT_WRITE_CUSTOMIZE, USERS_READ, USERS_READ_EMAIL);
        assertThat(ScopeCheck.of(new ScopeNeeds(true, true, Set.of()), Set.of("chat:write"))
                        .advisable())
                .contains(IM_HISTORY, IM_WRITE);
    }

    @Test
    void shouldAdviseToJoinChannelsOnlyWhereTheBotWritesToOthers() {
        assertThat(ScopeCheck.of(LEAST, Set.of("chat:write", "chat:write.public"))
                        .advisable())
                .contains(CHANNELS_JOIN);
        assertThat(ScopeCheck.of(LEAST, Set.of("chat:write")).advisable()).doesNotContain(CHANNELS_JOIN);
    }

    @Test
    void shouldNeedTheScopesOfAnAbilityOnlyWhileItIsOn() {
        var commands = new ScopeNeeds(false, false, Set.of(Ability.COMMANDS));
        var previews = new ScopeNeeds(false, false, Set.of(Ability.PREVIEWS));

        assertThat(ScopeCheck.of(commands, Set.of("chat:write")).missing())
                .extracting(Scope::id)
                .containsExactly("im:history", "users:read", "commands", "app_mentions:read");
        assertThat(ScopeCheck.of(previews, Set.of("chat:write")).missing())
                .extracting(Scope::id)
                .containsExactly("users:read", "links:read", "links:write");
        assertThat(ScopeCheck.of(LEAST, Set.of("chat:write", "commands")).unused())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeedToKnowWhoAsksForAnything(Ability ability) {
        var needs = new ScopeNeeds(false, false, Set.of(ability));

        assertThat(ScopeCheck.of(needs, Set.of("chat:write")).missing()).contains(USERS_READ);
        assertThat(ScopeCheck.of(needs, Set.of("chat:write")).missing()).doesNotContain(USERS_READ_EMAIL);
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeedAScopeThatIsForAnAbilityAloneWhereThatIsOn(Scope scope) {
        var on = Arrays.stream(Ability.values())
                .filter(ability -> !scope.serves(Set.of()) && scope.serves(Set.of(ability)))
                .collect(Collectors.toSet());

        assertThat(new ScopeNeeds(false, false, on).of(scope) == ScopeNeeds.Need.NEEDED)
                .isEqualTo(!on.isEmpty() || scope == CHAT_WRITE);
    }

    @Test
    void shouldNameWhatIsNeverUsed() {
        assertThat(ScopeCheck.of(LEAST, Set.of("chat:write", "files:read", "admin"))
                        .unused())
                .containsExactly("admin", "files:read");
    }
}
