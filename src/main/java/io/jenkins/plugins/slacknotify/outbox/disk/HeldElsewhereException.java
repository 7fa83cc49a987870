package io.jenkins.plugins.slacknotify.outbox.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A folder is used by another process, or by another part of this one. */
public final class HeldElsewhereException extends IOException {
    private static final long serialVersionUID = 1L;

    HeldElsewhereException(Path folder) {
        super("Another process uses " + folder);
    }
}
