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
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Override
    public Optional<List<Commit>> read(ChangeLogSet<?> changes) {
        return changes instanceof GitChangeSetList log ? Optional.of(commits(log)) : Optional.empty();
    }

    private static List<Commit> commits(GitChangeSetList log) {
        Map<String, GitChangeSet> authored = authored(log.getRun());
        return log.getLogs().stream()
                .map(commit -> commit(commit, authored.getOrDefault(commit.getCommitId(), commit)))
                .toList();
    }

    private static Commit commit(GitChangeSet shown, GitChangeSet authored) {
        return Commit.of(shown.getCommitId(), author(authored), Util.fixNull(shown.getComment()))
                .dated(shown.getTimestamp());
    }

    /** Returns the person whom a change set names. */
    static Person author(GitChangeSet commit) {
        return new Person(null, Util.fixNull(commit.getAuthorName()), Util.fixEmptyAndTrim(commit.getAuthorEmail()));
    }

    /** Returns all commits of a run by their ids, with their authors. */
    private static Map<String, GitChangeSet> authored(Run<?, ?> run) {
        Map<String, GitChangeSet> commits = new HashMap<>();
        // A freestyle build has one, a pipeline one for each checkout, with a number in its name.
        for (File file : files(run.getRootDir().listFiles((folder, name) -> name.startsWith("changelog")))) {
            try (InputStream in = Files.newInputStream(file.toPath())) {
                new GitChangeLogParser(null, true).parse(in).forEach(each -> commits.put(each.getCommitId(), each));
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.FINE, e, () -> "No authors in " + file);
            }
        }
        return commits;
    }

    private static File[] files(@CheckForNull File[] found) {
        return found == null ? new File[0] : found;
    }
}
