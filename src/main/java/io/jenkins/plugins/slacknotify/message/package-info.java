/**
 * What is said: a build becomes a message within Slack's limits, in which no text of the build can act as markup. Uses
 * the SDK's model of blocks and attachments, and never its client.
 */
package io.jenkins.plugins.slacknotify.message;
