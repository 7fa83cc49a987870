/** The form with the parameters of a job: when it is opened, what is checked while it is open, and the start that follows. No Jenkins. */
package io.jenkins.plugins.slacknotify.interaction.run;
