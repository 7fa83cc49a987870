/**
 * Tests against a real Jenkins with the built plugin, and against the Slack sandbox, in a package for each theme. They see what
 * people see: pages, consoles, files, messages. Their names say what the plugin promises; {@code docs/scenarios.md} lists them.
 *
 * <p>They run if a Jenkins is at hand ({@code JENKINS_LAB}) and the property {@code slacknotify.hpi} names the plugin;
 * elsewhere they are skipped with a line that says how to make them run.
 */
package io.jenkins.plugins.slacknotify.acceptance;
