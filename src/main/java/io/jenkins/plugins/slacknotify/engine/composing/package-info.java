/**
 * The way from a notification to the content of its message: the standard wording, templates with their macros, threads and digests.
 *
 * <p>Knows {@code message}, which makes the blocks. Must not know where a message goes, or how it is sent.
 */
package io.jenkins.plugins.slacknotify.engine.composing;
