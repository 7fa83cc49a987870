package io.jenkins.plugins.slacknotify.config.connection;

import io.jenkins.plugins.slacknotify.config.form.Sentences;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.List;

/** Describes a failed call to Slack to a person who waits at a form. */
public final class SlackProblem {
    private SlackProblem() {}

    /** @param result any but a success */
    public static String describe(SlackResult<?> result) {
        if (result instanceof SlackResult.Refused<?> refused) {
            return refused.refusal().remedy();
        }
        if (result instanceof SlackResult.RateLimited<?> limited) {
            return Messages.SlackProblem_rateLimited(limited.retryAfter().toSeconds());
        }
        if (result instanceof SlackResult.Unreachable<?> unreachable) {
            return JenkinsProxy.hint()
                    .map(hint -> Sentences.join(List.of(unreachable.why(), hint)))
                    .orElse(unreachable.why());
        }
        return ((SlackResult.Unknown<?>) result).why();
    }

    /**
     * Describes a failed call to somebody who is no administrator: without scopes, and servers inside of a network.
     *
     * @param result any but a success
     */
    public static String describeForEverybody(SlackResult<?> result) {
        return result instanceof SlackResult.RateLimited<?> || result.isRefused(Refusal::isForEverybody)
                ? describe(result)
                : Messages.SlackProblem_forAdministrators();
    }
}
