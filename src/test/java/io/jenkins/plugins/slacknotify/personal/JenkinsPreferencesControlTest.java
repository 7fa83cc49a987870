package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.interaction.preferences.PersonalSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JenkinsPreferencesControlTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-12-24T00:00:00Z");

    /** Whose form it is, and so where it is sent from, shows later. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 9, 12, 15, 18, 21})
    void shouldTakeATimeThatIsToComeSomewhere(int hour) {
        assertThat(errorOf("today 17:30", hour)).isEmpty();
        assertThat(errorOf("today 8:00", hour)).isEmpty();
        assertThat(errorOf("17:30", hour)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-22", "2026-12-23T09:00", "whenever"})
    void shouldRefuseATimeThatIsOverEverywhere(String pausedUntil) {
        assertThat(errorOf(pausedUntil, 23)).isPresent();
    }

    private static Optional<String> errorOf(String pausedUntil, int hour) {
        return new JenkinsPreferencesControl()
                .errorOf(
                        null,
                        new PersonalSettings(Set.of(), false, Severity.INFO, List.of(), pausedUntil),
                        MIDNIGHT.plus(Duration.ofHours(hour)));
    }
}
