package io.jenkins.plugins.slacknotify.outbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalLineTest {
    private static final Instant TIME = Instant.parse("2026-11-28T20:14:05.123456789Z");

    /** The index would know something else of a delivery after a restart than before. */
    @ParameterizedTest
    @EnumSource
    void shouldSayOfADeliveryWhatItsStoredLineSays(Delivery.State state) {
        for (String payload : new String[] {"", "what is sent"}) {
            Entry entry = new Entry("a", "#builds", TIME.minusSeconds(5), payload);
            Delivery delivery = new Delivery(entry, 7, state, 3, null, null, null, TIME);

            assertThat(JournalLine.keeping(delivery).result())
                    .isEqualTo(JournalLine.Result.of(StoredDelivery.of(delivery)));
        }
    }
}
