package io.jenkins.plugins.slacknotify.outbox.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The disk under a file of a {@link Journal}: it keeps what was written, or forgets it. Safe for use by many threads. */
public class SegmentDisk {
    protected void force(FileOutputStream written) throws IOException {
        written.getFD().sync();
    }

    /** Cuts a file off behind its first bytes. */
    protected void cut(Path file, long size) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(size);
            content.getFD().sync();
        }
    }
}
