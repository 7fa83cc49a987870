package io.jenkins.plugins.slacknotify.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingGrantsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T08:00:00Z"));
    private final PendingGrants grants = new PendingGrants(clock);
    private final AppGrant grant = new AppGrant(
            "A1", new AppGrant.Owner("T1", "acme"), false, "U2", List.of(), IssuedSecret.of("xoxb-secret"), null, null);

    @Test
    void shouldBelongToItsSessionAndForm() {
        var pending = grants.put("one", grant);

        assertThat(grants.of("one", pending.id())).contains(pending);
        assertThat(grants.of("two", pending.id())).isEmpty();
        assertThat(grants.of("one", "another")).isEmpty();
        assertThat(grants.of("one", null)).isEmpty();
        var later = grants.put("one", grant);
        assertThat(grants.of("one", pending.id())).as("an earlier form").isEmpty();
        assertThat(grants.of("one")).contains(later);
        grants.forget("one");
        assertThat(grants.of("one")).isEmpty();
    }

    @Test
    void shouldForgetAfterHalfAnHourAndHaveABound() {
        grants.put("one", grant);
        clock.advance(Duration.ofMinutes(30));
        assertThat(grants.of("one")).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(grants.of("one")).isEmpty();

        for (int i = 0; i <= 50; i++) {
            grants.put("session-" + i, grant);
        }
        assertThat(grants.of("session-0")).isEmpty();
        assertThat(grants.of("session-50")).isPresent();
    }

    @Test
    void shouldShowNoToken() {
        assertThat(grants.put("one", grant).toString()).doesNotContain("secret");
    }
}
