/**
 * A log of JSON lines on disk: appended, forced, replayed, and never changed in place.
 *
 * <p>The package knows {@link io.jenkins.plugins.slacknotify.outbox.disk} only. It must not know what its lines say,
 * nor who keeps them there. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.outbox.journal;
