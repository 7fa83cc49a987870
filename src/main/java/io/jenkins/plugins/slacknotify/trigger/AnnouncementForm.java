package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.security.AccessControlled;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.BotTokenCredentials;
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
        AccessControlled context = item == null ? Jenkins.get() : item;
        if (!context.hasPermission(item == null ? Jenkins.ADMINISTER : Item.CONFIGURE)) {
            return FormValidation.ok();
        }
        return AddresseeNames.parse(Words.of(value), RulePlaces.names(item), AddresseeNames::isAccount)
                .problem()
                .map(FormValidation::error)
                .orElseGet(FormValidation::ok);
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
