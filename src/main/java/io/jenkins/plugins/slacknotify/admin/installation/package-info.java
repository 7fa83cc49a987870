/**
 * The pages that lead from nothing to a working app: the guide on the tab of the Slack app, and the page to which Slack sends a
 * browser back.
 *
 * <p>Knows {@code config.installation}, which does the work, and {@code lifecycle}. Must not know the other pages of {@code admin},
 * which show these.
 */
package io.jenkins.plugins.slacknotify.admin.installation;
