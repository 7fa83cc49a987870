package io.jenkins.plugins.slacknotify.inbound.origin;

/** The way on which a request came. */
public enum Transport {
    /** Slack called this Jenkins, and signed what it sent. */
    HTTP,
    /** Slack sent the request through a WebSocket that this Jenkins had opened (Socket Mode). */
    SOCKET
}
