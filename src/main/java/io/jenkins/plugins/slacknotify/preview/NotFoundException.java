package io.jenkins.plugins.slacknotify.preview;

/** Says that the job or build of a request does not exist. The message is for the person who asked. */
final class NotFoundException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NotFoundException(String message) {
        super(message);
    }
}
