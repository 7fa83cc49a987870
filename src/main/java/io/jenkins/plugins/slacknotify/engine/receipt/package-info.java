/**
 * What is known of a notification that has arrived, a class a kind: where its message stands, and what that said.
 *
 * <p>Knows notifications. Must not know how a receipt lies on disk. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.engine.receipt;
