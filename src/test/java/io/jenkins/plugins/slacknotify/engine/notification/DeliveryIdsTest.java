package io.jenkins.plugins.slacknotify.engine.notification;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.Entry;
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

    @Test
    void shouldGiveEveryChannelOfAWorkspaceALaneOfItsOwn() {
        assertThat(DeliveryIds.lane(BUILDS))
                .isEqualTo(DeliveryIds.lane(new Destination(null, "Builds")))
                .isNotEqualTo(DeliveryIds.lane(new Destination(null, "#oncall")))
                .isNotEqualTo(DeliveryIds.lane(new Destination("bot", "#builds")));
    }
}
