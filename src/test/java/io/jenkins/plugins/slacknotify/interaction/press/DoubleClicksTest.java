package io.jenkins.plugins.slacknotify.interaction.press;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoubleClicksTest {
    private final DoubleClicks clicks = new DoubleClicks();

    private boolean isSecond(String id, String member, Duration later, String button) {
        RequestOrigin origin = Requests.origin(id, member);
        return clicks.isSecond(
                new RequestOrigin(
                        id,
                        origin.installation(),
                        origin.requester(),
                        origin.channelId(),
                        origin.ticket(),
                        origin.transport(),
                        origin.receivedAt().plus(later)),
                button);
    }

    @Test
    void shouldTellTheSecondClick() {
        assertThat(isSecond("r1", "U1", Duration.ZERO, "again")).isFalse();
        assertThat(isSecond("r1", "U1", Duration.ZERO, "again"))
                .as("another attempt at the same request")
                .isFalse();
        assertThat(isSecond("r2", "U1", Duration.ofMillis(300), "again")).isTrue();
        assertThat(isSecond("r3", "U1", Duration.ofMillis(900), "again"))
                .as("a third click")
                .isTrue();
    }

    @Test
    void shouldTellTheSecondClickThatIsDoneFirst() {
        assertThat(isSecond("r2", "U1", Duration.ofMillis(300), "again")).isFalse();
        assertThat(isSecond("r1", "U1", Duration.ZERO, "again")).isTrue();
        assertThat(isSecond("r0", "U1", Duration.ofMillis(300).minus(DoubleClicks.WITHIN), "again"))
                .as("a clock that was set back")
                .isFalse();
    }

    @Test
    void shouldTakeWhatIsMeant() {
        assertThat(isSecond("r1", "U1", Duration.ZERO, "again")).isFalse();
        assertThat(isSecond("r2", "U2", Duration.ZERO, "again"))
                .as("somebody else")
                .isFalse();
        assertThat(isSecond("r3", "U1", Duration.ZERO, "other"))
                .as("another button")
                .isFalse();
        assertThat(isSecond("r4", "U1", DoubleClicks.WITHIN, "again"))
                .as("later")
                .isFalse();
    }
}
