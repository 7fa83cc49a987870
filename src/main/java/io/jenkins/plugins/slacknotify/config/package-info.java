/**
 * The settings of the pages <i>Manage Jenkins » Slack</i>, and the sources of tokens and rules that depend on it.
 *
 * <p>Of its rooms, {@code installation} alone is above it; CONTRIBUTING.md has a picture of them. It knows the engine's ports
 * ({@code engine.spi}). It must not know users' own settings ({@code personal}), nor what becomes of a build ({@code trigger}).
 */
package io.jenkins.plugins.slacknotify.config;
