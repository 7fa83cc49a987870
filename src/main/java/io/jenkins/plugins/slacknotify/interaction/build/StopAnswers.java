package io.jenkins.plugins.slacknotify.interaction.build;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import java.time.Duration;

/** The answers about a build that cannot be stopped yet. */
public final class StopAnswers {
    private static final Duration UNTIL_LOADED = Duration.ofSeconds(5);

    private StopAnswers() {}

    /**
     * Returns the result of an act that stops a build as soon as Jenkins has loaded it.
     *
     * @param build its name, in mrkdwn
     */
    public static ActResult.Later later(String build) {
        return new ActResult.Later(
                UNTIL_LOADED,
                "A build that is to stop is being loaded",
                Answer.ephemeral("Nothing was done: Jenkins has not loaded " + build
                        + " since it was started, and cannot stop it. Try again in a few minutes. If that does not help, look at"
                        + " the build's page in Jenkins."));
    }
}
