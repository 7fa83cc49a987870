package io.jenkins.plugins.slacknotify.config.installation;

import io.jenkins.plugins.slacknotify.config.connection.SlackProblem;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.util.Optional;

/** A sentence for the person who waits, in place of a result. It says what to do, and holds no secret. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedException(String sentence) {
        super(sentence);
    }

    /**
     * Returns the value of a success, and throws an exception for any other result.
     *
     * @throws RefusedException with why it has not
     */
    public static <T> T success(SlackResult<T> result) throws RefusedException {
        return result.success().orElseThrow(() -> new RefusedException(SlackProblem.describe(result)));
    }

    /** @throws RefusedException with the obstacle, where there is one */
    public static void throwIf(Optional<String> obstacle) throws RefusedException {
        if (obstacle.isPresent()) {
            throw new RefusedException(obstacle.get());
        }
    }
}
