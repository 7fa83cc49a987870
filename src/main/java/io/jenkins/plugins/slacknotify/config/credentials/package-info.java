/**
 * The sources of bot tokens: Jenkins' credentials of the kind "Secret text", and the environment of the Jenkins process.
 *
 * <p>Knows the Credentials plugin, {@code config.form}, and what a bot token looks like ({@code slack}). Must not know which credential
 * the settings choose; {@code config} decides that.
 */
package io.jenkins.plugins.slacknotify.config.credentials;
