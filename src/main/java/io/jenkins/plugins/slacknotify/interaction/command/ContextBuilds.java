package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import java.util.List;

/**
 * The builds that a command without a name is about: those of the message in whose thread or menu it was called.
 *
 * @param builds each once; empty where nobody knows, and anywhere else
 * @param isDigest whether the message is about several builds, though fewer may be known by now: then none of them is the one that
 *     is meant, and the member is asked
 */
public record ContextBuilds(List<BuildReference> builds, boolean isDigest) {
    /** The context of a command that is typed in a channel: no build. */
    public static final ContextBuilds NONE = new ContextBuilds(List.of(), false);

    public ContextBuilds {
        builds = List.copyOf(builds);
    }

    /** Returns the build of a message that is about nothing else. */
    public static ContextBuilds of(BuildReference build) {
        return new ContextBuilds(List.of(build), false);
    }

    public boolean isEmpty() {
        return builds.isEmpty();
    }
}
