package io.jenkins.plugins.slacknotify.outbox;

import java.time.Instant;

/**
 * A problem of the store: what is not safe, or not sent, because of it.
 *
 * @param since when the problem began
 * @param inMemory how many entries have a state that is in memory only, and lost when the process ends
 * @param unfinished how many of these are not finished
 * @param unread whether what an earlier process left could not be read yet
 * @param condition what else of the store needs a person
 */
public record StoreProblem(Instant since, int inMemory, int unfinished, boolean unread, StoreCondition condition) {}
