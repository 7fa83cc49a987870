/**
 * The files that wait to be uploaded, from the hand-over to the end of their deliveries.
 *
 * <p>Knows the disk, and which deliveries still wait. Must not know what the files are for.
 */
package io.jenkins.plugins.slacknotify.engine.files;
