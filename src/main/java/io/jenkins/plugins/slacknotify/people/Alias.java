package io.jenkins.plugins.slacknotify.people;

/**
 * Says under which address somebody is found in Slack.
 *
 * @param from an address, a pattern for addresses such as {@code *@old.example}, or the id of an account
 * @param to an address or a Slack member id; a {@code *} in it stands for what the {@code *} in {@code from} stood for
 */
public record Alias(String from, String to) {}
