/**
 * Renders messages: a build, a digest, a thread or an author's text becomes a {@link
 * io.jenkins.plugins.slacknotify.message.RenderedMessage} within Slack's limits, in which no text of the build acts as markup.
 *
 * <p>The rooms of this package, in layers. A room knows only those below it:
 *
 * <pre>
 * html  template     messages as HTML; templates that users write
 * message            messages, digests and threads as a whole
 * wording  blocks    the phrases and lines about a build; blocks in JSON
 * text               mrkdwn and Markdown: escape, split, mention
 * </pre>
 *
 * <p>Knows {@code event}, what Slack's ids look like, and the SDK's model of blocks and attachments. Must not know Jenkins, the SDK's
 * client, recipients or how a message is sent.
 */
package io.jenkins.plugins.slacknotify.message;
