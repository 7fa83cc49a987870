package io.jenkins.plugins.slacknotify.lifecycle;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;

/** The names of channels, for people. Asks nobody: a channel to which Jenkins sends is known by the name that it is sent to. */
public final class ChannelNames {
    private ChannelNames() {}

    /** Returns the name of a channel, with its {@code #}; empty where it is not known. @param id null for no channel */
    public static Optional<String> find(@CheckForNull String id) {
        return id == null
                ? Optional.empty()
                : EngineLifecycle.get().engine().slackChanges().namesOf(id).stream()
                        .findFirst();
    }

    /** Returns the name of a channel, or its id where the name is not known; empty for no channel. */
    public static String label(@CheckForNull String id) {
        return find(id).orElse(id == null ? "" : id);
    }
}
