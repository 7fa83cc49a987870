package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;

/** The picture beside a message: an emoji between colons, or an {@code https} address. */
public final class BotIcon {
    private BotIcon() {}

    /**
     * Checks what stands in a field; an empty field is valid. Anything else is a warning, as saving takes it: a wrong icon costs no
     * message.
     */
    public static FormValidation check(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        boolean isKnown = given == null || given.matches(":[^:\\s]+:") || given.matches("https://\\S+");
        return isKnown ? FormValidation.ok() : FormValidation.warning(Messages.BotIcon_malformed());
    }
}
