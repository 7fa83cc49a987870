/**
 * Masks secrets of a build in texts that leave it, as its log masks them.
 *
 * <p>Asks whoever knows how a log is masked, and keeps no secret itself. Must not know where the texts go.
 */
package io.jenkins.plugins.slacknotify.trigger.masking;
