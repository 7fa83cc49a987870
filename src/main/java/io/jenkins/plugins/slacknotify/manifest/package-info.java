/**
 * The Slack app that the plugin needs: its manifest, its scopes, and which of them a token lacks.
 *
 * <p>The package knows the names of what people may ask for ({@code inbound}), writes to disk, and makes no calls to Slack. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.manifest;
