package io.jenkins.plugins.slacknotify.config;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.EventKindLabels;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;

/** A row of the form's table of events. Has getters, because that is what a view can read. */
public final class EventRow {
    private final EventKind kind;
    private final SlackNotifyConfiguration configuration;

    EventRow(EventKind kind, SlackNotifyConfiguration configuration) {
        this.kind = kind;
        this.configuration = configuration;
    }

    public String getId() {
        return kind.id();
    }

    public String getName() {
        return EventKindLabels.name(kind);
    }

    public String getDescription() {
        return EventKindLabels.description(kind);
    }

    /** Whether the system channel hears of it. */
    public boolean isChosen() {
        return configuration.getEvents().contains(kind.id());
    }

    /** The choices of a severity, the default first. */
    public ListBoxModel getSeverities() {
        String current = configuration.getSeverities().row(kind);
        ListBoxModel choices = new ListBoxModel();
        choices.add(new ListBoxModel.Option(standard(), "", current == null));
        for (Severity severity : Severity.values()) {
            choices.add(new ListBoxModel.Option(
                    severity.id(), severity.id(), severity.id().equals(current)));
        }
        return choices;
    }

    private String standard() {
        Severity standard = SeverityPolicy.defaultFor(kind);
        return standard == null ? Messages.SeverityTable_asTheResult() : Messages.SeverityTable_default(standard.id());
    }
}
