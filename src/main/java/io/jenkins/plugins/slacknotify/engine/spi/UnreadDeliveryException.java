package io.jenkins.plugins.slacknotify.engine.spi;

/** A delivery is known, and cannot be read from disk now. */
public final class UnreadDeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadDeliveryException(String deliveryId, Throwable cause) {
        super("Cannot be read now: " + deliveryId, cause);
    }
}
