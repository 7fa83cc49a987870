package io.jenkins.plugins.slacknotify.interaction.follow;

import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.Optional;

/**
 * The port to builds that are followed.
 *
 * <p><b>Guaranteed:</b> each call is made as an account, which needs to read the job and no more. What is followed stays so over a
 * restart, up to the end of the build. Following twice is the same as once.
 *
 * <p>Calls run on the caller's thread. {@link AccountsUnavailableException} where the security realm does not answer.
 */
public interface FollowControl {
    /** The result of following a build. */
    enum Result {
        FOLLOWED,
        /** The messages do not follow the build any more. */
        UNFOLLOWED,
        /** The build has ended. */
        OVER,
        /** The account may read no such build; there may be none. */
        NO_SUCH_BUILD
    }

    /**
     * Returns what either of the others would return without an effect; empty where it may have one. Changes nothing.
     *
     * @param account its id
     */
    Optional<Result> refusal(String account, ButtonTarget build);

    /** Has the messages of a running build show how far it is. */
    Result follow(ActTrace trace, ButtonTarget build);

    /** Ends what {@link #follow} has begun, whoever has asked for that. */
    Result unfollow(ActTrace trace, ButtonTarget build);
}
