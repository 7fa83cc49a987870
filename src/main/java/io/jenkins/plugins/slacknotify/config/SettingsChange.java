package io.jenkins.plugins.slacknotify.config;

import hudson.BulkChange;
import java.io.IOException;

/**
 * A change of the settings that is saved as a whole, or not at all. Whoever changes them does it here, so that changes wait for each
 * other: what a step reads of the settings, nobody else changes before they are saved. A change within another one of the same settings
 * is saved with that one.
 *
 * <p>{@code Descriptor.save} of Jenkins logs what the disk does not take and returns (core 2.541.3), so a {@code BulkChange} alone would
 * let pages say "saved" of what is gone after a restart.
 *
 * <p>Not guaranteed: a setter that somebody calls outside, as a script of an administrator does, does not wait, and may be undone with a
 * change that fails at that moment.
 */
public final class SettingsChange implements AutoCloseable {
    private final SlackNotifyConfiguration settings;
    private final SlackNotifyConfiguration before;
    private final int changesBefore;
    private final BulkChange unsaved;
    private boolean isSaved;

    /**
     * A step that changes settings.
     *
     * @param <E> what else it throws
     */
    @FunctionalInterface
    public interface Step<E extends Exception> {
        void run() throws IOException, E;
    }

    /**
     * A step that finds out whether settings are to be changed, and changes them.
     *
     * @param <T> what it says of that
     * @param <E> what else it throws
     */
    @FunctionalInterface
    public interface Decision<T, E extends Exception> {
        T run() throws IOException, E;
    }

    /**
     * Runs a step that changes settings, and saves the settings.
     *
     * @throws IOException where the step throws it, or the disk does not take the settings; they are as before then, as after anything
     *     else that the step throws
     */
    public static <E extends Exception> void make(SlackNotifyConfiguration settings, Step<E> step)
            throws IOException, E {
        decide(settings, () -> {
            step.run();
            return null;
        });
    }

    /**
     * Runs a step that may change settings, and saves the settings if it has changed any.
     *
     * @return what the step returns
     * @throws IOException on the terms of {@link #make}
     */
    public static <T, E extends Exception> T decide(SlackNotifyConfiguration settings, Decision<T, E> step)
            throws IOException, E {
        synchronized (settings) {
            try (SettingsChange change = new SettingsChange(settings)) {
                T result = step.run();
                change.commit();
                return result;
            }
        }
    }

    private SettingsChange(SlackNotifyConfiguration settings) {
        this.settings = settings;
        before = settings.snapshot();
        changesBefore = settings.changes();
        unsaved = new BulkChange(settings);
    }

    private void commit() throws IOException {
        unsaved.close();
        if (settings.changes() != changesBefore) {
            settings.write();
        }
        isSaved = true;
    }

    @Override
    public void close() {
        unsaved.close();
        if (!isSaved) {
            settings.goBackTo(before);
        }
    }
}
