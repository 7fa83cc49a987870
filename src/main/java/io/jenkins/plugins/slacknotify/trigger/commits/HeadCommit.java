package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.stream.Stream;

/** The head commit of a branch's first build, whose change log is empty. It is stored with the build. */
final class HeadCommit extends InvisibleAction {
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
        this.trailers = CoAuthors.trailersOf(message);
    }

    static boolean isKnown(Run<?, ?> run, String id) {
        return run.getActions(HeadCommit.class).stream().anyMatch(commit -> commit.id.equals(id));
    }

    static List<Person> peopleOf(Run<?, ?> run) {
        return run.getActions(HeadCommit.class).stream()
                .flatMap(HeadCommit::people)
                .toList();
    }

    private Stream<Person> people() {
        return Stream.concat(Stream.of(new Person(null, name, address)), CoAuthors.parse(trailers).stream());
    }
}
