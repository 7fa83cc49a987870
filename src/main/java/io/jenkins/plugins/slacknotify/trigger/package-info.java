/**
 * The entry points by which Jenkins announces a build in Slack: the pipeline step, the build step, the post-build action
 * and the run listener.
 *
 * <p>This package is on top of its rooms, which turn a run into an event (event, running) and options into an
 * announcement (option). Classes here are written into pipelines and job configurations, so they keep their names. Must
 * not know preview and admin.
 */
package io.jenkins.plugins.slacknotify.trigger;
