package io.jenkins.plugins.slacknotify.trigger.causes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the people who started a build.
 *
 * <p>A build that a person runs again or replays has a cause of that person, so they count as having started it, and who
 * started the original does not.
 */
public final class Requesters {
    /** The name of everybody who has not signed in. Jenkins keeps its constants of these two names for itself. */
    private static final String ANONYMOUS = "anonymous";

    /** The names of Jenkins itself, and of everybody who has not signed in. */
    private static final Set<String> NON_PERSONS = Set.of("SYSTEM", ANONYMOUS);

    private Requesters() {}

    /**
     * Returns the people behind the causes of a build, upstream as far as Jenkins has kept those; possibly a person
     * several times.
     */
    public static Stream<Person> of(Run<?, ?> run) {
        return of(BuildCauses.all(run));
    }

    static Stream<Person> of(List<Cause> causes) {
        return BuildCauses.own(causes).stream().flatMap(Requesters::of);
    }

    private static Stream<Person> of(Cause cause) {
        if (cause instanceof Cause.UserIdCause started) {
            return person(started.getUserId(), started.getUserName());
        }
        if (isFormerUserCause(cause)) {
            return Stream.of(new Person(null, formerUser(cause), null));
        }
        return cause instanceof Cause.UpstreamCause upstream && !BuildCauses.isRebuild(cause)
                ? of(upstream.getUpstreamCauses())
                : Stream.empty();
    }

    /**
     * Whether a cause is the former one of a person, which knows the person's name alone. The Promoted Builds plugin still gives it
     * to promotions, also where the plugin itself has started them; that is not a person.
     */
    @SuppressWarnings("deprecation") // it is for those who still use it
    static boolean isFormerUserCause(Cause cause) {
        return cause instanceof Cause.UserCause && !NON_PERSONS.contains(formerUser(cause));
    }

    @SuppressWarnings("deprecation") // see there
    private static String formerUser(Cause cause) {
        return ((Cause.UserCause) cause).getUserName();
    }

    /** Returns the person of a cause. An account that Jenkins cannot find has the name of the anonymous user there. */
    private static Stream<Person> person(@CheckForNull String id, String name) {
        return id == null || NON_PERSONS.contains(id)
                ? Stream.empty()
                : Stream.of(new Person(id, ANONYMOUS.equals(name) ? id : name, null));
    }
}
