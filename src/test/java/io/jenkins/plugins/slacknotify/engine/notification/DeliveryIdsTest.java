package io.jenkins.plugins.slacknotify.engine.notification;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryIdsTest {
    private static final BuildKey BUILD = new BuildKey("shop/checkout", 12, STARTED);
    private static final Destination BUILDS = new Destination(null, "#builds");

    @Test
    void shouldNameABuildAndADestinationAlikeInEveryProcess() {
        assertThat(DeliveryIds.ofCompleted(BUILD, BUILDS)).isEqualTo("33c60cd9-22ec-3464-8c6f-c18f59ab627b");
        assertThat(DeliveryIds.ofCompleted(BUILD, new Destination(null, " builds ")))
                .isEqualTo(DeliveryIds.ofCompleted(BUILD, BUILDS));
    }

    @Test
    void shouldNameWhatDiffersDifferently() {
        assertThat(Stream.of(
                        DeliveryIds.ofCompleted(BUILD, BUILDS),
                        DeliveryIds.ofCompleted(BUILD, new Destination("bot", "#builds")),
                        DeliveryIds.ofCompleted(BUILD, new Destination(null, "#oncall")),
                        DeliveryIds.ofCompleted(new BuildKey("shop/checkout", 13, STARTED), BUILDS),
                        DeliveryIds.ofCompleted(new BuildKey("shop", 12, STARTED), BUILDS),
                        DeliveryIds.ofCompleted(new BuildKey("shop/checkout", 12, STARTED.plusMillis(1)), BUILDS)))
                .doesNotHaveDuplicates()
                .allSatisfy(
                        id -> assertThat(new Entry(id, "", STARTED, "").id()).isEqualTo(id));
    }

    /** Messages of earlier versions are found by their ids. */
    @Test
    void shouldNameADestinationAsEarlierVersionsDid() {
        assertThat(DeliveryIds.ofCompleted(BUILD, new Destination("bot", "#builds")))
                .isEqualTo("1d5ad142-a6ca-3d8f-a9fc-a6a897fb6164");
        assertThat(DeliveryIds.ofCompleted(BUILD, new Destination("my token", "#builds")))
                .isEqualTo("360dbd68-8c04-3a92-ba0d-a75323aa685a");
        assertThat(DeliveryIds.ofCompleted(BUILD, Destination.inWorkspace("acme", "#builds")))
                .isEqualTo("67afed26-374f-3f65-aedb-e7dc96f69fc5");
    }

    @Test
    void shouldTellDestinationsApartThatAreWrittenAlike() {
        assertThat(Stream.of(
                                Destination.inWorkspace("acme", "#builds"),
                                new Destination("[acme]", "#builds"),
                                new Destination("\"[acme]\"", "#builds"),
                                new Destination("a", "b #builds"),
                                new Destination("a #b", "#builds"),
                                new Destination("a\n", "#builds"),
                                new Destination("a\\n", "#builds"))
                        .map(destination -> DeliveryIds.ofCompleted(BUILD, destination)))
                .doesNotHaveDuplicates();
    }
}
