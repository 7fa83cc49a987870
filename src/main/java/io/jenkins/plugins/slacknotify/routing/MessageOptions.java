package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * How a destination hears of a build. What is null is as for the whole system.
 *
 * @param botName shown as the sender
 * @param botIcon an emoji such as {@code :jenkins:} or the https address of a picture
 * @param details what is told in the thread of a bad build
 * @param mention mrkdwn that stands before the message, so that Slack notifies somebody of it; null for nobody
 * @param template what is said in the place of the message's own words; null to leave these
 * @param source where that template comes from; null where there is none, or an earlier version has stored the message
 */
public record MessageOptions(
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        @CheckForNull ThreadDetails details,
        @CheckForNull String mention,
        @CheckForNull String template,
        @CheckForNull TemplateSource source) {
    /** As for the whole system. */
    public static final MessageOptions DEFAULT = new MessageOptions(null, null, null, null, null, null);

    public MessageOptions withMention(@CheckForNull String newMention) {
        return new MessageOptions(botName, botIcon, details, newMention, template, source);
    }

    public MessageOptions withTemplate(@CheckForNull String newTemplate, @CheckForNull TemplateSource newSource) {
        return new MessageOptions(botName, botIcon, details, mention, newTemplate, newSource);
    }
}
