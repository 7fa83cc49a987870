/** A log of JSON lines on disk: appended, forced, replayed, and never changed in place. Knows nothing of what it keeps. */
package io.jenkins.plugins.slacknotify.outbox.journal;
