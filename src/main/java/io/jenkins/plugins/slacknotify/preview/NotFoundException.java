package io.jenkins.plugins.slacknotify.preview;

/** What somebody asks about is not there. The message says so to whoever has asked. */
final class NotFoundException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NotFoundException(String words) {
        super(words);
    }
}
