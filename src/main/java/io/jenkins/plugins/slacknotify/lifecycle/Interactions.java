package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.ExtensionList;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.installation.InstallationInteraction;
import io.jenkins.plugins.slacknotify.interaction.installation.Installations;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * The interactions of this Jenkins: the one place where the handler of each kind of request is made, of what Jenkins' side
 * has for its ports. Those that need more than is known here come from an {@link InteractionSource}.
 */
final class Interactions {
    private Interactions() {}

    /** Makes all interactions, in the order in which they are asked whether a request is theirs. */
    static List<Interaction> all(Installations installations, Clock clock) {
        return Stream.concat(
                        Stream.of(new InstallationInteraction(installations, clock)),
                        ExtensionList.lookup(InteractionSource.class).stream()
                                .flatMap(source -> source.interactions().stream()))
                .toList();
    }
}
