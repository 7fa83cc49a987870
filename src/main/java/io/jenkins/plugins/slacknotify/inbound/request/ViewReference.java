package io.jenkins.plugins.slacknotify.inbound.request;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A modal or home tab.
 *
 * @param id the view ({@code V…})
 * @param type {@code modal} or {@code home}
 * @param callbackId what the app has named it; empty where it has not
 * @param hash changes with each update, so that {@code views.update} does not overwrite a newer one; null where it is not
 *     said
 * @param privateMetadata what the app has stored in it. It went to the member's client and back, so it is no proof
 */
public record ViewReference(
        String id,
        String type,
        String callbackId,
        @CheckForNull String hash,
        String privateMetadata) {
    public static final String HOME = "home";

    public ViewReference {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(callbackId, "callbackId");
        requireNonNull(privateMetadata, "privateMetadata");
    }

    public boolean isHome() {
        return type.equals(HOME);
    }
}
