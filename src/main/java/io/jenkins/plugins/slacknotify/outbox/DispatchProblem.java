package io.jenkins.plugins.slacknotify.outbox;

import java.time.Instant;

/**
 * A problem of the outbox itself: some of what waits has not been tried for a long time, though nothing in the way is known.
 * Either an attempt does not end, or it fails for a reason that is not the courier's.
 *
 * @param since when the first of the lanes that have it got stuck
 * @param waiting how many entries are not finished, in these lanes or others
 */
public record DispatchProblem(Instant since, int waiting) {}
