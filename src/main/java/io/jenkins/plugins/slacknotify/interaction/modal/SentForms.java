package io.jenkins.plugins.slacknotify.interaction.modal;

import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;

/**
 * Recognizes a form that was sent before. Where Jenkins acknowledges a form late, Slack leaves it open and tells the member to
 * try again, although the form has arrived. The second attempt is another request with the same form.
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
