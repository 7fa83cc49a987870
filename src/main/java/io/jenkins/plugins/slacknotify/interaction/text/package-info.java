/** The look of answers: blocks, and buttons that ask something of this plugin. Knows no purpose. No Jenkins. */
package io.jenkins.plugins.slacknotify.interaction.text;
