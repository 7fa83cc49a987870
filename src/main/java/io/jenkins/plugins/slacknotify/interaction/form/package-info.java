/**
 * A form in Slack that a button opens: its fields, how it is checked while it is open, and what was filled in.
 *
 * <p>Must not know what is done with what was filled in. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.interaction.form;
