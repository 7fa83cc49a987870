package io.jenkins.plugins.slacknotify.inbound.act;

import com.google.gson.Gson;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/**
 * The choice that an act makes before its effect: what it is done to, where the request does not say it for certain. It is kept on
 * disk by the request, so that another attempt at the same request is about the same thing, though the world has changed meanwhile.
 *
 * <p>Where nothing is kept, no attempt has come as far as its effect. Used by one thread, within one attempt.
 */
public interface ActChoice {
    /**
     * Returns what an earlier attempt has chosen, or this one; empty where none has come so far.
     *
     * @throws NotKeptException where that cannot be read now
     */
    Optional<String> kept();

    /**
     * Keeps a choice, on disk before it returns. The first one of a request counts: another one changes nothing.
     *
     * @param choice in a format of the act's own, which later versions understand; without a secret
     * @throws NotKeptException where the disk does not take it, or an earlier one cannot be read; the act must not have its effect then
     */
    void keep(String choice);

    /** Returns {@linkplain #kept() what was chosen}, where it was {@linkplain #keepAsJson kept as JSON}. */
    default <T> Optional<T> kept(Class<T> type) {
        return kept().map(json -> new Gson().fromJson(json, type));
    }

    /**
     * {@linkplain #keep Keeps} a choice as JSON.
     *
     * @param choice a record whose names are the format
     * @throws NotKeptException as {@link #keep}
     */
    default void keepAsJson(Object choice) {
        keep(new Gson().toJson(choice));
    }

    /**
     * Takes a deed that is done once, whichever of several requests asks for it, on disk before it returns. It is remembered as long as a
     * request is, over restarts.
     *
     * @param deed names it among all deeds, and is no secret
     * @return whether this request has taken it, now or at an earlier attempt; otherwise another one has, and does it
     * @throws NotKeptException as {@link #keep}
     */
    boolean take(String deed);

    /** A choice is not kept, or cannot be read. The attempt ends without an effect, and another one is made later. */
    final class NotKeptException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotKeptException(String message, @CheckForNull Throwable cause) {
            super(message, cause);
        }
    }
}
