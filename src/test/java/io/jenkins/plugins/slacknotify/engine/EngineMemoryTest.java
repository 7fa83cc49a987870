package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.planning.EndedBuilds;
import io.jenkins.plugins.slacknotify.engine.planning.JobBacklog;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.ForwardingStore;
import io.jenkins.plugins.slacknotify.outbox.thread.KeyedLocks;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineMemoryTest {
    private final ConversationIndex index = new ConversationIndex();
    private final Set<BuildKey> running = new HashSet<>();
    private final EngineMemory memory = new EngineMemory(
            index,
            new JobBacklog(),
            JobHistory.inMemory(),
            new EndedBuilds(),
            () -> Set.copyOf(running),
            new KeyedLocks<>(),
            () -> Duration.ZERO);

    private static BuildEvent started(int number) {
        return aBuild().number(number).during(Milestone.STARTED).build();
    }

    private String tell(BuildEvent event) {
        String conversation = DeliveryIds.conversation(event.key());
        index.add(news(event), "of " + event.key());
        return conversation;
    }

    private static BuildNews news(BuildEvent event) {
        return BuildNews.routed(
                Envelope.toChannel(event, Severity.INFO, new Destination(null, "#builds")), MessageOptions.DEFAULT);
    }

    @Test
    void shouldKeepWhatIsOfBuildsThatRun() {
        String runs = tell(started(1));
        running.add(started(1).key());

        assertThat(memory.openSequences()).containsExactly(runs);
        assertThat(index.running()).containsExactly(runs);
    }

    /** A store that takes three seconds to say that it cannot say which messages there are. */
    private static final class SlowStore extends ForwardingStore {
        private EngineBench bench;
        private int reads;

        @Override
        public FinishedHeads finishedHeads() {
            if (bench != null) {
                reads++;
                bench.clock.advance(Duration.ofSeconds(3));
            }
            return FinishedHeads.UNREAD;
        }
    }

    /** A hundred may end at once, and each would wait for those before it, too. */
    @Test
    void shouldNotHaveEachBuildAskADiskThatTakesLong() {
        SlowStore store = new SlowStore();
        EngineBench bench = new EngineBench(store);
        store.bench = bench;
        for (int number = 1; number <= 5; number++) {
            bench.engine.buildCompleted(aBuild().number(number).build());
        }
        assertThat(store.reads).isEqualTo(1);

        bench.advance(Duration.ofSeconds(30));
        bench.engine.buildCompleted(aBuild().number(6).build());
        assertThat(store.reads).isEqualTo(2);
    }

    /** Somebody may follow a build for weeks: its message says each minute how far it is. */
    @Test
    void shouldKeepNothingOfWhatSaysHowFarABuildIs() {
        String runs = tell(started(1));
        running.add(started(1).key());
        String change = DeliveryIds.ofProgress("of " + started(1).key(), 1_772_366_400L);
        index.add(news(started(1)), change);

        assertThat(index.of(runs)).containsExactly("of " + started(1).key());
        assertThat(memory.openDeliveries().contains("of " + started(1).key(), runs))
                .isTrue();
        assertThat(memory.openDeliveries().contains(change, runs)).isFalse();
        assertThat(memory.openDeliveries().contains("other", "another")).isFalse();
    }

    /** The end of a build may never be reported, as where somebody deletes its job. */
    @Test
    void shouldLetGoWhatIsOfNoBuildThatRuns() {
        String gone = tell(started(1));
        assertThat(index.running()).containsExactly(gone);

        assertThat(memory.openSequences()).isEmpty();
        assertThat(index.running()).isEmpty();
        assertThat(index.of(gone)).as("kept like all others").hasSize(1);
    }

    @Test
    void shouldLetGoABuildWithItsEndThoughNobodyIsNotifiedOfThat() {
        tell(started(1));

        memory.ended(started(1).key());

        assertThat(index.running()).isEmpty();
    }
}
