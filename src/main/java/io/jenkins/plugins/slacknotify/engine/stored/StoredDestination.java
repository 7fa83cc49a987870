package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Destination;

/** The stored form of a {@link Destination}. */
record StoredDestination(
        @CheckForNull String credentialsId, @CheckForNull String workspace, String channel) {
    static StoredDestination of(Destination destination) {
        return new StoredDestination(destination.credentialsId(), destination.workspace(), destination.channel());
    }

    Destination toDestination() {
        return new Destination(credentialsId, workspace, channel);
    }
}
