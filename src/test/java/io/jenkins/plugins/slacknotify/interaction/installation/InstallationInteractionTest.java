package io.jenkins.plugins.slacknotify.interaction.installation;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.interaction.installation.Installations.TokenCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstallationInteractionTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final RequestOrigin ORIGIN = new RequestOrigin(
            "id",
            new InstallationKey("A1", "T1", null, false),
            Requester.NOBODY,
            "C1",
            ReplyTicket.NONE,
            Transport.HTTP,
            NOW);

    private final List<String> calls = new ArrayList<>();
    private TokenCheck check = TokenCheck.SOME_DEAD;
    private Instant now = NOW;

    private final InstallationInteraction interaction = new InstallationInteraction(
            new Installations() {
                @Override
                public TokenCheck checkTokens() {
                    calls.add("check");
                    return check;
                }

                @Override
                public void accessGranted(InstallationChange.AccessGranted change) {
                    calls.add("granted " + change.teamIds());
                }

                @Override
                public void accessRevoked(InstallationChange.AccessRevoked change) {
                    calls.add("revoked " + change.teamIds());
                }

                @Override
                public void channelChanged(ChannelChange change) {
                    calls.add("channel");
                }
            },
            () -> now);

    @Test
    void shouldAskAboutAllTokensWhenTheAppIsUninstalledOrABotsTokenRevoked() {
        assertThat(act(interaction, new InstallationChange.Uninstalled(ORIGIN))).isEqualTo(ActResult.silent());
        assertThat(act(interaction, new InstallationChange.TokensRevoked(ORIGIN, List.of("U0BOT"), List.of())))
                .isEqualTo(ActResult.silent());
        assertThat(calls).containsExactly("check", "check");
    }

    @Test
    void shouldNotCareForTokensOfMembers() {
        act(interaction, new InstallationChange.TokensRevoked(ORIGIN, List.of(), List.of("U0ANNA")));

        assertThat(calls).isEmpty();
    }

    @Test
    void shouldAskAgainWhileSlackMayTakeATokenThatItHasRevoked() {
        check = TokenCheck.ALL_WORK;
        assertThat(act(interaction, new InstallationChange.Uninstalled(ORIGIN))).isInstanceOf(ActResult.Later.class);

        now = NOW.plus(InstallationInteraction.SETTLING);
        assertThat(act(interaction, new InstallationChange.Uninstalled(ORIGIN))).isEqualTo(ActResult.silent());
    }

    @Test
    void shouldAskAgainUntilSlackAnswers() {
        check = TokenCheck.UNKNOWN;
        List<Duration> pauses = new ArrayList<>();
        for (Duration age : List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofDays(1))) {
            now = NOW.plus(age);
            ActResult result = act(interaction, new InstallationChange.Uninstalled(ORIGIN));
            assertThat(result).isInstanceOf(ActResult.Later.class);
            pauses.add(((ActResult.Later) result).pause());
        }

        assertThat(pauses)
                .as("a vault may be away for days")
                .containsExactly(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofHours(1));
    }

    @Test
    void shouldKeepNoChangeOfAChannelBackWhileItAsks() {
        assertThat(interaction.subject(new InstallationChange.Uninstalled(ORIGIN)))
                .isNotEqualTo(interaction.subject(new ChannelChange.Archived(ORIGIN)));
    }

    @Test
    void shouldPassOnEverythingElse() {
        act(interaction, new InstallationChange.AccessGranted(ORIGIN, List.of("T1")));
        act(interaction, new InstallationChange.AccessRevoked(ORIGIN, List.of("T2")));
        act(interaction, new ChannelChange.Archived(ORIGIN));

        assertThat(calls).containsExactly("granted [T1]", "revoked [T2]", "channel");
    }

    @Test
    void shouldAcceptReportsOfSlackAlone() {
        assertThat(interaction.accepts(new InstallationChange.Uninstalled(ORIGIN)))
                .isTrue();
        assertThat(interaction.accepts(new ChannelChange.Deleted(ORIGIN))).isTrue();
        assertThat(interaction.accepts(new UnknownRequest(ORIGIN, "x"))).isFalse();
    }
}
