package io.jenkins.plugins.slacknotify.interaction.preview;

import java.util.Map;

/** The port that shows previews of links. Calls Slack on the caller's thread; throws nothing. */
public interface Previews {
    /**
     * Shows previews in a message, or in one that is being typed, to everybody who reads it, in the place of those that it has.
     *
     * @param blocks a JSON array of blocks for each address, the address as Slack has told it
     * @return whether Slack has taken them
     */
    boolean show(PreviewTarget target, Map<String, String> blocks);

    /**
     * Asks whoever has posted a message to make themselves known to Jenkins; nobody else sees it.
     *
     * @param sentence mrkdwn
     * @param address of the page for it
     * @return whether Slack has taken it
     */
    boolean invite(PreviewTarget target, String sentence, String address);
}
