package io.jenkins.plugins.slacknotify.lifecycle;

import io.jenkins.plugins.slacknotify.interaction.Interaction;
import java.util.List;

/**
 * The interactions of this Jenkins: the one place where the handler of each kind of request is made, of what Jenkins' side
 * has for its ports.
 */
final class Interactions {
    private Interactions() {}

    /** Makes all interactions, in the order in which they are asked whether a request is theirs. */
    static List<Interaction> all() {
        return List.of();
    }
}
