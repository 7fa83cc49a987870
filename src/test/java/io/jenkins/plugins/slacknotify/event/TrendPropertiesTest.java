package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests {@link Trend} with builds of one job that run side by side and end in any order. */
class TrendPropertiesTest {
    /**
     * @param outcomes of the builds 1, 2, …
     * @param moments each build twice: it completes at the first of the two, and is rated at the second
     */
    record Interleaving(List<Outcome> outcomes, List<Integer> moments) {
        void play(BiConsumer<ConcurrentBuilds, Integer> atRating) {
            ConcurrentBuilds job = new ConcurrentBuilds(outcomes.toArray(Outcome[]::new));
            Set<Integer> completed = new HashSet<>();
            for (int build : moments) {
                if (completed.add(build)) {
                    job.complete(build);
                } else {
                    atRating.accept(job, build);
                }
            }
        }
    }

    @Provide
    Arbitrary<Interleaving> interleavings() {
        return Arbitraries.of(Outcome.class).list().ofMinSize(1).ofMaxSize(7).flatMap(outcomes -> {
            List<Integer> twice =
                    Stream.concat(builds(outcomes), builds(outcomes)).toList();
            return Arbitraries.shuffle(twice).map(moments -> new Interleaving(outcomes, moments));
        });
    }

    private static Stream<Integer> builds(List<Outcome> outcomes) {
        return IntStream.rangeClosed(1, outcomes.size()).boxed();
    }

    @Property
    void shouldSayFixedIfAndOnlyIfThisBuildTurnedTheJobFromBadToGood(@ForAll("interleavings") Interleaving builds) {
        builds.play((job, build) -> {
            boolean turned = job.knownWithout(build).filter(Outcome::isBad).isPresent()
                    && job.known().equals(Optional.of(Outcome.SUCCESS));

            assertThat(job.ask(build) == Trend.FIXED).isEqualTo(turned);
        });
    }

    @Property
    void shouldSayRegressedIfAndOnlyIfThisBuildMadeTheJobWorse(@ForAll("interleavings") Interleaving builds) {
        builds.play((job, build) -> {
            boolean worse = job.knownWithout(build)
                    .filter(before -> job.known().orElseThrow().compareTo(before) > 0)
                    .isPresent();

            assertThat(job.ask(build) == Trend.REGRESSED).isEqualTo(worse);
        });
    }

    @Property
    void shouldNeverSayFixedTwiceWithoutABadBuildInBetween(@ForAll("interleavings") Interleaving builds) {
        List<Integer> fixed = new ArrayList<>();
        builds.play((job, build) -> {
            if (job.ask(build) == Trend.FIXED) {
                fixed.add(build);
            }
        });

        for (int i = 1; i < fixed.size(); i++) {
            assertThat(builds.outcomes().subList(fixed.get(i - 1), fixed.get(i) - 1))
                    .as("outcomes between the builds %d and %d", fixed.get(i - 1), fixed.get(i))
                    .anyMatch(Outcome::isBad);
        }
    }

    @Property
    void shouldNeverJudgeABuildThatCameToNoVerdict(@ForAll("interleavings") Interleaving builds) {
        builds.play((job, build) -> {
            if (!job.outcome(build).isVerdict()) {
                assertThat(job.ask(build)).isEqualTo(Trend.SAME);
            }
        });
    }
}
