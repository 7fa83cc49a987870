package io.jenkins.plugins.slacknotify.lifecycle.act;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The walk along a row of bad builds of a job. Only a good build ends the row: one that was stopped, or that runs still, judges nothing and
 * is passed over. Each step may read a build from disk, so there is a limit to the steps of each walk.
 *
 * @param <B> a build
 * @param next returns the build after another one; null after the last
 * @param previous returns the completed build before another one; null before the first
 * @param last returns the last completed build of the job of a build; null where there is none
 * @param isGood whether a build has ended well
 * @param isBad whether a build has ended badly
 * @param isOver whether a later build than a build is good; walks along nothing
 */
record BadRow<B>(
        UnaryOperator<B> next,
        UnaryOperator<B> previous,
        UnaryOperator<B> last,
        Predicate<B> isGood,
        Predicate<B> isBad,
        Predicate<B> isOver) {
    BadRow {
        requireNonNull(next, "next");
        requireNonNull(previous, "previous");
        requireNonNull(last, "last");
        requireNonNull(isGood, "isGood");
        requireNonNull(isBad, "isBad");
        requireNonNull(isOver, "isOver");
    }

    /**
     * The row of a build, as one walk has found it.
     *
     * @param newest its newest bad build; the build itself where it is good, or none later is found to be bad
     * @param isOver whether a later build is good
     * @param found what was looked for, in the newest build of the row that has it; null for nothing
     */
    record Found<B, T>(
            B newest, boolean isOver, @CheckForNull T found) {}

    /**
     * Walks along the row of a build. A row that goes on is walked back from the last build of the job, so that the answer is the same for all
     * builds of the row. One that is over is walked on from the build and, where nothing is found, back from it. A good build is the last of
     * the row that it ends. No more than two builds are held at a time.
     *
     * @param max how many builds are looked at in each direction
     * @param find returns null for nothing
     */
    <T> Found<B, T> walk(B build, int max, Function<B, T> find) {
        if (isGood.test(build)) {
            return new Found<>(build, false, findBefore(build, max, find));
        }
        return isOver.test(build) ? walkOn(build, max, find) : walkBack(build, max, find);
    }

    private <T> Found<B, T> walkBack(B build, int max, Function<B, T> find) {
        B newest = null;
        T found = null;
        Iterator<B> row = backwards(last.apply(build)).limit(max).iterator();
        while ((newest == null || found == null) && row.hasNext()) {
            B each = row.next();
            newest = newest == null && isBad.test(each) ? each : newest;
            found = found == null ? find.apply(each) : found;
        }
        return new Found<>(newest == null ? build : newest, false, found);
    }

    private <T> Found<B, T> walkOn(B build, int max, Function<B, T> find) {
        B newest = build;
        T found = null;
        B later = next.apply(build);
        for (int read = 0; read < max && later != null && !isGood.test(later); read++) {
            newest = isBad.test(later) ? later : newest;
            T ofLater = find.apply(later);
            found = ofLater == null ? found : ofLater;
            later = next.apply(later);
        }
        return new Found<>(newest, true, found == null ? findBefore(build, max, find) : found);
    }

    @CheckForNull
    private <T> T findBefore(B build, int max, Function<B, T> find) {
        return Stream.concat(Stream.of(build), backwards(previous.apply(build)))
                .limit(max)
                .map(find)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns the newest bad build of the row that goes on; empty where a good one has ended it.
     *
     * @param from the last build that has ended; null where none has
     * @param max how many builds are looked at
     */
    Optional<B> lastBad(@CheckForNull B from, int max) {
        return backwards(from).limit(max).filter(isBad).findFirst();
    }

    private Stream<B> backwards(@CheckForNull B from) {
        return Stream.iterate(from, Objects::nonNull, previous).takeWhile(isGood.negate());
    }
}
