package io.jenkins.plugins.slacknotify.control.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionLinesTest {
    private static final SubscriptionAuthor ANNA = new SubscriptionAuthor("anna", "T1", "U1");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static String muted(Instant until, String untilFixed) {
        return SubscriptionLines.line(
                        new Mute("m1", ANNA, null, List.of("shop/**"), until, untilFixed, NOW), name -> true)
                .replaceAll("<!date[^>]*>", "TIME");
    }

    @Test
    void shouldSayWhatIsSubscribedWhere() {
        Subscription subscription = new Subscription(
                "s1",
                ANNA,
                new SubscriptionTarget(null, "C1", "ops"),
                new SubscriptionFilter(
                        List.of("shop/feature%2Fpay", "a", "b", "c"), List.of(), Set.of(), Severity.INFO, List.of()),
                NOW,
                null);

        assertThat(SubscriptionLines.line(subscription, name -> true))
                .isEqualTo("`shop/feature/pay`, `a`, `b` and more to #ops");
        // A pattern follows a job to a name that its author must not know.
        assertThat(SubscriptionLines.line(subscription, name -> !name.equals("c")))
                .isEqualTo("a job that is not there any more, or that you may not see to #ops");
    }

    @Test
    void shouldSayWhenAMuteEnds() {
        assertThat(muted(NOW, null)).isEqualTo("`shop/**` until TIME");
        assertThat(muted(null, "shop/main"))
                .isEqualTo("`shop/**` until the next good build, and until TIME at the latest");
        assertThat(muted(NOW, "shop/main"))
                .isEqualTo("`shop/**` until the next good build, and until TIME at the latest");
    }
}
