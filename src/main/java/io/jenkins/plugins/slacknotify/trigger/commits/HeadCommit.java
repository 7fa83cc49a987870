package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.List;
import java.util.stream.Stream;

/**
 * The head commit of a build whose change log lacks it: of a branch's first build, where the log is empty, and of a merge, which logs
 * leave out. It is stored with the build.
 */
final class HeadCommit extends InvisibleAction {
    /** Room for the addresses of more co-authors than count. */
    private static final int MAX_TRAILERS = 4_000;

    private final String id;
    private final String name;

    @CheckForNull
    private final String address;

    /** The trailers of the message: nothing else of it is needed. */
    private final String trailers;

    HeadCommit(String id, Person author, String message) {
        this.id = id;
        this.name = author.name();
        this.address = author.address();
        this.trailers = Excerpt.truncate(CoAuthors.trailersOf(message), MAX_TRAILERS);
    }

    private Object readResolve() {
        return id != null && name != null && trailers != null
                ? this
                : new HeadCommit(
                        Util.fixNull(id), new Person(null, Util.fixNull(name), address), Util.fixNull(trailers));
    }

    static boolean isKnown(Run<?, ?> run, String id) {
        return StoredActions.all(run, HeadCommit.class).stream().anyMatch(commit -> commit.id.equals(id));
    }

    static List<Person> peopleOf(Run<?, ?> run) {
        return StoredActions.all(run, HeadCommit.class).stream()
                .flatMap(HeadCommit::people)
                .toList();
    }

    private Stream<Person> people() {
        return Stream.concat(Stream.of(new Person(null, name, address)), CoAuthors.parse(trailers).stream());
    }
}
