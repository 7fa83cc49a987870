package io.jenkins.plugins.slacknotify.slack.app;

/**
 * An app that Slack has made from a manifest, with the secrets that it shows once.
 *
 * @param id the id of the app ({@code A…})
 */
public record CreatedApp(String id, String clientId, IssuedSecret clientSecret, IssuedSecret signingSecret) {}
