package io.jenkins.plugins.slacknotify.outbox.disk;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads files and forces them and their names to disk, also on threads that are interrupted. */
public final class Disk {
    private static final Logger LOGGER = Logger.getLogger(Disk.class.getName());

    /** The end of the name of a file that is not complete yet. */
    private static final String DRAFT = ".tmp";

    private static final boolean CAN_FORCE_FOLDERS = File.separatorChar == '/';

    /** The folders that could be forced before, by which a failure is told from a file system that never can. */
    private static final Set<Path> FORCED = ConcurrentHashMap.newKeySet();

    /** The folders that could not be forced when that was tried last, though they could before. */
    private static final Set<Path> UNFORCED = ConcurrentHashMap.newKeySet();

    /** The folders of which it was said that they cannot be forced. */
    private static final Set<Path> REPORTED = ConcurrentHashMap.newKeySet();

    /** The content of a file that is about to be replaced. */
    @FunctionalInterface
    public interface Content {
        /** @param draft the file that takes the other's place; exists already */
        byte[] of(Path draft) throws IOException;
    }

    private Disk() {}

    /**
     * Forces the names in a folder to disk. Where the file system cannot (Windows, some network file systems), the last
     * changes before a power cut depend on its journal.
     *
     * @throws IOException where the disk reports an error for a folder that could be forced before
     */
    public static void force(Path folder) throws IOException {
        if (!CAN_FORCE_FOLDERS) {
            return;
        }
        boolean interrupted = false;
        try {
            while (!tryToForce(folder)) {
                interrupted |= Thread.interrupted();
            }
            FORCED.add(folder);
            UNFORCED.remove(folder);
        } catch (IOException e) {
            if (FORCED.contains(folder)) {
                UNFORCED.add(folder);
                throw e;
            }
            if (REPORTED.add(folder)) {
                LOGGER.log(Level.WARNING, e, () -> "A file system that cannot force this folder to disk: " + folder);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Forces a folder once. That works through a channel only, and a channel gives up where the thread is interrupted.
     */
    private static boolean tryToForce(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    /** Forces a folder once more where that has failed: a change in it that seems done may not be on disk. */
    private static void forceAgain(@CheckForNull Path folder) throws IOException {
        if (folder != null && UNFORCED.contains(folder)) {
            force(folder);
        }
    }

    /**
     * Makes a folder and those above it that are missing, and forces the name of each to disk. Where that has failed, it is done again
     * though the folder is there.
     */
    public static void createFolders(Path folder) throws IOException {
        @CheckForNull Path parent = folder.toAbsolutePath().getParent();
        if (Files.isDirectory(folder)) {
            forceAgain(parent);
            return;
        }
        if (parent != null) {
            createFolders(parent);
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another thread was faster.
        }
        if (parent != null) {
            force(parent);
        }
    }

    /** Reads a file, on an interrupted thread too, on which {@code Files} does not. */
    public static byte[] read(Path file) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    /** Writes a file, and forces its content and its name to disk. A crash may leave a part of it. */
    public static void write(Path file, byte[] content) throws IOException {
        writeContent(file, content);
        force(parentOf(file));
    }

    private static void writeContent(Path file, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }

    /** Copies a file, and forces the copy to disk under its name, which never stands for a part of it. */
    public static void copy(Path from, Path to) throws IOException {
        Path draft = draftOf(to);
        try {
            try (FileInputStream in = new FileInputStream(from.toFile());
                    FileOutputStream out = new FileOutputStream(draft.toFile())) {
                in.transferTo(out);
                out.getFD().sync();
            }
            rename(draft, to);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    /** Replaces a file in one step, and forces its content and its name to disk. Makes its folder where that is missing. */
    public static void replace(Path file, String content) throws IOException {
        createFolders(parentOf(file));
        Path draft = draftOf(file);
        writeContent(draft, content.getBytes(StandardCharsets.UTF_8));
        rename(draft, file);
    }

    /** Replaces a file in one step, and forces its content and its name to disk. Its folder is there. */
    public static void replace(Path file, Content content) throws IOException {
        Path draft = draftOf(file);
        writeContent(draft, new byte[0]);
        writeContent(draft, content.of(draft));
        rename(draft, file);
    }

    private static void rename(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(parentOf(file));
    }

    /** Deletes a file if it is there, and forces to disk that its name is gone. Where that has failed, it is done again. */
    public static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            force(parentOf(file));
        } else {
            forceAgain(parentOf(file));
        }
    }

    private static Path draftOf(Path file) {
        return file.resolveSibling(file.toFile().getName() + DRAFT);
    }

    private static Path parentOf(Path file) {
        return file.toAbsolutePath().getParent();
    }
}
