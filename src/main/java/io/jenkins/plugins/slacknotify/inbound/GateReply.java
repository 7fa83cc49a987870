package io.jenkins.plugins.slacknotify.inbound;

/** The reply of the gate to a request, which the transport gives to Slack. */
public sealed interface GateReply {
    /** The request has come: it is kept, done, or refused for good. Slack does not send it again. */
    record Acknowledged(Acknowledgement acknowledgement) implements GateReply {}

    /**
     * The request could not be taken. It is not acknowledged, so that Slack sends it again where it does that (events
     * only).
     *
     * @param why for administrators, without a secret
     */
    record TryAgain(String why) implements GateReply {}

    /** Makes the reply that says nothing more. */
    static GateReply acknowledged() {
        return new Acknowledged(Acknowledgement.EMPTY);
    }
}
