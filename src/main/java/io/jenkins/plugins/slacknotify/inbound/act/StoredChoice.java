package io.jenkins.plugins.slacknotify.inbound.act;

/**
 * The format of an {@link ActChoice} on disk, on the terms of {@link StoredRequest}.
 *
 * @param type always {@link #TYPE}
 * @param request the id of the request
 */
record StoredChoice(int v, String type, String request, String choice) {
    static final String TYPE = "choice";
}
