package io.jenkins.plugins.slacknotify.config.connection;

import io.jenkins.plugins.slacknotify.config.Messages;
import io.jenkins.plugins.slacknotify.slack.SlackResult;

/** What went wrong between Jenkins and Slack, for a person who waits at a form. */
public final class SlackProblem {
    private SlackProblem() {}

    /** @param answer any but a success */
    public static String describe(SlackResult<?> answer) {
        if (answer instanceof SlackResult.Refused<?> refused) {
            return refused.refusal().remedy();
        }
        if (answer instanceof SlackResult.RateLimited<?> limited) {
            return Messages.ConnectionTest_rateLimited(limited.retryAfter().toSeconds());
        }
        if (answer instanceof SlackResult.Unreachable<?> unreachable) {
            return unreachable.why();
        }
        return ((SlackResult.Unknown<?>) answer).why();
    }
}
