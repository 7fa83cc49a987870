package io.jenkins.plugins.slacknotify.interaction.modal;

import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;

/**
 * Recognizes a form that was sent before. Where Jenkins is slow to acknowledge one, Slack tells its member to try again and leaves it
 * open, though it has come; what is sent then is another request of the same form.
 */
public final class SentForms {
    private SentForms() {}

    /**
     * Returns whether another request has sent the form before, also to an earlier process. A request that is done again is no other one.
     *
     * @param choice of the act that the request asks for
     * @throws ActChoice.NotKeptException where the disk does not take it
     */
    public static boolean isSecond(ViewSubmission submission, ActChoice choice) {
        return !choice.take("form " + submission.origin().installation().id().orElse("") + " "
                + submission.view().id());
    }
}
