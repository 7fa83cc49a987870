package io.jenkins.plugins.slacknotify.sandbox.workspace;

/**
 * An emoji below a message.
 *
 * @param name without colons
 * @param userId who put it there
 */
public record Reaction(String name, String userId) {}
