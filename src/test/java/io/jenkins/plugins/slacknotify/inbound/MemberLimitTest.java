package io.jenkins.plugins.slacknotify.inbound;

import static io.jenkins.plugins.slacknotify.inbound.MemberLimit.Verdict.BEYOND;
import static io.jenkins.plugins.slacknotify.inbound.MemberLimit.Verdict.FIRST_BEYOND;
import static io.jenkins.plugins.slacknotify.inbound.MemberLimit.Verdict.WITHIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemberLimitTest {
    private Instant now = Requests.NOW;
    private final MemberLimit limit = new MemberLimit(() -> now);

    @Test
    void shouldCountByMemberAndMinute() {
        assertThat(limit.count("anna", 1)).isEqualTo(WITHIN);
        assertThat(limit.count("anna", 1)).isEqualTo(FIRST_BEYOND);
        assertThat(limit.count("anna", 1)).isEqualTo(BEYOND);
        assertThat(limit.count("ben", 1)).isEqualTo(WITHIN);

        now = now.plus(Duration.ofMinutes(1));

        assertThat(limit.count("anna", 1)).isEqualTo(WITHIN);
    }

    @Test
    void shouldNotLockAnybodyOutWhenTheClockIsSetBack() {
        limit.count("anna", 1);
        now = now.minus(Duration.ofHours(1));

        assertThat(limit.count("anna", 1)).isEqualTo(WITHIN);
    }
}
