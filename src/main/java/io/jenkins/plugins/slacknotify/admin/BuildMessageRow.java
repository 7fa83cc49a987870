package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A message on the page of its build, with no more than its reader may know.
 *
 * @param id of the delivery
 * @param label the state in words
 * @param bad whether a person has to act
 * @param destination the channel or the person
 * @param openable whether there is a link to the message for the reader
 * @param rule that has sent it; null where there is none, or it is not for the reader
 */
public record BuildMessageRow(
        String id,
        String label,
        boolean bad,
        String destination,
        boolean openable,
        @CheckForNull RuleLink rule) {
    /**
     * @param administrator whether the reader reads all
     * @param readsRules whether the reader may read the configuration of the job
     * @param reader the account of the reader
     */
    static BuildMessageRow of(DeliveryRow row, boolean administrator, boolean readsRules, String reader) {
        boolean own = row.isFor(reader);
        boolean personal = !row.publicChannel().equals(row.report().channel());
        String others = own ? Messages.BuildMessageRow_you() : row.publicChannel();
        return new BuildMessageRow(
                row.report().id(),
                row.label(),
                row.isBad(),
                administrator ? row.report().channel() : others,
                row.report().hasArrived() && (administrator || own || !personal),
                readsRules ? row.ruleLink() : null);
    }
}
