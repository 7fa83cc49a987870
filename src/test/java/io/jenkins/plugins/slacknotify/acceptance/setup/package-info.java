/** Acceptance tests of setting the plugin up: page, code, environment, credentials, connection. */
package io.jenkins.plugins.slacknotify.acceptance.setup;
