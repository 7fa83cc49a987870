package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.rules.RuleDescriber;
import io.jenkins.plugins.slacknotify.engine.Preview;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.html.MessageHtml;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import jenkins.model.Jenkins;

/**
 * A person who would be notified directly, as a page or a program gets it.
 *
 * <p>What keeps people from it is their own business. So only administrators read whether it is a permission or a
 * preference.
 *
 * @param account the id of the person's account in Jenkins; null where there is none
 * @param reason how the person is involved in the build
 * @param byRule whether a rule names the person
 * @param notified whether Slack would be asked for the person
 * @param note what is known, and what is not
 * @param content the message; null where none would be sent
 */
public record PersonRow(
        String name,
        @CheckForNull String account,
        String reason,
        boolean byRule,
        boolean notified,
        String note,
        @CheckForNull RenderedMessage content) {
    static PersonRow of(Preview.DirectMessage direct, boolean byRule) {
        ExclusionReason exclusion = direct.person().exclusionReason();
        return new PersonRow(
                direct.person().name(),
                direct.person().account(),
                direct.person().involvements().isEmpty()
                        ? Messages.PersonRow_named()
                        : RuleDescriber.joinIds(direct.person().involvements(), Involvement::id),
                byRule,
                exclusion == null,
                note(exclusion),
                direct.content());
    }

    private static String note(@CheckForNull ExclusionReason exclusion) {
        if (exclusion == null) {
            return Messages.PersonRow_ifInSlack();
        }
        boolean mayKnow = Jenkins.get().hasPermission(Jenkins.ADMINISTER);
        return switch (exclusion) {
            case NO_PERSON -> Messages.PersonRow_noPerson();
            case NO_ACCOUNT -> Messages.PersonRow_noAccount();
            case MAY_NOT_READ -> mayKnow ? Messages.PersonRow_mayNotRead() : Messages.PersonRow_own();
            case OTHER_EVENTS_BY_DEFAULT -> Messages.PersonRow_defaultEvents();
            case MORE_SEVERE_BY_DEFAULT -> Messages.PersonRow_defaultSeverity();
            case DOES_NOT_WANT, READS_CHANNEL -> mayKnow ? Messages.PersonRow_doesNotWant() : Messages.PersonRow_own();
            case PAUSED -> mayKnow ? Messages.PersonRow_paused() : Messages.PersonRow_own();
            case QUIET_JOB -> mayKnow ? Messages.PersonRow_quietJob() : Messages.PersonRow_own();
            case OTHER_EVENTS_CHOSEN -> mayKnow ? Messages.PersonRow_otherEvents() : Messages.PersonRow_own();
            case MORE_SEVERE_CHOSEN -> mayKnow ? Messages.PersonRow_moreSevere() : Messages.PersonRow_own();
            case NOT_IN_SLACK, NOT_TOLD, DEACTIVATED -> Messages.PersonRow_notInSlack();
        };
    }

    /** The message as HTML; null where none would be sent. It is escaped, so a page can contain it as it is. */
    @CheckForNull
    public String html() {
        return content == null ? null : MessageHtml.of(content);
    }
}
