package io.jenkins.plugins.slacknotify.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.spi.UnreadDeliveryException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatientLookupTest {
    private Duration uptime = Duration.ofHours(1);
    private boolean isBroken = true;
    private final PatientLookup lookup = new PatientLookup(
            id -> {
                if (isBroken) {
                    throw new IOException("Too many open files");
                }
                return Optional.empty();
            },
            () -> uptime);

    private void pass(int minutes) {
        uptime = uptime.plusMinutes(minutes);
    }

    private void assertThatItWaits() {
        assertThatExceptionOfType(UnreadDeliveryException.class).isThrownBy(() -> lookup.find("a"));
    }

    @Test
    void shouldTakeForUnknownWhatIsNotGivenForTenMinutes() {
        assertThatItWaits();
        pass(5);
        assertThatItWaits();
        pass(5);

        assertThat(lookup.find("a")).isEmpty();
    }

    /** Whoever asked has gone, as a message was discarded, say. */
    @Test
    void shouldBeginAnewAfterAPauseThatNobodyWaitsFor() {
        assertThatItWaits();
        pass(11);
        assertThatItWaits();
        pass(9);
        assertThatItWaits();
        pass(1);

        assertThat(lookup.find("a")).isEmpty();
    }

    @Test
    void shouldBeginAnewAfterASuccess() {
        assertThatItWaits();
        pass(9);
        isBroken = false;
        assertThat(lookup.find("a")).isEmpty();
        isBroken = true;
        pass(1);

        assertThatItWaits();
    }
}
