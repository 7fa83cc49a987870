/** Acceptance tests of destinations, rules, templates and their preview. */
package io.jenkins.plugins.slacknotify.acceptance.rules;
