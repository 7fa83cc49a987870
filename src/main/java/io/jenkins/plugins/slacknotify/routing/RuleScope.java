package io.jenkins.plugins.slacknotify.routing;

/** The level at which rules are kept. Rules nearer to the build are evaluated first. */
public enum RuleScope {
    /** The rules of one job. */
    JOB,
    /** The rules of a folder, for the jobs in it. */
    FOLDER,
    /** The rules of the whole Jenkins. */
    SYSTEM,
    /** The one rule that stands for the system channel and its events. Every Jenkins has it; it comes after those above. */
    SYSTEM_CHANNEL,
    /** The rules that people have made in Slack for a channel or for themselves. They come last. */
    SUBSCRIPTION
}
