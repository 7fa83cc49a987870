/** Acceptance tests of direct messages, and of what users choose on their own page. */
package io.jenkins.plugins.slacknotify.acceptance.people;
