package io.jenkins.plugins.slacknotify.lifecycle.act;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The walk along a row of bad builds of a job. Only a good build ends the row: one that was stopped, or that runs still, judges nothing and
 * is passed over. Each step may read a build from disk.
 *
 * @param <B> a build
 * @param next returns the build after another one; null after the last
 * @param previous returns the completed build before another one; null before the first
 * @param isGood whether a build has ended well
 * @param isBad whether a build has ended badly
 */
record BadRow<B>(UnaryOperator<B> next, UnaryOperator<B> previous, Predicate<B> isGood, Predicate<B> isBad) {
    BadRow {
        requireNonNull(next, "next");
        requireNonNull(previous, "previous");
        requireNonNull(isGood, "isGood");
        requireNonNull(isBad, "isBad");
    }

    /** Returns whether a good build has ended the row of a build. */
    boolean isOver(B build) {
        return walk(build, next).anyMatch(isGood);
    }

    /** Returns the newest bad build of the row of a build; the build itself where it is good, or none later is bad. */
    B newest(B build) {
        return later(build).filter(isBad).reduce(build, (earlier, later) -> later);
    }

    /**
     * Returns what is found in the newest build of a row that has it: in all of the row after a build, or else in that build and those before
     * it, as many as a limit says. A good build is the first of the row that it ends. No more than one build is held at a time.
     *
     * @param find returns null for nothing
     */
    <T> Optional<T> findNewest(B build, int max, Function<B, T> find) {
        return later(build)
                .map(find)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .or(() -> Stream.concat(Stream.of(build), walk(build, previous).takeWhile(isGood.negate()))
                        .limit(max)
                        .map(find)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private Stream<B> later(B build) {
        return isGood.test(build) ? Stream.of() : walk(build, next).takeWhile(isGood.negate());
    }

    private static <B> Stream<B> walk(B build, UnaryOperator<B> step) {
        return Stream.iterate(step.apply(build), Objects::nonNull, step);
    }
}
