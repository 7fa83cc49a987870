package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.ExtensionList;
import hudson.model.Run;
import hudson.scm.ChangeLogSet;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.merges.MergedCommits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jenkins.scm.RunWithSCM;

/**
 * The commits that a build has built, and the people whose change it is.
 *
 * @param logged the commits of all its change logs, the oldest first, each once
 * @param contributors people who are involved though no change log names them: who opened the pull request, who wrote the
 *     commit that a branch begins with, and who has merged the primary branch
 * @param merged the ids of those that came with the primary branch, where they had been built and good
 */
public record Commits(List<Commit> logged, List<Person> contributors, Set<String> merged) {
    public Commits {
        merged = Set.copyOf(merged);
        logged = List.copyOf(logged);
        contributors = List.copyOf(contributors);
    }

    /**
     * Reads the commits of a build, from disk where they are not in memory. Never throws: what cannot be read is logged
     * and left out.
     */
    public static Commits of(Run<?, ?> run) {
        return new Commits(logged(run), contributors(run), MergedCommits.of(run));
    }

    /**
     * Returns the authors and co-authors of the commits, and the contributors. A person may be there several times. Those of merged commits
     * have changed nothing here, so they are there only where nobody else is.
     */
    public Stream<Person> people() {
        List<Person> own = Stream.concat(
                        logged.stream().filter(this::isOwn).flatMap(Commit::people), contributors.stream())
                .toList();
        return own.isEmpty() ? logged.stream().flatMap(Commit::people) : own.stream();
    }

    private boolean isOwn(Commit commit) {
        String id = commit.id();
        return id == null || !merged.contains(id);
    }

    private static List<Commit> logged(Run<?, ?> run) {
        if (!(run instanceof RunWithSCM<?, ?> versioned)) {
            return List.of();
        }
        List<List<Commit>> logs = new ArrayList<>();
        BestEffort.read("change logs of ", run, () -> LibraryChangeLogs.without(run, versioned.getChangeSets()))
                .orElse(List.of())
                .forEach(set -> BestEffort.read("change log of ", run, () -> read(run, set))
                        .ifPresent(logs::add));
        return CommitOrder.join(logs);
    }

    private static List<Commit> read(Run<?, ?> run, ChangeLogSet<?> set) {
        return RunningChangeLogs.find(run, set).map(ChangeLog::commits).orElseGet(() -> ChangeLog.commitsOf(set));
    }

    private static List<Person> contributors(Run<?, ?> run) {
        List<Person> contributors = ExtensionList.lookup(ContributorReader.class).stream()
                .map(each -> BestEffort.read("contributor of ", run, () -> each.of(run.getParent())))
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .toList();
        // The first commit of a pull request may be a merge that Jenkins itself has made.
        return contributors.isEmpty() ? HeadCommit.peopleOf(run) : contributors;
    }
}
