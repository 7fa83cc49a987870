package io.jenkins.plugins.slacknotify.people.account;

import java.io.IOException;
import java.util.function.Consumer;

/** The act that a one-time code permits. Where it throws something, nothing was done, and the code is good for another try. */
@FunctionalInterface
public interface CodeUse {
    void run() throws IOException;

    /**
     * Runs, while the code is marked as being used, so that nobody else uses it.
     *
     * @param end learns whether it was done, and so whether the code is used up or good for another try; called whatever is thrown
     */
    default void run(Consumer<Boolean> end) throws IOException {
        boolean isDone = false;
        try {
            run();
            isDone = true;
        } finally {
            end.accept(isDone);
        }
    }
}
