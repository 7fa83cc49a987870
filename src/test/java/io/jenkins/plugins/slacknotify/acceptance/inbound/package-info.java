/** The requests of Slack to a real Jenkins, by signed HTTP and by Socket Mode. */
package io.jenkins.plugins.slacknotify.acceptance.inbound;
