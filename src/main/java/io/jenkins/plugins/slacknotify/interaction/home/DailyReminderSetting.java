package io.jenkins.plugins.slacknotify.interaction.home;

/** The port that stores whether a person gets the daily reminder: one line a day of what waits for their answer. */
@FunctionalInterface
public interface DailyReminderSetting {
    /** Stores what an account's owner wants. */
    void set(String account, boolean isWanted);
}
