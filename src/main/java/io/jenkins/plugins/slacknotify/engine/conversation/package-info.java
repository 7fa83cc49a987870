/**
 * The conversations about builds: which message stands for which build in which destination, where news goes into a thread, changes a
 * message, or stands alone, and whether the whole channel is to notice it.
 *
 * <p>Knows notifications and what has become of them. Must not know how messages are written or sent.
 */
package io.jenkins.plugins.slacknotify.engine.conversation;
