package io.jenkins.plugins.slacknotify.installation;

import java.time.Instant;

/**
 * A problem that keeps a token from being renewed, while it still works or not any more.
 *
 * @param owner the workspace or organisation, by name
 * @param expiresAt when the token ends
 * @param sentence what is wrong and what to do
 */
public record RotationProblem(String owner, Instant expiresAt, String sentence) {}
