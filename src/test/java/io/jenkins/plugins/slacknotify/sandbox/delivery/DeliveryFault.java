package io.jenkins.plugins.slacknotify.sandbox.delivery;

/** Something that goes wrong with a request on its way to an app. */
public enum DeliveryFault {
    /** HTTP: signed with another secret. */
    WRONG_SIGNATURE("Wrong signature"),
    /** HTTP: signed rightly, but ten minutes ago. */
    STALE_SIGNATURE("Signature ten minutes old"),
    /** HTTP: no signature at all. */
    NO_SIGNATURE("No signature"),
    /** The same twice: to the byte by HTTP, in two envelopes of one id by Socket Mode. */
    DUPLICATE("Delivered twice"),
    /** A second time with a number of retry, although the first was acknowledged. */
    RETRY("Retried with number 1"),
    /** Held back until the next request has been delivered. */
    OUT_OF_ORDER("After the next one"),
    /** Socket Mode: the connection is cut in the middle of the envelope. */
    CUT("Socket cut in mid-message"),
    /** Socket Mode: the connection is to be refreshed, as the request comes. */
    REFRESH("Socket to be refreshed"),
    /** Socket Mode: the connection ends with a warning first, as the request comes. */
    WARNING("Socket ends with a warning"),
    /** Socket Mode is switched off, and the request is lost. */
    LINK_DISABLED("Socket Mode switched off"),
    /** Socket Mode: another connection of the app has got it, and acknowledged it. */
    ELSEWHERE("Goes to another connection"),
    /** The {@code trigger_id} is too old when it comes. */
    TRIGGER_EXPIRED("trigger_id expired"),
    /** The {@code response_url} takes no answer. */
    RESPONSE_URL_USED_UP("response_url used up"),
    /** The payload is of an app of another id. */
    OTHER_APP("Payload of another app"),
    /** The payload is of a workspace of another id. */
    OTHER_WORKSPACE("Payload of another workspace");

    private final String title;

    DeliveryFault(String title) {
        this.title = title;
    }

    /** For the page. */
    public String title() {
        return title;
    }
}
