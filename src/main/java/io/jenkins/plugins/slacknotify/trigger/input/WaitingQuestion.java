package io.jenkins.plugins.slacknotify.trigger.input;

import io.jenkins.plugins.slacknotify.event.InputQuestion;
import java.time.Instant;

/**
 * A question of a build that waits for an answer.
 *
 * @param since when the build asked
 */
public record WaitingQuestion(InputQuestion question, Instant since) {}
