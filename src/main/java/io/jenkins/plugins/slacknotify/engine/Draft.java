package io.jenkins.plugins.slacknotify.engine;

/**
 * A notification that is ready to be accepted.
 *
 * @param leads whether it is the message that people refer to, not the rest of a long one
 */
record Draft(String id, Notification notification, boolean leads) {}
