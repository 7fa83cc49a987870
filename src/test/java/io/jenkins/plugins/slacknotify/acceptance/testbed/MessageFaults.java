package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;

/**
 * Faults that only messages with certain words meet. What earlier tests have left, such as messages that wait for a channel to
 * be made, does not meet them.
 */
public record MessageFaults(SlackSandbox sandbox) {
    private static final String METHOD = "chat.postMessage";

    /** The next {@code times} that Jenkins posts a message with those words, it meets the fault. */
    public void next(String words, int times, Fault fault) {
        sandbox.faults().nextTimesAbout(words, times, METHOD, fault);
    }

    /** Each time that Jenkins posts a message with those words, it meets the fault, until {@link TestBed#reset()}. */
    public void always(String words, Fault fault) {
        sandbox.faults().alwaysAbout(words, METHOD, fault);
    }
}
