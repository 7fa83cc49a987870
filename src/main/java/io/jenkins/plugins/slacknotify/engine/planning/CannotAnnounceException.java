package io.jenkins.plugins.slacknotify.engine.planning;

/** An announcement that is impossible as it is. The message is for the job's author and says what to do. */
public final class CannotAnnounceException extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotAnnounceException(String message) {
        super(message);
    }
}
