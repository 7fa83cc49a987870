/** The home tab of the app in Slack: what one member sees of Jenkins, made anew each time the tab is opened. No Jenkins. */
package io.jenkins.plugins.slacknotify.interaction.home;
