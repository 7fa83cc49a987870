package io.jenkins.plugins.slacknotify.outbox.disk;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A lock that keeps a folder for one user at a time: over all processes of the machine and, as far as the file system
 * passes locks on, of all machines that share the folder. The end of a process, whatever ends it, releases its locks.
 *
 * <p>Where a folder cannot be written or its file system has no locks, the lock is taken in this process alone, because
 * a folder without a lock is of more use than none.
 */
public final class FolderLock implements Closeable {
    private static final Logger LOGGER = Logger.getLogger(FolderLock.class.getName());

    /**
     * The folders that are locked in this process. A second attempt must not even open the file: on POSIX systems, a
     * process that closes any descriptor of a file gives up all its locks on it.
     */
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

    /**
     * The files that an earlier life of the plugin has locked in this process, each opened once. They are never closed, see
     * {@link #LOCKED}.
     */
    private static final Map<Path, FileChannel> LOCKED_EARLIER = new ConcurrentHashMap<>();

    private final Path folder;

    @CheckForNull
    private final FileChannel channel;

    private FolderLock(Path folder, @CheckForNull FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder, or gives up at once.
     *
     * @param name of the file that is locked, which is made and never deleted
     * @throws HeldElsewhereException where somebody else has it
     * @throws IOException where the folder is missing, or the file cannot be opened for the time being
     */
    public static FolderLock acquire(Path folder, String name) throws IOException {
        Path real = folder.toRealPath();
        if (!LOCKED.add(real)) {
            throw new HeldElsewhereException(folder);
        }
        // A channel gives up where its thread is interrupted.
        boolean interrupted = Thread.interrupted();
        try {
            return new FolderLock(real, lock(real.resolve(name)));
        } catch (IOException | RuntimeException | Error e) {
            LOCKED.remove(real);
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @CheckForNull
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel;
        try {
            @CheckForNull FileChannel before = LOCKED_EARLIER.get(file);
            channel = before == null || !before.isOpen()
                    ? FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    : before;
        } catch (IOException e) {
            Path folder = file.getParent();
            if (folder == null || Files.isWritable(folder)) {
                throw e;
            }
            LOGGER.log(Level.FINE, e, () -> "Not locked, because it cannot be written: " + file);
            return null;
        }
        try {
            @CheckForNull FileLock lock = channel.tryLock();
            if (lock != null) {
                LOCKED_EARLIER.remove(file);
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by an earlier life of this plugin in the same process, which closing the file would take the lock
            // from.
            LOCKED_EARLIER.put(file, channel);
            throw new HeldElsewhereException(file.getParent());
        } catch (ClosedByInterruptException e) {
            // Interrupted just now; the caller tries again.
            throw e;
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "This file system has no locks; take care that no second Jenkins uses " + file.getParent());
            channel.close();
            return null;
        }
        channel.close();
        throw new HeldElsewhereException(file.getParent());
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            LOCKED.remove(folder);
        }
    }
}
