/** Makes fields of a form in Slack from parameters of Jenkins, and values from what was filled in. Knows Jenkins' core alone. */
package io.jenkins.plugins.slacknotify.control.form;
