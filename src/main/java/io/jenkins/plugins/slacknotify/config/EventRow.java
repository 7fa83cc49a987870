package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.EventKindLabels;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;

/**
 * A row of the table of events on the page.
 *
 * @param chosen whether the system channel is notified of the kind
 * @param severity the id of the severity that is set; null for the default
 */
public record EventRow(
        EventKind kind, boolean chosen, @CheckForNull String severity) {
    public String name() {
        return EventKindLabels.name(kind);
    }

    public String description() {
        return EventKindLabels.description(kind);
    }

    /** The choices of a severity, the default first. */
    public ListBoxModel severities() {
        ListBoxModel choices = new ListBoxModel();
        choices.add(new ListBoxModel.Option(defaultLabel(), "", severity == null));
        for (Severity choice : Severity.values()) {
            choices.add(new ListBoxModel.Option(
                    choice.id(), choice.id(), choice.id().equals(severity)));
        }
        return choices;
    }

    private String defaultLabel() {
        Severity standard = SeverityPolicy.defaultFor(kind);
        return standard == null ? Messages.SeverityTable_asTheResult() : Messages.SeverityTable_default(standard.id());
    }
}
