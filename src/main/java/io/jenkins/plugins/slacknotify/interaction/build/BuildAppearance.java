package io.jenkins.plugins.slacknotify.interaction.build;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.message.wording.HeadlineRenderer;

/**
 * The look of builds in Slack that administrators have chosen, so that an answer about a build has the icon of the message about it.
 *
 * @param severities without regard to rules, which may give a message another severity
 * @param emoji with which headlines begin
 */
public record BuildAppearance(SeverityPolicy severities, EmojiSet emoji) {
    /** The look where nobody has chosen another. */
    public static final BuildAppearance STANDARD = new BuildAppearance(SeverityPolicy.defaults(), EmojiSet.STANDARD);

    /** Returns the build with a link, what happened to it, and how long its job has been bad, as mrkdwn. */
    public String headline(BuildEvent event) {
        return emoji.use(() -> HeadlineRenderer.render(event, severities.rate(event)));
    }
}
