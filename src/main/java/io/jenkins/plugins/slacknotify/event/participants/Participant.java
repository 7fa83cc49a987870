package io.jenkins.plugins.slacknotify.event.participants;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Somebody who has to do with a build, and how.
 *
 * @param involvements empty for somebody who was only named by the job
 */
public record Participant(Person person, Set<Involvement> involvements) {
    public Participant {
        requireNonNull(person, "person");
        involvements = Set.copyOf(involvements);
    }
}
