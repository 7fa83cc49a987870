package io.jenkins.plugins.slacknotify.interaction.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachedMemberProfilesTest {
    private static final InstallationKey ONE = new InstallationKey("A1", "T1", null, false);
    private static final InstallationKey OTHER = new InstallationKey("A1", "T2", null, false);

    private final ManualClock clock = new ManualClock();
    private final List<String> asked = new ArrayList<>();
    private SlackResult<Optional<MemberProfile>> slack = new SlackResult.Success<>(Optional.empty());
    private final MemberProfiles profiles = new CachedMemberProfiles(
            (installation, member) -> {
                asked.add(installation.teamId() + member);
                return slack;
            },
            clock);

    @Test
    void shouldAskOnceAMinuteForEachMember() {
        profiles.find(ONE, "U1");
        profiles.find(ONE, "U1");
        profiles.find(ONE, "U2");
        profiles.find(OTHER, "U1");
        assertThat(asked).containsExactly("T1U1", "T1U2", "T2U1");

        clock.advance(Duration.ofMinutes(1));
        profiles.find(ONE, "U1");
        assertThat(asked).hasSize(4);
    }

    @Test
    void shouldNotRememberAFailure() {
        slack = new SlackResult.Unknown<>("time-out");
        profiles.find(ONE, "U1");
        profiles.find(ONE, "U1");

        assertThat(asked).hasSize(2);
    }
}
