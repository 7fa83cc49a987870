package io.jenkins.plugins.slacknotify.outbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0b7e-1", "run_3.part-2"})
    void shouldTakeAnIdThatCanBeAFileName(String id) {
        assertThat(entry(id).id()).isEqualTo(id);
    }

    static String[] badIds() {
        return new String[] {"", ".", "..", "../a", "a/b", "a\\b", "-a", "a b", "a\n", "ä", "x".repeat(101)};
    }

    @ParameterizedTest
    @MethodSource("badIds")
    void shouldRefuseAnIdThatCouldLeadOutOfItsFolder(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(id)).withMessageStartingWith("Not an entry id");
    }

    private static Entry entry(String id) {
        return new Entry(id, "#builds", Instant.EPOCH, "");
    }
}
