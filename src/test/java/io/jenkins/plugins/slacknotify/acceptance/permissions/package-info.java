/** Acceptance tests of who may do and see what, and of secrets. */
package io.jenkins.plugins.slacknotify.acceptance.permissions;
