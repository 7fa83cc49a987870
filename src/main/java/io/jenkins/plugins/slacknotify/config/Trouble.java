package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.slack.Answer;

/** What went wrong between Jenkins and Slack, for a person who waits at a form. */
public final class Trouble {
    private Trouble() {}

    /** @param answer any but a success */
    public static String in(Answer<?> answer) {
        if (answer instanceof Answer.Refused<?> refused) {
            return refused.refusal().remedy();
        }
        if (answer instanceof Answer.RateLimited<?> limited) {
            return Messages.ConnectionTest_rateLimited(limited.retryAfter().toSeconds());
        }
        if (answer instanceof Answer.Unreachable<?> unreachable) {
            return unreachable.why();
        }
        return ((Answer.Unknown<?>) answer).why();
    }
}
