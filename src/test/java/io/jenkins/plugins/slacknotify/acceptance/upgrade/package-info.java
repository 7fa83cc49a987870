/** Acceptance tests of upgrades, of removal, and of the import from another plugin. */
package io.jenkins.plugins.slacknotify.acceptance.upgrade;
