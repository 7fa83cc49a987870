package io.jenkins.plugins.slacknotify.routing;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Destination BUILDS = new Destination(null, "#builds");
    private static final Destination ONCALL = new Destination(null, "#oncall");

    @Test
    void shouldTellThoseWhoAskedForThisKindOfEvent() {
        Router router = new Router(List.of(
                new Subscription(BUILDS, Set.of(EventKind.SUCCESS)),
                new Subscription(ONCALL, Set.of(EventKind.FAILURE))));

        assertThat(router.route(aFailure())).containsExactly(ONCALL);
        assertThat(router.route(aBuild().build())).containsExactly(BUILDS);
    }

    @Test
    void shouldTellADestinationOnceThoughTwoKindsAndTwoSubscriptionsLeadThere() {
        Router router = new Router(List.of(
                new Subscription(ONCALL, Set.of(EventKind.FAILURE, EventKind.REGRESSED)),
                new Subscription(BUILDS, Set.of(EventKind.FAILURE)),
                new Subscription(new Destination(null, "oncall"), Set.of(EventKind.REGRESSED))));

        assertThat(router.route(aFailure())).containsExactly(ONCALL, BUILDS);
    }

    @Test
    void shouldTellNobodyWhereNobodyAsked() {
        assertThat(new Router(List.of()).route(aFailure())).isEmpty();
        assertThat(new Router(List.of(new Subscription(BUILDS, Set.of()))).route(aFailure()))
                .isEmpty();
    }
}
