/**
 * How an app and its tokens come into the settings and credentials of this Jenkins: by OAuth, by a manifest, and by hand.
 *
 * <p>Fills the ports of {@code installation}. Knows the settings ({@code config}) and all rooms below them; nothing in {@code config}
 * knows it. Must not know HTTP: {@code admin.installation} has the pages.
 */
package io.jenkins.plugins.slacknotify.config.installation;
