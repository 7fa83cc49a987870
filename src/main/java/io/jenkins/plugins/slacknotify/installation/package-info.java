/**
 * How the app comes into a workspace and stays there: the state of OAuth that a browser brings back, which installations there
 * are, and the renewal of tokens that end.
 *
 * <p>Knows {@code slack}, {@code memory} and the disk of {@code outbox} alone. Must not know where Jenkins keeps credentials; {@code config.installation} fills the ports. No
 * Jenkins.
 *
 * <p>Parameters and results are {@link edu.umd.cs.findbugs.annotations.NonNull} unless they are marked
 * {@link edu.umd.cs.findbugs.annotations.CheckForNull}.
 */
package io.jenkins.plugins.slacknotify.installation;
