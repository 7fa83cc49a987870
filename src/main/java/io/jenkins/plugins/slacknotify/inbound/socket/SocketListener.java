package io.jenkins.plugins.slacknotify.inbound.socket;

/** A listener for the state of a connection, so that an alert comes and goes with its reason. */
@FunctionalInterface
public interface SocketListener {
    /** A listener that does nothing. */
    SocketListener NONE = status -> {};

    /**
     * Reports a change of state or problem. Called on any thread, one call at a time; it has to return soon. An exception is
     * logged and changes nothing.
     */
    void changed(SocketStatus status);
}
