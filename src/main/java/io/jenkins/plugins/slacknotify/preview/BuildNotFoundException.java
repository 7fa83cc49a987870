package io.jenkins.plugins.slacknotify.preview;

/** Says that the job or build of a request does not exist. The message is for the person who asked. */
final class BuildNotFoundException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BuildNotFoundException(String message) {
        super(message);
    }
}
