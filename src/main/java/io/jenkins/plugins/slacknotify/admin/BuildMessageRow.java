package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/** A message on the page of its build, with no more than its reader may know. It has getters, because views read those. */
public final class BuildMessageRow {
    private final DeliveryRow row;
    private final String destination;
    private final boolean openable;

    @CheckForNull
    private final RuleLink rule;

    private BuildMessageRow(DeliveryRow row, String destination, boolean openable, @CheckForNull RuleLink rule) {
        this.row = row;
        this.destination = destination;
        this.openable = openable;
        this.rule = rule;
    }

    /**
     * @param administrator whether the reader reads all
     * @param readsRules whether the reader may read the configuration of the job
     * @param reader the account of the reader
     */
    static BuildMessageRow of(DeliveryRow row, boolean administrator, boolean readsRules, String reader) {
        boolean own = row.isFor(reader);
        boolean personal = !row.getPublicChannel().equals(row.getChannel());
        String others = own ? Messages.BuildMessageRow_you() : row.getPublicChannel();
        return new BuildMessageRow(
                row,
                administrator ? row.getChannel() : others,
                row.isOpenable() && (administrator || own || !personal),
                readsRules ? row.ruleLink() : null);
    }

    public String getId() {
        return row.getId();
    }

    public String getLabel() {
        return row.getLabel();
    }

    public boolean isBad() {
        return row.isBad();
    }

    /** The channel or the person. */
    public String getDestination() {
        return destination;
    }

    /** Whether there is a link to the message for the reader. */
    public boolean isOpenable() {
        return openable;
    }

    /** The rule that has sent it; null where there is none, or it is not for the reader. */
    @CheckForNull
    public RuleLink getRule() {
        return rule;
    }
}
