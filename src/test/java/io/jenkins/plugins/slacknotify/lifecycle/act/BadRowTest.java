package io.jenkins.plugins.slacknotify.lifecycle.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds are places in a text: B is bad, G good, a stopped, and r runs. */
class BadRowTest {
    private static BadRow<Integer> row(String builds) {
        return new BadRow<>(
                build -> build + 1 < builds.length() ? Integer.valueOf(build + 1) : null,
                build -> completedBefore(builds, build),
                build -> completedBefore(builds, builds.length()),
                build -> builds.charAt(build) == 'G',
                build -> builds.charAt(build) == 'B',
                build -> builds.lastIndexOf('G') > build);
    }

    private static Integer completedBefore(String builds, int build) {
        int previous = build - 1;
        while (previous >= 0 && builds.charAt(previous) == 'r') {
            previous--;
        }
        return previous < 0 ? null : Integer.valueOf(previous);
    }

    @ParameterizedTest
    @CsvSource({
        "BBB,   0, 2",
        "BaB,   0, 2",
        "BaaB,  0, 3",
        "BrB,   0, 2",
        "BaB,   1, 2",
        "BBa,   0, 1",
        "BGB,   0, 0",
        "BaGB,  0, 0",
        "aa,    0, 0",
        "GB,    0, 0",
        "Br,    0, 0"
    })
    void shouldEndARowByAGoodBuildAlone(String builds, int build, int newest) {
        assertThat(row(builds).walk(build, 9, it -> null).newest()).isEqualTo(newest);
    }

    @ParameterizedTest
    @CsvSource({"BB, false", "Ba, false", "Br, false", "BG, true", "BaG, true", "BBGB, true"})
    void shouldBeOverByAGoodBuildAlone(String builds, boolean isOver) {
        assertThat(row(builds).walk(0, 9, it -> null).isOver()).isEqualTo(isOver);
    }

    /** Whoever claims below any of them finds who has claimed below any other. A claim is a place in the row. */
    @ParameterizedTest
    @CsvSource({
        "BaB,  0, 9, 0,  0", "BaB,  0, 9, 2,  2", "BaB,  0, 9, 02, 2", "BaB, 2, 9, 0, 0", "BaB, 1, 9, 02, 2",
        "BGB,  0, 9, 2,   ", "GBaB, 2, 9, 3,  3", "BBG,  2, 9, 0,  0", "GBaG, 3, 9, 1, 1", "BrB, 2, 9, 0, 0",
        "BBBB, 3, 2, 1,   ", "BBBB, 3, 2, 2,  2", "BBBB, 1, 1, 3,  3", "BBBB, 1, 1, 0,  "
    })
    void shouldFindTheNewestClaimOfTheWholeRow(String builds, int build, int max, String claims, String found) {
        assertThat(row(builds)
                        .walk(build, max, it -> claims.contains(String.valueOf(it)) ? String.valueOf(it) : null)
                        .found())
                .isEqualTo(found);
    }

    /** Somebody may look at an old build of a job that has been bad for years, and each may have to be read from disk. */
    @ParameterizedTest
    @CsvSource({"0, false", "1000, false", "3999, false", "0, true", "1000, true", "3999, true"})
    void shouldReadFewBuildsOfALongRow(int build, boolean isOver) {
        BadRow<Integer> row = row("B".repeat(4_000) + (isOver ? "G" : ""));
        AtomicInteger read = new AtomicInteger();
        BadRow<Integer> counted = new BadRow<>(
                it -> counted(row.next(), it, read),
                it -> counted(row.previous(), it, read),
                row.last(),
                row.isGood(),
                row.isBad(),
                row.isOver());

        counted.walk(build, 30, it -> null);

        assertThat(read.get()).isLessThanOrEqualTo(2 * 30 + 2);
    }

    private static Integer counted(UnaryOperator<Integer> step, Integer from, AtomicInteger read) {
        read.incrementAndGet();
        return step.apply(from);
    }

    @ParameterizedTest
    @CsvSource({"BB, 1", "Baa, 0", "BGaa, ", "BG, ", "aa, ", "Baaaa, "})
    void shouldFindTheLastBadBuildBehindWhatWasStopped(String builds, Integer last) {
        assertThat(row(builds).lastBad(builds.length() - 1, 4)).isEqualTo(Optional.ofNullable(last));
    }
}
