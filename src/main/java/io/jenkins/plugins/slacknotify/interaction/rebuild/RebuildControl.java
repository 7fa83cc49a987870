package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.Optional;

/**
 * The port to builds that are run again or stopped.
 *
 * <p><b>Guaranteed:</b> each call is made as an account, with the permissions that it has at this moment. What the account may not
 * read is answered as what is not there. The build is the very one that the button names: one that bears the same number since its
 * job was made anew is another one. A build that is started carries the id of the request.
 *
 * <p>Calls run on the caller's thread. {@link AccountsUnavailableException} where the security realm does not answer.
 */
public interface RebuildControl {
    /**
     * Returns what an act would return without an effect; empty where it may have one, which is not known before it is tried. Changes
     * nothing.
     *
     * @param account its id
     * @param action that of the act, such as {@link ButtonAction#ABORT}
     * @param build as the act gets it
     */
    Optional<RebuildResult> refusal(String account, ButtonAction action, ButtonTarget build);

    /** Runs a build again, with the same parameters and, where Jenkins can, the same commit. */
    RebuildResult runAgain(ActTrace trace, ButtonTarget build);

    /**
     * Returns what an earlier attempt at a request has put into the queue or started. This is asked for no account: the request had
     * its effect, whoever its member is by now.
     */
    Optional<RebuildResult.Started> started(RequestMark request, ButtonTarget build);

    /** Tells a running build to stop. */
    RebuildResult abort(ActTrace trace, ButtonTarget build);

    /** Stops a pipeline that goes on though it was told to stop. The steps that run are cut off. */
    RebuildResult terminate(ActTrace trace, ButtonTarget build);

    /** Ends a pipeline that {@link #terminate} does not stop. What it has started may go on outside of Jenkins. */
    RebuildResult kill(ActTrace trace, ButtonTarget build);

    /**
     * Takes a build out of the queue.
     *
     * @param queued as {@link QueueSlot#target} names it
     */
    RebuildResult cancel(ActTrace trace, ButtonTarget queued);
}
