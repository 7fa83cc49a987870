package io.jenkins.plugins.slacknotify.admin;

/** A row of the table about requests from Slack. It has getters, because views read those. */
public final class StatusRow {
    private final String label;
    private final String text;
    private final boolean bad;

    private StatusRow(String label, String text, boolean bad) {
        this.label = label;
        this.text = text;
        this.bad = bad;
    }

    static StatusRow of(String label, String text) {
        return new StatusRow(label, text, false);
    }

    static StatusRow bad(String label, String text) {
        return new StatusRow(label, text, true);
    }

    public String getLabel() {
        return label;
    }

    public String getText() {
        return text;
    }

    /** Whether somebody has to do something about it. */
    public boolean isBad() {
        return bad;
    }
}
