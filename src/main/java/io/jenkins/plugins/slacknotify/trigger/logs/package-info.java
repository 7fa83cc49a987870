/**
 * Reads the ends of the logs of builds, and what Jenkins and its plugins write there and note nowhere else.
 *
 * <p>It reads a limited number of bytes, on the thread of the build. Must not know what becomes of the lines.
 */
package io.jenkins.plugins.slacknotify.trigger.logs;
