package io.jenkins.plugins.slacknotify.interaction.home;

/** The port to whether people want a line a day of what waits for their answer. */
@FunctionalInterface
public interface DailyReminders {
    /** Stores what an account's owner wants. */
    void set(String account, boolean isWanted);
}
