/** Acceptance tests of the messages that the system sends of its own accord: which builds, which severity, which findings. */
package io.jenkins.plugins.slacknotify.acceptance.builds;
