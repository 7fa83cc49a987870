package io.jenkins.plugins.slacknotify.preview;

/** What somebody asks about is not there. The message says so to whoever has asked. */
final class NotThereException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NotThereException(String words) {
        super(words);
    }
}
