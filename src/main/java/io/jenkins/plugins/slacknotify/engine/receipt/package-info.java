/**
 * The results of notifications that have arrived, a class for each kind: where its message stands, and what that said.
 *
 * <p>Knows notifications. Must not know how a receipt lies on disk. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.engine.receipt;
