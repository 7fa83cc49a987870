/** Messages as they look in Slack, near enough, for pages of Jenkins. Knows neither Jenkins nor Slack's API. */
package io.jenkins.plugins.slacknotify.message.html;
