/** The Jenkins with the plugin that acceptance tests share, its Slack sandbox, and what they do with both. */
package io.jenkins.plugins.slacknotify.acceptance.testbed;
