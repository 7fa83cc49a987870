/** Shows what links to builds lead to, to the extent that whoever posts them may read it. No Jenkins. */
package io.jenkins.plugins.slacknotify.interaction.preview;
