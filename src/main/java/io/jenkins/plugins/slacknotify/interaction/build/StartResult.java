package io.jenkins.plugins.slacknotify.interaction.build;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public sealed interface StartResult {
    /**
     * The build is in the queue, or runs.
     *
     * @param slot its place in the queue; null where it has left that
     * @param number the number of the build; null while it waits
     * @param isJoined whether it waited there before, for somebody else too: Jenkins makes one of two with the same parameters
     * @param isHeld whether Jenkins starts no builds at this moment
     */
    record Started(
            JobReference job,
            @CheckForNull QueueSlot slot,
            @CheckForNull Integer number,
            boolean isJoined,
            boolean isHeld)
            implements StartResult {
        /** Makes the result for a build of its own that may begin. */
        public Started(JobReference job, @CheckForNull QueueSlot slot, @CheckForNull Integer number) {
            this(job, slot, number, false, false);
        }

        /**
         * Says what has come of it, as a sentence of mrkdwn. What waits is not called started.
         *
         * @param member who has asked, as a mention
         */
        public String sentence(String member) {
            String build = job.link() + (number == null ? "" : " #" + number);
            String held = isHeld ? " Jenkins starts no builds at this moment, so it waits in the queue." : "";
            return isJoined
                    ? build + " was in the queue already, with the same parameters, so " + member + " gets that build."
                            + held
                    : member + " has " + (isHeld ? "asked for " : "started ") + build + "." + held;
        }
    }

    /** Nothing was started: the account may not, or the parameters do not fit. @param sentence for the member, in mrkdwn */
    record Refused(String sentence) implements StartResult {}

    /** The account may read no such job; there may be none. */
    record NoSuchJob() implements StartResult {}
}
