/** The hours that a newcomer once spent with the plugin, spent again by a scripted browser; see {@code .ci/hours}. */
package io.jenkins.plugins.slacknotify.acceptance.newcomer;
