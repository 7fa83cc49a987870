/** Who hears of which builds: workspaces, destinations, templates and rules, for the whole system, a folder or a job. */
package io.jenkins.plugins.slacknotify.config.rules;
