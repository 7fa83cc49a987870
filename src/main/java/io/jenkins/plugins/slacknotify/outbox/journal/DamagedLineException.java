package io.jenkins.plugins.slacknotify.outbox.journal;

import java.io.IOException;

/** Thrown where a line is damaged, so that it is of no use to read it again. */
public final class DamagedLineException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedLineException(String message) {
        super(message);
    }
}
