package io.jenkins.plugins.slacknotify.outbox.disk;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads files and forces them and their names to disk, also on threads that are interrupted. */
public final class Disk {
    private static final Logger LOGGER = Logger.getLogger(Disk.class.getName());

    private Disk() {}

    /**
     * Forces the names in a folder to disk. Where the file system cannot (Windows), the last changes before a power cut
     * depend on its journal.
     */
    public static void force(Path folder) {
        boolean interrupted = false;
        try {
            while (!tryToForce(folder)) {
                interrupted |= Thread.interrupted();
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "This file system cannot force a folder to disk", e);
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

    /** Reads a file, on an interrupted thread too, on which {@code Files} does not. */
    public static byte[] read(Path file) throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    /** Writes a file, and forces its content and its name to disk. */
    public static void writeForced(Path folder, String name, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(folder.resolve(name).toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        force(folder);
    }
}
