package io.jenkins.plugins.slacknotify.interaction.build;

/** The result of stopping a build, or of taking one out of the queue. */
public sealed interface StopResult {
    /** The build was told to stop, and may take its time. */
    record Stopped() implements StopResult {}

    record AlreadyOver() implements StopResult {}

    /** The account may not. @param sentence for the member, in mrkdwn */
    record Refused(String sentence) implements StopResult {}

    /** Nothing was done: Jenkins has not loaded the build since it was started, and to stop it now would be to kill it. Ask again. */
    record NotYet() implements StopResult {}

    /** The account may read no such build; there may be none. */
    record NoSuchBuild() implements StopResult {}
}
