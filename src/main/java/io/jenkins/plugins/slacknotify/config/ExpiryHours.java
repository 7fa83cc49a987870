package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;

/** After how many hours a message is no news any more. */
final class ExpiryHours {
    static final int STANDARD = 24;

    /** A week. What finished is remembered for two, and has to be known longer than anything waits. */
    private static final int MOST = 168;

    private ExpiryHours() {}

    /** @throws IllegalArgumentException where it is less than one hour or more than a week */
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
