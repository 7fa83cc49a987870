package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.ExtensionList;
import hudson.model.User;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a change log of a build says.
 *
 * @param commits in the order of the change log
 * @param urls the addresses of commits in a repository browser, by their ids
 */
record ChangeLog(List<Commit> commits, Map<String, String> urls) {
    /** The id that Jenkins gives an author whom it cannot identify. */
    private static final String UNKNOWN = "unknown";

    ChangeLog {
        commits = List.copyOf(commits);
        urls = Map.copyOf(urls);
    }

    /** Reads a change log, with a file of the build where a source control's plugin keeps more there. */
    static ChangeLog read(ChangeLogSet<?> set) {
        return new ChangeLog(commitsOf(set), CommitUrls.of(set));
    }

    /** Reads the commits alone. */
    static List<Commit> commitsOf(ChangeLogSet<?> set) {
        return ExtensionList.lookup(CommitReader.class).stream()
                .map(reader -> reader.read(set))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> byAccounts(set));
    }

    /** Reads a change log by the accounts that the source control's plugin takes the authors for. */
    private static List<Commit> byAccounts(ChangeLogSet<?> set) {
        return StreamSupport.stream(set.spliterator(), false)
                .map(entry -> Commit.of(entry.getCommitId(), person(entry.getAuthor()), entry.getMsg()))
                .toList();
    }

    private static Person person(User author) {
        String id = author.getId();
        return new Person(UNKNOWN.equals(id) ? null : id, author.getDisplayName(), null);
    }
}
