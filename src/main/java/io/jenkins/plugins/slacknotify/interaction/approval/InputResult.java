package io.jenkins.plugins.slacknotify.interaction.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public sealed interface InputResult {
    /** The answer has had its effect. @param isHeld whether the pipeline waits on, as Jenkins is about to stop and pauses all pipelines */
    record Done(boolean isHeld) implements InputResult {}

    /**
     * Somebody has answered before.
     *
     * @param by the name of whoever answered, for people; null where that is not known
     * @param approved whether the pipeline went on
     * @param sameRequest whether that was this very request, at an attempt that was cut off
     * @param sameAccount whether who answers now has answered before, here or in Jenkins
     */
    record AlreadyAnswered(@CheckForNull String by, boolean approved, boolean sameRequest, boolean sameAccount)
            implements InputResult {
        /** Creates the answer of this request, or of somebody else. */
        public AlreadyAnswered(@CheckForNull String by, boolean approved, boolean sameRequest) {
            this(by, approved, sameRequest, sameRequest);
        }
    }

    /**
     * The approval counts, and others have to approve, too.
     *
     * @param missing who has to, as mrkdwn that can follow "missing:"
     * @param before whether the account has approved by an earlier request
     */
    record Counted(String missing, boolean before) implements InputResult {}

    /** Nobody can answer any more: the build has ended, or the pipeline has given up waiting. */
    record Over() implements InputResult {}

    /**
     * The account may not.
     *
     * @param why mrkdwn that can follow "You may not:"
     * @param bySignIn whether another sign-in to Jenkins is what is missing
     */
    record Refused(String why, boolean bySignIn) implements InputResult {
        public Refused(String why) {
            this(why, false);
        }
    }

    /** A value does not fit. @param why mrkdwn, a sentence */
    record Invalid(String why) implements InputResult {}

    /** Parameters have to be filled in, and none were given. */
    record NeedsValues() implements InputResult {}

    /**
     * It can be answered on Jenkins' own page only.
     *
     * @param url that page; null where Jenkins does not know its own address
     */
    record OnlyInJenkins(@CheckForNull String url) implements InputResult {}

    /** The button names no question, and not exactly one waits in the build. */
    record NotOne() implements InputResult {}

    /** The account may read no such build; there may be none. */
    record NoSuchBuild() implements InputResult {}

    /** Jenkins does not know yet what the build waits for, as it has just started. */
    record NotLoaded() implements InputResult {}
}
