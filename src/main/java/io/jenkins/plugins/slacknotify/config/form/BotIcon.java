package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;

/** The picture beside a message: an emoji between colons, or an {@code https} address. */
public final class BotIcon {
    private BotIcon() {}

    /** Checks what stands in a field; an empty field is valid. */
    public static FormValidation check(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        boolean valid = given == null || given.matches(":[^:\\s]+:") || given.matches("https://\\S+");
        return valid ? FormValidation.ok() : FormValidation.error(Messages.BotIcon_malformed());
    }
}
