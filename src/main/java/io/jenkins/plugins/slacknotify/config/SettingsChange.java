package io.jenkins.plugins.slacknotify.config;

import hudson.BulkChange;
import java.io.IOException;

/**
 * A change of several settings that is saved as a whole, or not at all. Closed without {@link #commit}, or where the disk does not take it,
 * it leaves the settings as they were before.
 *
 * <p>{@code Descriptor.save} of Jenkins logs what the disk does not take and returns (core 2.541.3), so a {@code BulkChange} alone would
 * let pages say "saved" of what is gone after a restart.
 *
 * <p>Belongs to one thread. What another thread changes before this is closed may be undone with it, so that who can wait for others
 * locks the settings.
 */
public final class SettingsChange implements AutoCloseable {
    private final SlackNotifyConfiguration settings;
    private final SlackNotifyConfiguration before;
    private final BulkChange unsaved;
    private boolean isSaved;

    /** A step that changes settings. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException;
    }

    /**
     * Changes settings and saves them, under their lock: what the step reads of them, nobody else changes before they are saved.
     *
     * @throws IOException where the step throws it, or the disk does not take the settings; they are as before then, as after anything
     *     else that the step throws
     */
    public static void make(SlackNotifyConfiguration settings, Step step) throws IOException {
        synchronized (settings) {
            try (SettingsChange change = new SettingsChange(settings)) {
                step.run();
                change.commit();
            }
        }
    }

    public SettingsChange(SlackNotifyConfiguration settings) {
        this.settings = settings;
        before = settings.snapshot();
        unsaved = new BulkChange(settings);
    }

    /**
     * Saves what was changed. Within another change of these settings, that one saves it.
     *
     * @throws IOException where the disk does not take it
     */
    public void commit() throws IOException {
        unsaved.close();
        settings.write();
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
