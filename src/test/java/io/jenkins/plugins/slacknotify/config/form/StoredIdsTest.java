package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredIdsTest {
    @Test
    void shouldAddToWhatAFormHasWhatItCouldNotOffer() {
        assertThat(StoredIds.withUnknown(
                        List.of("fixed"), List.of("exploded", "unstable", "fixed", "exploded"), EventKind::parse))
                .containsExactly("fixed", "exploded");
        assertThat(StoredIds.withUnknown(List.of("fixed"), List.of("unstable"), EventKind::parse))
                .containsExactly("fixed");
    }

    @Test
    void shouldLeaveOutWhatIsNotKnownAndSaySoOnce() {
        List<String> stored = List.of("fixed", "exploded", "unstable");
        try (LoggedRecords log = LoggedRecords.of(StoredIds.class)) {
            for (int round = 0; round < 2; round++) {
                assertThat(StoredIds.known(stored, EventKind::parse))
                        .containsExactly(EventKind.FIXED, EventKind.UNSTABLE);
            }
            assertThat(log.messages()).singleElement().asString().contains("'exploded'", "newer version");
            assertThat(log.thrown()).isEmpty();
        }
    }
}
