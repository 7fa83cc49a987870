package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.User;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The content of a change log of a build.
 *
 * @param commits the oldest first
 * @param urls the addresses of commits in a repository browser, by their ids
 */
record ChangeLog(List<Commit> commits, Map<String, String> urls) {
    /** The id that Jenkins gives an author whom it cannot identify. */
    private static final String UNKNOWN = "unknown";

    private static final Pattern WITH_ADDRESS =
            Pattern.compile("\\s*+(\\S(?:.*\\S)?)\\s*+<([^<>\\s@]++@[^<>\\s@]++)>\\s*+");

    private static final Person NOBODY = new Person(null, UNKNOWN, null);

    ChangeLog {
        commits = List.copyOf(commits);
        urls = Map.copyOf(urls);
    }

    /** Reads a change log, with a file of the build where a source control's plugin keeps more there. */
    static ChangeLog read(ChangeLogSet<?> set) {
        return new ChangeLog(commitsOf(set), CommitUrls.of(set));
    }

    /** Reads the commits alone, the oldest first. */
    static List<Commit> commitsOf(ChangeLogSet<?> set) {
        return ExtensionList.lookup(CommitReader.class).stream()
                .map(reader -> reader.read(set))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> byAccounts(set));
    }

    /** Reads a change log by the accounts that the source control's plugin takes the authors for. */
    static List<Commit> byAccounts(ChangeLogSet<?> set) {
        EntryReader reader = new EntryReader();
        List<Commit> commits = StreamSupport.stream(set.spliterator(), false)
                .map(entry -> commit(entry, reader))
                .toList();
        reader.report("commits", set);
        return CommitOrder.oldestFirst(commits);
    }

    private static Commit commit(ChangeLogSet.Entry entry, EntryReader reader) {
        String id = reader.read(entry::getCommitId, null);
        Person author = reader.read(() -> person(entry.getAuthor()), NOBODY);
        return Commit.of(id, author, reader.read(entry::getMsg, "")).dated(reader.read(entry::getTimestamp, -1L));
    }

    private static Person person(@CheckForNull User author) {
        return author == null ? NOBODY : person(author.getId(), author.getDisplayName());
    }

    /**
     * Returns the person for whom Jenkins has made a user. Of an author with an address, as Mercurial has them, it makes one whose name is
     * all of that, and whose id as well, but for signs that no id may have. Nobody signs in by such an id, and the address says who it is.
     */
    static Person person(String id, String name) {
        Matcher authored = WITH_ADDRESS.matcher(name);
        return authored.matches() && signless(id).equals(signless(name))
                ? new Person(null, authored.group(1), authored.group(2))
                : new Person(UNKNOWN.equals(id) ? null : id, name, null);
    }

    private static String signless(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
