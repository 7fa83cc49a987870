package io.jenkins.plugins.slacknotify.interaction.modal;

import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.memory.LruCache;

/**
 * The forms that were sent. Where Jenkins is slow to acknowledge one, Slack tells its member to try again and leaves it open, though it
 * has come; what is sent then is another request of the same form. Safe for use by many threads.
 */
public final class SentForms {
    private static final int FORMS = 500;

    private final LruCache<String, String> requests = new LruCache<>(FORMS);

    /** Returns whether another request has sent the form before. A request that is done again is no other one. */
    public synchronized boolean isSecond(ViewSubmission submission) {
        String form = submission.origin().installation().id().orElse("") + "|"
                + submission.view().id();
        String request = submission.origin().id();
        String first = requests.get(form).orElse(request);
        requests.put(form, first);
        return !first.equals(request);
    }
}
