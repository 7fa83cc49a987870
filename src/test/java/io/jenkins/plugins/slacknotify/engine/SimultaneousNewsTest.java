package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.Interleaving;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** News of one build from several places at once: branches of a pipeline, cells of a matrix, a step and the end of the build. */
class SimultaneousNewsTest {

    private EngineBench bench;
    private Interleaving threads;

    private void begin(long seed, EventKind... kinds) {
        threads = new Interleaving(seed);
        bench = new EngineBench(new InterleavedStore(threads));
        bench.subscriptions = List.of(EngineBench.hears("#builds", kinds));
    }

    @Property(tries = 100)
    void shouldMakeOneMessageOfAllBranches(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int branches) {
        begin(seed, EventKind.REGRESSED);
        threads.run(branches(branches));
        bench.run();
        bench.engine.buildCompleted(aBuild().build());
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("succeeded");
    }

    @Property(tries = 100)
    void shouldEndAsTheBuildEnds(@ForAll long seed, @ForAll boolean hearsOfStart, @ForAll boolean hearsOfEnd) {
        begin(
                seed,
                hearsOfEnd ? EventKind.REGRESSED : EventKind.ABORTED,
                hearsOfStart ? EventKind.STARTED : EventKind.LOST);
        Callable<?> start = () ->
                bench.engine.milestoneReached(aBuild().during(Milestone.STARTED).build(), JobRules.NONE);
        Callable<?> end = () -> bench.engine.buildCompleted(aFailure());
        threads.run(Stream.of(branches(3), List.of(start, end))
                .<Callable<?>>flatMap(List::stream)
                .toList());
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(outsideOfThreads()).singleElement().asString().endsWith("broke");
        assertThat(bench.slack.texts()).noneMatch(text -> text.contains("so far"));
    }

    @Property(tries = 100)
    void shouldEndAsTheBuildEndsWhateverEachBranchHasSeen(@ForAll long seed) {
        begin(seed, EventKind.REGRESSED);
        List<Callable<?>> tasks = new ArrayList<>(branches(3));
        tasks.add(() -> bench.engine.announce(AnAnnouncement.named("bad")
                .of(aBuild().that(Outcome.FAILURE, Trend.REGRESSED).running().build())
                .build()));
        tasks.add(() -> bench.engine.buildCompleted(aFailure()));
        threads.run(tasks);
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(outsideOfThreads()).singleElement().asString().endsWith("broke");
    }

    private List<String> outsideOfThreads() {
        return bench.slack.messages().stream()
                .filter(message -> message.threadTs() == null)
                .map(FakeSlack.Message::text)
                .toList();
    }

    private List<Callable<?>> branches(int count) {
        return IntStream.range(0, count)
                .<Callable<?>>mapToObj(branch -> () -> bench.engine.announce(AnAnnouncement.named("branch-" + branch)
                        .of(aBuild().running().build())
                        .build()))
                .toList();
    }
}
