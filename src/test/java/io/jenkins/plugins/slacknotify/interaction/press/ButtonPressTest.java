package io.jenkins.plugins.slacknotify.interaction.press;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonPressTest {
    private static final RequestOrigin ORIGIN = Requests.origin("1", "U1");

    private static Instant asOf(MessageReference message) {
        return new ButtonPress(ORIGIN, ButtonAction.CANCEL, Presses.BUILD, message).asOf();
    }

    private static MessageReference message(Instant time) {
        return new MessageReference(time.getEpochSecond() + ".000100", null);
    }

    /** After a crash, Jenkins gives the numbers of its queue again, so yesterday's button must not find what waits today. */
    @Test
    void shouldBeAboutWhatWasThereWhenItsMessageCame() {
        Instant yesterday = ORIGIN.receivedAt().minus(Duration.ofDays(1));

        assertThat(asOf(message(yesterday))).isBetween(yesterday, yesterday.plus(Duration.ofMinutes(1)));
        assertThat(asOf(message(ORIGIN.receivedAt())))
                .as("never later than the press")
                .isEqualTo(ORIGIN.receivedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x.1", "99999999999999999.1", "99999999999999999999.1"})
    void shouldBeAboutWhatIsThereWhereNoMessageTellsItsTime(String ts) {
        assertThat(asOf(new MessageReference(ts, null))).isEqualTo(ORIGIN.receivedAt());
        assertThat(asOf(null)).isEqualTo(ORIGIN.receivedAt());
    }
}
