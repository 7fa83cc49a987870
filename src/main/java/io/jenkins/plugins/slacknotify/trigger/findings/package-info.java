/**
 * Reads what is known about a build beyond its outcome, such as the failed stage, test results, its branch and the
 * builds that it started, from whatever plugins are installed.
 *
 * <p>No such plugin has to be there: an extension that needs one names a type of it in a method. Must not ask anybody
 * over a network.
 */
package io.jenkins.plugins.slacknotify.trigger.findings;
