package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.event.Severity;

/** What the forms of the step, the build step and the post-build action offer. */
final class AnnouncementForm {
    private AnnouncementForm() {}

    static ListBoxModel credentials(@CheckForNull Item item, @CheckForNull String current) {
        return BotTokenCredentials.choicesFor(item, current);
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
