/** Slack's Web API methods as a table, and the one dispatcher that enforces what the table says. */
package io.jenkins.plugins.slacknotify.sandbox.method;
