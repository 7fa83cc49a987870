package io.jenkins.plugins.slacknotify.sandbox.workspace;

/** The kinds of tokens that Slack gives out, by their prefix. */
public enum TokenKind {
    BOT("xoxb-"),
    USER("xoxp-"),
    APP("xapp-"),
    /** Of a person who may make apps by the Web API. */
    CONFIGURATION("xoxe.xoxp-1-");

    private final String prefix;

    TokenKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
