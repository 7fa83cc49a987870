package io.jenkins.plugins.slacknotify.engine;

import java.time.Instant;

/**
 * Something that keeps messages from Slack and that a person should know of.
 *
 * @param what what is wrong and how to mend it
 * @param since when it began, or the oldest message that waits for it was handed over
 * @param waiting how many messages wait for it
 */
public record Problem(String what, Instant since, int waiting) {}
