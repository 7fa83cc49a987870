/**
 * Pages that show whom the rules notify of a build, why, and with what message, without sending anything.
 *
 * <p>Knows the configuration, the engine's preview, and how trigger turns a run into an event. Nothing knows this
 * package: it stands on top.
 */
package io.jenkins.plugins.slacknotify.preview;
