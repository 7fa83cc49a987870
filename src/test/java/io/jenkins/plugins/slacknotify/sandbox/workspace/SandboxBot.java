package io.jenkins.plugins.slacknotify.sandbox.workspace;

/** An app's bot in one workspace. */
public record SandboxBot(String name, String appId, String botId, String userId) {}
