/** The command by which administrators have Jenkins start no build for a while. No Jenkins: {@code Maintenance} is its port. */
package io.jenkins.plugins.slacknotify.interaction.maintenance;
