package io.jenkins.plugins.slacknotify.engine.files;

import java.io.IOException;

/** The failure to receive a file that has more bytes than it may have. */
public final class FileTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    FileTooLargeException() {
        super("The file is too large");
    }
}
