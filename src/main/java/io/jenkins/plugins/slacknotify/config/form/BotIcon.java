package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.Messages;

/** The picture beside a message: an emoji or an address. */
public final class BotIcon {
    private BotIcon() {}

    public static FormValidation check(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        boolean fits = given == null || given.matches(":[^:\\s]+:") || given.matches("https://\\S+");
        return fits ? FormValidation.ok() : FormValidation.error(Messages.BotIcon_malformed());
    }
}
