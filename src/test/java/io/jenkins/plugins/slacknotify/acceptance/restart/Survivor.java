package io.jenkins.plugins.slacknotify.acceptance.restart;

import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;

/**
 * Something that outlives the end of Jenkins. Several share one end, as a start is expensive; so each has jobs and channels of
 * its own.
 */
interface Survivor {
    /** A rule that tells of its builds, as Configuration as Code has it; empty where it needs none. */
    default String rule() {
        return "";
    }

    /** Brings it so far that Jenkins may end at once: what has to be on disk is there. */
    void begin(TestBed bed);

    /** Damages what is on disk while Jenkins is down, as a crash may; nothing by default. */
    default void whileDown(TestBed bed) {}

    /** Asserts that it is as it should be once Jenkins runs again, and Slack is well. */
    void goOn(TestBed bed);
}
