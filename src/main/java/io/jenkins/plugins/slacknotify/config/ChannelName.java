package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import java.util.Locale;

/** Tells early what Slack would only refuse later. */
final class ChannelName {
    /** Slack's limit for the name of a channel. */
    private static final int LONGEST = 80;

    private ChannelName() {}

    static FormValidation check(@CheckForNull String typed) {
        String given = Util.fixEmptyAndTrim(typed);
        if (given == null) {
            return FormValidation.warning(Messages.ChannelName_none());
        }
        if (given.startsWith("@")) {
            return FormValidation.error(Messages.ChannelName_user());
        }
        String name = given.startsWith("#") ? given.substring(1) : given;
        if (name.isBlank() || name.length() > LONGEST || name.matches(".*[\\s,;/].*")) {
            return FormValidation.error(Messages.ChannelName_malformed());
        }
        boolean id = name.equals(name.toUpperCase(Locale.ROOT));
        boolean lowerCase = name.equals(name.toLowerCase(Locale.ROOT));
        return id || lowerCase ? FormValidation.ok() : FormValidation.warning(Messages.ChannelName_capitals());
    }
}
