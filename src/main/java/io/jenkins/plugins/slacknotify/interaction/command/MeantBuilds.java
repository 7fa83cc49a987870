package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import java.util.List;

/**
 * The builds that a command means which names none: those of the message whose thread or menu it was called in.
 *
 * @param builds each once; empty where nobody knows, and anywhere else
 * @param isDigest whether the message is about several builds, though fewer may be known by now: then none of them is the one that
 *     is meant, and the member is asked
 */
public record MeantBuilds(List<BuildReference> builds, boolean isDigest) {
    /** No build, as of a command that is typed in a channel. */
    public static final MeantBuilds NONE = new MeantBuilds(List.of(), false);

    public MeantBuilds {
        builds = List.copyOf(builds);
    }

    /** Returns the build of a message that is about nothing else. */
    public static MeantBuilds of(BuildReference build) {
        return new MeantBuilds(List.of(build), false);
    }

    public boolean isEmpty() {
        return builds.isEmpty();
    }
}
