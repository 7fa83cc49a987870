package io.jenkins.plugins.slacknotify.interaction.claim;

import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.Optional;

/**
 * The port to claims: who looks after which bad build.
 *
 * <p><b>Guaranteed:</b> each call is made as an account, which needs to read the job and no more. If several claim a build at once, one
 * gets it, and the others are told so. What is claimed shows in all messages of the build.
 *
 * <p>Calls run on the caller's thread. {@link AccountsUnavailableException} where the security realm does not answer.
 */
public interface ClaimControl {
    /**
     * Returns what an act would return without an effect; empty where it may have one. Changes nothing.
     *
     * @param account its id
     * @param action {@link ButtonAction#CLAIM} or {@link ButtonAction#RELEASE}
     */
    Optional<ClaimResult> refusal(String account, ButtonAction action, ButtonTarget build);

    /** Notes that the account's owner looks after a bad build, and after those that follow it up to a good one. */
    ClaimResult claim(ActTrace trace, ButtonTarget build);

    /** Notes that nobody looks after it any more, whoever did. */
    ClaimResult release(ActTrace trace, ButtonTarget build);
}
