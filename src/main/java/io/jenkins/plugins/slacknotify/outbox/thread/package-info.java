/**
 * The threads on which an outbox works, behind the port {@link io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads}, and
 * how many of them one account may have. The package knows nothing of the plugin. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.outbox.thread;
