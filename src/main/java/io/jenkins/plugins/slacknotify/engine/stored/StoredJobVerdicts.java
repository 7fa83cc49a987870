package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * The stored form of what is remembered of one job: a line of its own, which replaces the one before.
 *
 * @param job its full name
 * @param verdicts the newest first; null for a job that is forgotten
 */
record StoredJobVerdicts(String job, @CheckForNull List<StoredVerdict> verdicts) {}
