package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedAddressesTest {
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final RememberedAddresses addresses = new RememberedAddresses(() -> now);

    /** That the realm knows no address is an answer, too. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "ada@example.org")
    void shouldAskTheRealmOnceAnHour(String answer) {
        assertThat(ask("ada", answer)).isEqualTo(answer);
        now = now.plus(Duration.ofMinutes(59));
        assertThat(ask("ada", "another@example.org")).isEqualTo(answer);
        assertThat(asked).containsExactly("ada");

        now = now.plus(Duration.ofMinutes(1));
        assertThat(ask("ada", "another@example.org")).isEqualTo("another@example.org");
        assertThat(asked).hasSize(2);

        now = now.minus(Duration.ofHours(3)); // Somebody has set the clock back.
        assertThat(ask("ada", "third@example.org")).isEqualTo("third@example.org");
    }

    @Test
    void shouldAskForEachUser() {
        ask("ada", "ada@example.org");
        assertThat(ask("eve", "eve@example.org")).isEqualTo("eve@example.org");
    }

    private String ask(String id, String answer) {
        return addresses.remembered(id, () -> {
            asked.add(id);
            return answer;
        });
    }
}
