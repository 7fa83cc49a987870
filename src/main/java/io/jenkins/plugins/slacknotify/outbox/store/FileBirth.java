package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time when a file was made, which nobody can set who puts a file back. It differs from the time of the last change, which is put back
 * with the file, and from that of a change of its owner, which some containers make at each start.
 */
final class FileBirth {
    private static final Duration A_DAY = Duration.ofDays(1);

    private FileBirth() {}

    /**
     * Returns when a file was made, in nanoseconds since 1970; null where Java, the system or the file system does not tell. Java then
     * returns when the file was written last, so that is set for a moment, to see whether it is the same.
     */
    @CheckForNull
    static Long of(Path file) {
        try {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime born = before.creationTime();
            // Later, as some systems let no file be written before it was made.
            Files.setLastModifiedTime(file, FileTime.from(born.toInstant().plus(A_DAY)));
            try {
                boolean isTold = Files.readAttributes(file, BasicFileAttributes.class)
                        .creationTime()
                        .equals(born);
                return isTold ? born.to(TimeUnit.NANOSECONDS) : null;
            } finally {
                Files.setLastModifiedTime(file, before.lastModifiedTime());
            }
        } catch (IOException notNow) {
            return null;
        }
    }
}
