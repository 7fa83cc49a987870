package io.jenkins.plugins.slacknotify.event.participants;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A person who is involved in a build, and how.
 *
 * @param involvements empty for somebody whom only the job names
 */
public record Participant(Person person, Set<Involvement> involvements) {
    public Participant {
        requireNonNull(person, "person");
        involvements = Set.copyOf(involvements);
    }
}
