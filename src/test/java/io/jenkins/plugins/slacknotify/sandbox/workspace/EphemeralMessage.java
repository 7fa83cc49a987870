package io.jenkins.plugins.slacknotify.sandbox.workspace;

/**
 * A message that one member sees only.
 *
 * @param userId who sees it
 */
public record EphemeralMessage(String userId, SandboxMessage message) {}
