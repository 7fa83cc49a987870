package io.jenkins.plugins.slacknotify.engine.history;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A {@link LineFile} whose lines are first noted, in the order in which memory changes, and then written: so nobody who has to change
 * memory waits for a disk, be the change that is written one line or a folder with thousands of jobs.
 *
 * <p>Whoever has noted lines calls {@link #write} when it holds no lock that a build may need. It writes all that is noted, at the cost of
 * one write for lines that follow each other. While another thread writes, it returns at once, and that thread writes the rest.
 *
 * <p>Safe for use by many threads.
 */
final class LineLog {
    /** How many lines there may be for each that is needed, before a file is written anew. */
    private static final int WASTE = 4;

    private static final int SMALL_FILE = 1_000;

    private final LineFile file;

    /** The lock of the thread that writes the file. */
    private final ReentrantLock writing = new ReentrantLock();

    /** The notes that are not written yet, guarded by this object: the lines to add, after those of {@link #whole}. */
    private List<Supplier<String>> added = new ArrayList<>();

    /** The lines that take the place of all that is in the file; null where it stays. Guarded by this object. */
    @CheckForNull
    private List<Supplier<String>> whole;

    /** How many lines the file has once all notes are written. Guarded by this object. */
    private int lines;

    LineLog(LineFile file) {
        this.file = file;
    }

    /** The lines of the file in their order, with the terms of {@link LineFile#read}. */
    synchronized List<String> read() {
        List<String> stored = file.read();
        lines = stored.size();
        return stored;
    }

    /** Whether the file has so many more lines than are needed that it is worth {@link #replace replacing} them. */
    synchronized boolean isWasteful(int needed) {
        return lines > SMALL_FILE + WASTE * needed;
    }

    /**
     * Notes a line to append.
     *
     * @param line called when it is written, so of what does not change
     */
    synchronized void append(Supplier<String> line) {
        added.add(line);
        lines++;
    }

    /**
     * Notes fewer lines that say the same as all others, and take their place, on the terms of {@link #append}. Does nothing where the file
     * could not be read: nobody knows then what it says.
     */
    synchronized void replace(List<Supplier<String>> needed) {
        lines = needed.size();
        if (file.isKnown()) {
            whole = needed;
            added = new ArrayList<>();
        }
    }

    /** Writes what is noted, or leaves it to the thread that does so already. */
    void write() {
        // Tried again, as the other thread may have found nothing more just before something was noted.
        while (hasMore() && writing.tryLock()) {
            try {
                writeAll();
            } finally {
                writing.unlock();
            }
        }
    }

    private synchronized boolean hasMore() {
        return whole != null || !added.isEmpty();
    }

    private void writeAll() {
        for (Noted next = take(); next != null; next = take()) {
            List<Supplier<String>> replacing = next.whole();
            if (replacing != null) {
                file.replace(replacing.stream().map(Supplier::get).toList());
            }
            if (!next.added().isEmpty()) {
                file.append(next.added().stream().map(Supplier::get).collect(Collectors.joining("\n")));
            }
        }
    }

    private record Noted(@CheckForNull List<Supplier<String>> whole, List<Supplier<String>> added) {}

    @CheckForNull
    private synchronized Noted take() {
        if (whole == null && added.isEmpty()) {
            return null;
        }
        Noted noted = new Noted(whole, added);
        whole = null;
        added = new ArrayList<>();
        return noted;
    }
}
