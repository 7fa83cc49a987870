package io.jenkins.plugins.slacknotify.slack.model;

/**
 * The location of a message in Slack.
 *
 * @param channel the id of the channel or direct message, as Slack answered it (not the name it was posted to)
 * @param ts Slack's timestamp, such as {@code 1724148000.123456}: the message's identity within its channel
 */
public record MessageLocation(String channel, String ts) {}
