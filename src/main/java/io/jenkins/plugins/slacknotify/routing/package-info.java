/** Who should hear of a build. Knows neither Jenkins nor Slack's API. */
package io.jenkins.plugins.slacknotify.routing;
