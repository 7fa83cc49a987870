package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.plugins.git.GitChangeLogParser;
import hudson.plugins.git.GitChangeSet;
import hudson.plugins.git.GitChangeSetList;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the change logs of the git plugin.
 *
 * <p>It does not ask an entry for its author, because that may end in a request to the security realm. Nor does it take
 * the entry's name and address where there is a better one: unless a job says otherwise, the git plugin shows the
 * committer, which is GitHub itself for all that is merged on its pages. The change log on disk has the author, too.
 */
@Extension(optional = true)
public final class GitCommitReader implements CommitReader {
    private static final Logger LOGGER = Logger.getLogger(GitCommitReader.class.getName());
    private static final int BUILDS_KEPT = 4;

    /** The authors in the files of builds, by the lengths of these: a pipeline may have dozens, and each is asked for by itself. */
    private final LruCache<Map<File, Long>, Map<String, Person>> known = new LruCache<>(BUILDS_KEPT);

    @Override
    public Optional<List<Commit>> read(ChangeLogSet<?> changes) {
        return changes instanceof GitChangeSetList log ? Optional.of(commits(log)) : Optional.empty();
    }

    private List<Commit> commits(GitChangeSetList log) {
        Map<String, Person> authors = authors(log.getRun());
        return log.getLogs().stream()
                .map(commit -> Commit.of(
                                commit.getCommitId(),
                                authors.getOrDefault(commit.getCommitId(), author(commit)),
                                Util.fixNull(commit.getComment()))
                        .dated(commit.getTimestamp()))
                .toList();
    }

    static Person author(GitChangeSet commit) {
        return new Person(null, Util.fixNull(commit.getAuthorName()), Util.fixEmptyAndTrim(commit.getAuthorEmail()));
    }

    private Map<String, Person> authors(Run<?, ?> run) {
        Map<File, Long> lengths = new HashMap<>();
        // A freestyle build has one change log, and a pipeline one for each checkout, with a number in its name.
        for (File file : files(run.getRootDir().listFiles((folder, name) -> name.startsWith("changelog")))) {
            lengths.put(file, file.length());
        }
        return known.get(lengths).orElseGet(() -> {
            Map<String, Person> authors = authors(lengths.keySet());
            known.put(lengths, authors);
            return authors;
        });
    }

    private static Map<String, Person> authors(Set<File> logs) {
        Map<String, Person> authors = new HashMap<>();
        for (File file : logs) {
            try (InputStream in = Files.newInputStream(file.toPath())) {
                new GitChangeLogParser(null, true)
                        .parse(in)
                        .forEach(each -> authors.put(each.getCommitId(), author(each)));
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.FINE, e, () -> "No authors in " + file);
            }
        }
        return authors;
    }

    private static File[] files(@CheckForNull File[] found) {
        return found == null ? new File[0] : found;
    }
}
