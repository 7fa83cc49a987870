package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;

/** The hours after which a message that could not be sent is dropped: 24 unless somebody sets it. */
final class ExpiryHours {
    static final int STANDARD = 24;

    /** A week. The outbox remembers finished entries for two weeks, and must know them longer than anything waits. */
    private static final int MOST = 168;

    private ExpiryHours() {}

    /**
     * Checks a number of hours, and returns it.
     *
     * @throws IllegalArgumentException where it is less than one hour or more than a week
     */
    static int checked(int hours) {
        if (hours < 1 || hours > MOST) {
            throw new IllegalArgumentException(Messages.ExpiryHours_malformed(MOST));
        }
        return hours;
    }

    static FormValidation check(@CheckForNull String typed) {
        try {
            checked(Integer.parseInt(Util.fixNull(typed).strip()));
            return FormValidation.ok();
        } catch (NumberFormatException e) {
            return FormValidation.error(Messages.ExpiryHours_malformed(MOST));
        }
    }
}
