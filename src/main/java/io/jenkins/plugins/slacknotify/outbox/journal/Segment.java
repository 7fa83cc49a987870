package io.jenkins.plugins.slacknotify.outbox.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file of the journal. It grows at its end only, and only in the process that made it.
 *
 * <p>Nothing here goes through a channel: channels give up where the thread is interrupted, as that of an aborted build
 * is.
 */
final class Segment implements Closeable {
    private final int number;
    private final Path file;
    private final SegmentDisk disk;

    /** The stream that appends to the file; null where the segment does not grow any more. */
    @CheckForNull
    private FileOutputStream out;

    /** The file system's key of the file that grows; null if there is none. */
    @CheckForNull
    private Object fileKey;

    private int size;
    private int live;

    /** Whether the segment could not be read yet. */
    private boolean unread;

    /** Whether the file may go on behind the last whole line, with the remains of an append that failed. */
    private boolean hasRemains;

    /** The damaged parts of the segment of which there is no copy yet; null where there are none. */
    @CheckForNull
    private byte[] unsaved;

    /** The segment that was before it; null where there was none, or nobody knows. */
    @CheckForNull
    private SegmentEnd preceding;

    private Segment(int number, Path file, SegmentDisk disk) {
        this.number = number;
        this.file = file;
        this.disk = disk;
    }

    static Segment create(int number, Path file, SegmentDisk disk) throws IOException {
        if (!file.toFile().createNewFile()) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Segment segment = new Segment(number, file, disk);
        segment.fileKey = attributes(file).fileKey();
        segment.out = new FileOutputStream(file.toFile());
        return segment;
    }

    /** Returns a segment that an earlier process has written, and that was not read yet. */
    static Segment unread(int number, Path file, SegmentDisk disk) {
        Segment segment = new Segment(number, file, disk);
        segment.unread = true;
        return segment;
    }

    int number() {
        return number;
    }

    Path file() {
        return file;
    }

    int size() {
        return size;
    }

    /** Sets the length of a segment that an earlier process has written. */
    void setSize(int bytes) {
        size = bytes;
    }

    /** Notes that the segment was read, as far as it can be. */
    void setRead() {
        unread = false;
    }

    /**
     * Appends and forces to disk. Whatever is thrown, the segment is closed then and ends where it ended before, or {@link #hasRemains}.
     */
    void append(byte[] frames) throws IOException {
        FileOutputStream end = out;
        if (end == null) {
            throw new IOException("The segment does not grow any more: " + file);
        }
        try {
            end.write(frames);
            disk.force(end);
            size += frames.length;
        } catch (IOException | RuntimeException | Error e) {
            cutBack(e);
            throw e;
        }
    }

    private void cutBack(Throwable reason) {
        hasRemains = true;
        try {
            close();
            cutRemains();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * Returns whether the file is the one that grows. Somebody may have removed, cut or replaced it: what is appended then counts as written,
     * and no process reads it.
     */
    boolean isInPlace() {
        try {
            BasicFileAttributes found = attributes(file);
            return found.isRegularFile() && found.size() == size && Objects.equals(found.fileKey(), fileKey);
        } catch (IOException e) {
            return false;
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /** Returns whether the next process may read what could not be appended, as the disk did not forget it. */
    boolean hasRemains() {
        return hasRemains;
    }

    /** Cuts the remains of failed appends off the end of the file. */
    void cutRemains() throws IOException {
        if (hasRemains) {
            disk.cut(file, size);
            hasRemains = false;
        }
    }

    /** Reads bytes of the file. Returns none where the file ends before the last of them. */
    byte[] read(int offset, int length) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[length];
            content.seek(offset);
            content.readFully(bytes);
            return bytes;
        } catch (EOFException cut) {
            return new byte[0];
        }
    }

    /** Changes the number of lines in the segment that something still refers to. */
    void refer(int more) {
        live += more;
    }

    boolean isUnread() {
        return unread;
    }

    void setPreceding(@CheckForNull SegmentEnd before) {
        preceding = before;
    }

    @CheckForNull
    SegmentEnd preceding() {
        return preceding;
    }

    /** Returns whether this segment is one that another one tells of. */
    boolean isOf(SegmentEnd before) {
        return file.toFile().getName().equals(before.file());
    }

    /** @param damaged what keeps the segment from being deleted until a copy of it is somewhere else; null for nothing */
    void setUnsaved(@CheckForNull byte[] damaged) {
        unsaved = damaged;
    }

    @CheckForNull
    byte[] unsaved() {
        return unsaved;
    }

    boolean isSpent() {
        return live == 0 && !unread && unsaved == null;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            FileOutputStream open = out;
            out = null;
            open.close();
        }
    }
}
