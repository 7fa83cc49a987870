package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.security.AccessControlled;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.rules.MentionNames;
import io.jenkins.plugins.slacknotify.config.rules.RulePlaces;
import io.jenkins.plugins.slacknotify.event.Severity;
import jenkins.model.Jenkins;

/** What the forms of the step, the build step and the post-build action offer. */
final class AnnouncementForm {
    private AnnouncementForm() {}

    static ListBoxModel credentials(@CheckForNull Item item, @CheckForNull String current) {
        return BotTokenCredentials.choicesFor(item, current);
    }

    /** Tells nobody who may not configure the job which accounts and destinations there are. */
    static FormValidation checkTo(@CheckForNull Item item, String value) {
        if (!mayConfigure(item)) {
            return FormValidation.ok();
        }
        return AddresseeNames.parse(Words.of(value), RulePlaces.names(item), AddresseeNames::isAccount)
                .problem()
                .map(FormValidation::error)
                .orElseGet(FormValidation::ok);
    }

    /** Tells nobody who may not configure the job which accounts there are. */
    static FormValidation checkMention(@CheckForNull Item item, String value) {
        if (!mayConfigure(item)) {
            return FormValidation.ok();
        }
        try {
            return MentionNames.problem(Words.of(value))
                    .map(FormValidation::warning)
                    .orElseGet(FormValidation::ok);
        } catch (IllegalArgumentException refusal) {
            return FormValidation.error(refusal.getMessage());
        }
    }

    private static boolean mayConfigure(@CheckForNull Item item) {
        AccessControlled context = item == null ? Jenkins.get() : item;
        return context.hasPermission(item == null ? Jenkins.ADMINISTER : Item.CONFIGURE);
    }

    static ListBoxModel severities() {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.AnnouncementForm_asTheBuild(), "");
        for (Severity severity : Severity.values()) {
            choices.add(severity.id(), severity.id());
        }
        return choices;
    }
}
