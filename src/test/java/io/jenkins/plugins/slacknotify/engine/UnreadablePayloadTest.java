package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries that a newer version of the plugin has left before it was replaced by this one. */
class UnreadablePayloadTest {
    private final EngineBench bench = new EngineBench();

    static Stream<UnaryOperator<String>> damages() {
        return Stream.of(
                payload -> "garbage",
                payload -> "null",
                payload -> "{}",
                payload -> payload.replace("\"ERROR\"", "\"DISASTER\""),
                payload -> payload.replace("\"FAILURE\"", "\"EXPLODED\""),
                payload -> payload.replaceFirst("}$", ",\"reply\":{\"kind\":\"WHISPER\",\"deliveryId\":\"x\"}}"),
                payload -> payload.replace("2026", "the year 2026"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void shouldWaitForThatVersionAndNotHoldUpTheChannel(UnaryOperator<String> damage) throws Exception {
        DeliveryHandle damaged = bench.announce(named("damaged").saying("Hello"));
        rewrite(damaged, damage);
        bench.newProcess();
        bench.announce(named("next").of(aBuild().number(13).build()).saying("Still here"));
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Still here");
        assertThat(bench.find(damaged).state()).isEqualTo(Delivery.State.HELD);
        assertThat(bench.find(damaged).note()).contains("cannot read");
        assertThat(bench.engine.deliveries().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.description()).contains("Another version of this plugin", "installed again");
            assertThat(problem.fixLocation()).isEqualTo(Problem.FixLocation.ELSEWHERE);
        });
        assertThat(DeliveryReport.describe(bench.find(damaged))).isEqualTo("damaged-1");
    }

    @Test
    void shouldBeSentWhenThatVersionIsBack() throws Exception {
        DeliveryHandle damaged = bench.announce(named("damaged").saying("Hello"));
        String payload = bench.find(damaged).entry().payload();
        rewrite(damaged, readable -> "garbage");
        bench.newProcess();
        rewrite(damaged, unreadable -> payload);
        bench.newProcess();

        assertThat(bench.slack.texts()).containsExactly("Hello");
    }

    @Test
    void shouldBeSentWhereOnlyFieldsAreNew() throws Exception {
        DeliveryHandle newer = bench.announce(named("newer").saying("Hello"));
        rewrite(newer, payload -> payload.replaceFirst("\\{", "{\"mood\":{\"colour\":[1,2]},"));
        bench.newProcess();

        assertThat(bench.slack.texts()).containsExactly("Hello");
    }

    @Test
    void shouldNotTakeWithItWhatTravelsInTheSameMessage() throws Exception {
        List<DeliveryHandle> builds = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            builds.addAll(bench.engine.buildCompleted(aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                    .number(number)
                    .build()));
        }
        rewrite(builds.get(1), payload -> "garbage");
        bench.newProcess();

        assertThat(bench.slack.texts())
                .singleElement()
                .asString()
                .contains("3 builds", "and 1 that another version of the plugin has written");
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    private void rewrite(DeliveryHandle handedOver, UnaryOperator<String> damage) throws IOException {
        Delivery old = bench.find(handedOver);
        Entry entry = new Entry(
                old.entry().id(),
                old.entry().order(),
                old.entry().acceptedAt(),
                damage.apply(old.entry().payload()));
        bench.store.update(new Delivery(
                entry,
                old.position(),
                old.state(),
                old.attempts(),
                old.reason(),
                old.receipt(),
                old.carrier(),
                old.changedAt()));
    }
}
