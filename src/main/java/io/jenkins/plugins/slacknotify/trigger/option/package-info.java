/**
 * The checked options of an announcement: its content, its addressees and its file, made of what the author of a job has
 * written.
 *
 * <p>Must not know the step and the actions that carry the options.
 */
package io.jenkins.plugins.slacknotify.trigger.option;
