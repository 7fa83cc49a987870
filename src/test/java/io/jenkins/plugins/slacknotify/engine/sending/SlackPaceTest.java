package io.jenkins.plugins.slacknotify.engine.sending;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SlackPaceTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String ACME = "acme-token";

    private final ManualClock clock = new ManualClock();
    private final SlackPace pace = new SlackPace(clock);

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void shouldNeverGiveOneChannelMoreThanSixtyAMinute(@ForAll long seed) {
        Random random = new Random(seed);
        Delivery next = post("#builds", Severity.CRITICAL);
        List<Instant> given = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Duration pause = pace.tryAcquire(next);
            if (pause.isZero()) {
                given.add(clock.instant());
            }
            // As the outbox does, or sooner, or after a quiet time.
            clock.advance(
                    random.nextBoolean()
                            ? pause
                            : Duration.ofMillis(random.nextInt(random.nextInt(100) == 0 ? 9_000 : 900)));
        }

        assertThat(given).hasSizeGreaterThan(60);
        for (int i = 60; i < given.size(); i++) {
            assertThat(Duration.between(given.get(i - 60), given.get(i))).isGreaterThanOrEqualTo(MINUTE);
        }
    }

    @Example
    void shouldGiveEachChannelItsOwn() {
        while (pace.tryAcquire(post("#builds", Severity.INFO)).isZero()) {
            // until it is used up
        }
        assertThat(pace.tryAcquire(post("#deploy", Severity.INFO))).isZero();
    }

    @Example
    void shouldGiveAWorkspaceNoMoreThan240PostsAMinute() {
        assertThat(givenInAMinute(number -> post("#channel" + number, Severity.CRITICAL)))
                .isBetween(200, 240);
    }

    /** Whatever changes a message is a call of the same method, whose tier is lower. */
    @Property(edgeCases = EdgeCasesMode.FIRST)
    void shouldGiveAWorkspaceNoMoreThan50UpdatesAMinute(@ForAll Relation.Kind kind) {
        int given = givenInAMinute(number -> related("#channel" + number, kind));

        if (kind.changesMessage()) {
            assertThat(given).isBetween(40, 50);
        } else {
            assertThat(given).isBetween(200, 240);
        }
    }

    @Example
    void shouldLeaveSomethingForWhatIsUrgent() {
        int calm = 0;
        while (pace.tryAcquire(post("#calm" + calm, Severity.WARNING)).isZero()) {
            calm++;
        }

        assertThat(pace.tryAcquire(post("#oncall", Severity.ERROR))).isZero();
        assertThat(pace.tryAcquire(post("#calm", Severity.INFO))).isPositive();
    }

    @Example
    void shouldCountWorkspacesApart() {
        for (int number = 0;
                pace.tryAcquire(post("#c" + number, Severity.CRITICAL)).isZero();
                number++) {
            // until the workspace is used up
        }
        assertThat(pace.tryAcquire(delivery(new Destination("other-token", "#c"), Severity.INFO, null)))
                .isZero();
    }

    @Example
    void shouldUseNothingUpWhereItGivesNoLeave() {
        Delivery next = post("#builds", Severity.INFO);
        while (pace.tryAcquire(next).isZero()) {
            // until it is used up
        }
        Duration pause = pace.tryAcquire(next);
        assertThat(pace.tryAcquire(next)).isEqualTo(pause);
        clock.advance(pause);
        assertThat(pace.tryAcquire(next)).isZero();
    }

    @Example
    void shouldForgetOnlyChannelsThatAreQuiet() {
        Delivery busy = post("#busy", Severity.CRITICAL);
        for (int number = 0; number < 3_000; number++) {
            pace.tryAcquire(post("#channel" + number, Severity.CRITICAL));
            clock.advance(Duration.ofMillis(275));
        }
        while (pace.tryAcquire(busy).isZero()) {
            // until it is used up
        }
        pace.tryAcquire(post("#another", Severity.CRITICAL));
        assertThat(pace.tryAcquire(busy)).isPositive();
    }

    @Example
    void shouldTellWhoseLaneItIs() {
        assertThat(pace.account(post("#builds", Severity.INFO).entry().lane())).isEqualTo("credential/acme-token/shop");
        assertThat(pace.account("nobody's")).isEmpty();
        assertThat(pace.account(ACME + "/c0123456789")).isEqualTo(ACME);
        assertThat(pace.account(ACME + "/people"))
                .as("which asks the realm, so that no channel waits for it")
                .isEqualTo(ACME + " in person");
        assertThat(pace.account(ACME + "/u0123456789")).isEqualTo(ACME + " in person");
    }

    private int givenInAMinute(IntFunction<Delivery> next) {
        Instant end = clock.instant().plus(MINUTE);
        int given = 0;
        Delivery delivery = next.apply(given);
        while (!clock.instant().isAfter(end)) {
            Duration pause = pace.tryAcquire(delivery);
            if (pause.isZero()) {
                given++;
                delivery = next.apply(given);
            } else {
                // Sooner than it says, and to the millisecond.
                clock.advance(Duration.ofMillis(1 + pause.toMillis() / 4));
            }
        }
        return given;
    }

    private static Delivery post(String channel, Severity severity) {
        return delivery(new Destination(ACME, channel), severity, null);
    }

    private static Delivery related(String channel, Relation.Kind kind) {
        return delivery(new Destination(ACME, channel), Severity.ERROR, new Relation(kind, "earlier"));
    }

    private static Delivery delivery(Destination destination, Severity severity, @CheckForNull Relation reply) {
        BuildNews news =
                BuildNews.routed(Envelope.toChannel(aFailure(), severity, destination), MessageOptions.DEFAULT);
        Entry entry = new Entry(
                "id",
                new SendOrder(news.lane().name(), "a build", severity.ordinal(), true),
                Instant.EPOCH,
                NotificationCodec.write(reply == null ? news : news.withRelation(reply)));
        return new Delivery(entry, 1, Delivery.State.WAITING, 0, null, null, null, Instant.EPOCH);
    }
}
