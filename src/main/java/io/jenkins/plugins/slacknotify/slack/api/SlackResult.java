package io.jenkins.plugins.slacknotify.slack.api;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The result of a call to Slack.
 *
 * <p>Its texts are plain English for the person who runs Jenkins. They may quote what a server said, so escape them
 * before they go into a page. None holds a token.
 *
 * @param <T> what Slack returns when all goes well
 */
public sealed interface SlackResult<T> {

    /** Slack did what the call asks for. */
    record Success<T>(T value) implements SlackResult<T> {
        public Success {
            requireNonNull(value, "value");
        }
    }

    /**
     * Slack did nothing, because there were too many calls. The same call is accepted later.
     *
     * @param retryAfter how long to wait: between a second and 15 minutes whatever the server said, and 30 seconds if
     *     it said nothing that can be read
     */
    record RateLimited<T>(Duration retryAfter) implements SlackResult<T> {
        public RateLimited {
            requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** Slack, or a server in between, did nothing and says why. */
    record Refused<T>(Refusal refusal) implements SlackResult<T> {
        public Refused {
            requireNonNull(refusal, "refusal");
        }
    }

    /** The request surely did not arrive: not a byte of it was sent. It is safe to send it again. */
    record Unreachable<T>(String why) implements SlackResult<T> {
        public Unreachable {
            requireNonNull(why, "why");
        }
    }

    /**
     * Slack may or may not have done it: the request was sent, at least in part, and no answer came that can be
     * understood. For calls that only read, this is no worse than {@link Unreachable}.
     *
     * @param answered whether an answer came, if only one that decides nothing: then the line works, and what was asked may
     *     be what the other side cannot digest
     * @param mayGoOn whether Slack may still be at it, as nobody has waited for its end, or a gateway in between has not
     */
    record Unknown<T>(String why, boolean answered, boolean mayGoOn) implements SlackResult<T> {
        public Unknown {
            requireNonNull(why, "why");
        }

        /** Makes a result whose answer, where there is one, has come at the end of the work. */
        public Unknown(String why, boolean answered) {
            this(why, answered, !answered);
        }

        /** Makes a result without an answer. */
        public Unknown(String why) {
            this(why, false);
        }
    }

    /** Returns this result with another value in a {@link Success}. */
    default <R> SlackResult<R> map(Function<? super T, ? extends R> mapping) {
        return flatMap(value -> new Success<>(mapping.apply(value)));
    }

    /**
     * Returns the result that {@code next} makes of the value of a {@link Success}; any other result stays as it is.
     */
    default <R> SlackResult<R> flatMap(Function<? super T, SlackResult<R>> next) {
        if (this instanceof Success<T> success) {
            return next.apply(success.value());
        }
        @SuppressWarnings("unchecked") // no result but Success holds a T
        SlackResult<R> same = (SlackResult<R>) this;
        return same;
    }

    /** Returns the value of a {@link Success}, otherwise empty. */
    default Optional<T> success() {
        return this instanceof Success<T> success ? Optional.of(success.value()) : Optional.empty();
    }

    /** Returns the reason of a {@link Refused}, otherwise empty. */
    default Optional<Refusal> refused() {
        return this instanceof Refused<T> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }

    default boolean isRefused(Predicate<Refusal> reason) {
        return refused().filter(reason).isPresent();
    }

    /** Returns whether this is {@link Refused} with an error code of Slack. */
    default boolean isRefused(String error) {
        return isRefused(reason -> reason.error().equals(error));
    }

    /** Returns this result with another reason in a {@link Refused}. */
    default SlackResult<T> mapRefusal(UnaryOperator<Refusal> mapping) {
        return this instanceof Refused<T> refused ? new Refused<>(mapping.apply(refused.refusal())) : this;
    }

    /** Returns what the log calls a failure: Slack's error code, or without one the kind of the result. */
    default String failureName() {
        return refused().map(Refusal::error).orElseGet(() -> getClass().getSimpleName());
    }

    /**
     * Returns whether Slack may or may not have done it: no answer came, or one that is not Slack's. Of a call that posts or changes
     * something, it may be there already.
     */
    default boolean isUndecided() {
        return this instanceof Unknown<T> || isRefused(Refusal::isOfAServerInBetween);
    }

    /**
     * Returns this result of a call that shows nobody anything, where nobody knows whether Slack has done it, as one that did not arrive; any
     * other result stays as it is.
     */
    default SlackResult<T> withoutDoubt() {
        if (this instanceof Unknown<T> unknown) {
            return new Unreachable<>(unknown.why());
        }
        return refused()
                .filter(Refusal::isOfAServerInBetween)
                .<SlackResult<T>>map(refusal -> new Unreachable<>(refusal.remedyWithError()))
                .orElse(this);
    }
}
