package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Names for what is in the outbox. */
final class DeliveryIds {
    private DeliveryIds() {}

    /** The same build and destination have the same name in every process: that is what makes telling it once possible. */
    static String ofCompleted(EventKey key, Destination destination) {
        String what =
                "completed\n" + key.job() + "\n" + key.build() + "\n" + key.startedAt() + "\n" + lane(destination);
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** One lane for each channel, however its name is written. */
    static String lane(Destination destination) {
        String workspace = destination.credentialsId() == null ? "" : destination.credentialsId();
        return workspace + " " + destination.label().toLowerCase(Locale.ROOT);
    }

    /** What {@link #lane} says of the workspace. */
    static String workspace(String lane) {
        return lane.substring(0, Math.max(0, lane.lastIndexOf(' ')));
    }

    /** What is said of one build is said in order. */
    static String conversation(EventKey build) {
        return build.job() + " " + build.build() + " " + build.startedAt();
    }
}
