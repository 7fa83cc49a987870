package io.jenkins.plugins.slacknotify.config.installation;

/** A sentence for the person who waits, in place of a result. It says what to do, and holds no secret. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedException(String sentence) {
        super(sentence);
    }
}
