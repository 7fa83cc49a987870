package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.Preview;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.html.MessageHtml;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import jenkins.model.Jenkins;

/**
 * Somebody who is meant to hear in person. What keeps people from it is their own business, so only administrators read
 * whether it is a permission or a preference.
 *
 * @param reason how the person has to do with the build
 * @param notified whether Slack would be asked for the person
 * @param note what is known of it, and what is not
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
        ExclusionReason leftOut = direct.person().leftOut();
        return new PersonRow(
                direct.person().name(),
                direct.person().account(),
                direct.person().involvements().isEmpty()
                        ? Messages.PersonRow_named()
                        : RuleDescriber.joinIds(direct.person().involvements(), Involvement::id),
                byRule,
                leftOut == null,
                note(leftOut),
                direct.content());
    }

    private static String note(@CheckForNull ExclusionReason leftOut) {
        if (leftOut == null) {
            return Messages.PersonRow_ifInSlack();
        }
        boolean mayKnow = Jenkins.get().hasPermission(Jenkins.ADMINISTER);
        return switch (leftOut) {
            case NO_PERSON -> Messages.PersonRow_noPerson();
            case NO_ACCOUNT -> Messages.PersonRow_noAccount();
            case MAY_NOT_READ -> mayKnow ? Messages.PersonRow_mayNotRead() : Messages.PersonRow_own();
            case DOES_NOT_WANT -> mayKnow ? Messages.PersonRow_doesNotWant() : Messages.PersonRow_own();
            case NOT_IN_SLACK, DEACTIVATED -> Messages.PersonRow_notInSlack();
        };
    }

    /** Safe to be put into a page as it is; null where nothing would be told. */
    @CheckForNull
    public String html() {
        return content == null ? null : MessageHtml.of(content);
    }
}
