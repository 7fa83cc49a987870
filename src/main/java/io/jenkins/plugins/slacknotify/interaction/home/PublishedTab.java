package io.jenkins.plugins.slacknotify.interaction.home;

/** The result of showing a home tab. */
public sealed interface PublishedTab {
    /** Slack shows it. @param hash by which the next one replaces this one alone; empty where Slack did not tell it */
    record Shown(String hash) implements PublishedTab {}

    /** Slack shows one that was published after the one that was to be replaced. */
    record Overtaken() implements PublishedTab {}

    /** Slack does not show it; it can be tried again. */
    record Failed() implements PublishedTab {}
}
