package io.jenkins.plugins.slacknotify.trigger.blame;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.security.ACL;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who started a build. Whoever runs a build again, or replays it, has started it, as Jenkins gives it a cause of theirs.
 */
public final class Requesters {
    /** What Jenkins calls itself, and anybody who has not signed in. */
    private static final Set<String> NON_PERSONS = Set.of(ACL.SYSTEM_USERNAME, ACL.ANONYMOUS_USERNAME);

    private Requesters() {}

    /** The people behind the causes of a build, upstream as far as Jenkins has kept those; possibly somebody several times. */
    public static Stream<Person> of(List<Cause> causes) {
        return causes.stream().flatMap(Requesters::of);
    }

    private static Stream<Person> of(Cause cause) {
        if (cause instanceof Cause.UserIdCause started) {
            return person(started.getUserId(), started.getUserName());
        }
        return cause instanceof Cause.UpstreamCause upstream ? of(upstream.getUpstreamCauses()) : Stream.empty();
    }

    /** Jenkins has the name of an account that it cannot find for that of nobody. */
    private static Stream<Person> person(@CheckForNull String id, String name) {
        return id == null || NON_PERSONS.contains(id)
                ? Stream.empty()
                : Stream.of(new Person(id, ACL.ANONYMOUS_USERNAME.equals(name) ? id : name, null));
    }
}
