/** What there is to find out about a build beyond its outcome, by whatever plugins know it. Asks nobody over a network. */
package io.jenkins.plugins.slacknotify.trigger.findings;
