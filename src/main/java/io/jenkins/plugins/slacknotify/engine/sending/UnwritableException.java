package io.jenkins.plugins.slacknotify.engine.sending;

/** Thrown where a message cannot be written, by a fault of ours or by what a build says. Slack was not asked. */
final class UnwritableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnwritableException(Throwable cause) {
        super(
                "The message could not be written (" + cause.getClass().getSimpleName() + "); see the Jenkins log",
                cause);
    }
}
