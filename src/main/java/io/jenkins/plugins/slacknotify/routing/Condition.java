package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.BranchKind;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The condition of a rule: which builds it matches. All parts have to match; an empty part matches every build.
 *
 * @param jobs patterns for full names of jobs, such as {@code shop/checkout}
 * @param branches patterns for names of branches as the multibranch project has them; where there are any, a build of no branch
 *     does not match
 * @param branchKinds where there are any, a build of no branch does not match
 * @param events one of the kinds of the event has to be among these. The empty set stands for every kind of completion, so a
 *     running build matches only a set that names its kind
 * @param minimumSeverity less severe builds do not match
 * @param causes one of the causes of the build has to be among these
 */
public record Condition(
        NamePatterns jobs,
        NamePatterns branches,
        Set<BranchKind> branchKinds,
        Set<EventKind> events,
        Severity minimumSeverity,
        Set<CauseKind> causes) {

    /** A condition that every completed build matches. */
    public static final Condition ALWAYS =
            new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), Set.of(), Severity.INFO, Set.of());

    public Condition {
        branchKinds = Set.copyOf(branchKinds);
        events = Set.copyOf(events);
        causes = Set.copyOf(causes);
    }

    /** Returns the condition that events of these kinds match; the empty set stands for every kind of completion. */
    public static Condition ofEvents(Set<EventKind> events) {
        return new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), events, Severity.INFO, Set.of());
    }

    /**
     * Finds the first part that a build does not match. The cheap parts are checked first.
     *
     * @param severity of the build, as the rules have rated it so far
     * @return empty where the build matches
     */
    public Optional<Mismatch> findMismatch(BuildEvent event, Severity severity) {
        if (!matchesKinds(event)) {
            return Optional.of(Mismatch.EVENT);
        }
        if (severity.compareTo(minimumSeverity) < 0) {
            return Optional.of(Mismatch.SEVERITY);
        }
        if (!causes.isEmpty() && Collections.disjoint(causes, event.findings().causes())) {
            return Optional.of(Mismatch.CAUSE);
        }
        if (!matchesBranch(event.findings().branch())) {
            return Optional.of(Mismatch.BRANCH);
        }
        return matchesJob(event.ownerJob()) ? Optional.empty() : Optional.of(Mismatch.JOB);
    }

    private boolean matchesKinds(BuildEvent event) {
        return events.isEmpty() ? event.milestone() == null : !Collections.disjoint(events, event.kinds());
    }

    /** Whether builds of a job can match at all, by its full name. */
    public boolean matchesJob(String fullName) {
        return jobs.matches(fullName);
    }

    /**
     * Whether builds of a branch can match at all.
     *
     * @param branch null for a job that is not for one branch alone
     */
    public boolean matchesBranch(@CheckForNull Branch branch) {
        if (branch == null) {
            return !needsBranch();
        }
        return (branchKinds.isEmpty() || branchKinds.contains(BranchKind.of(branch)))
                && branches.matches(branch.name());
    }

    /** Returns this condition with those patterns of job names alone that one job matches. */
    public Condition aboutJob(String fullName) {
        return new Condition(jobs.by(fullName), branches, branchKinds, events, minimumSeverity, causes);
    }

    /** Returns this condition without its parts on job and branch, for a job whose builds match those. */
    public Condition withinJob() {
        return new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), events, minimumSeverity, causes);
    }

    /**
     * Whether every build that matches the other condition surely matches this one. False does not say the contrary: only what
     * is plain to see is found.
     */
    public boolean covers(Condition other) {
        return jobs.covers(other.jobs)
                && (branches.equals(NamePatterns.ANY) || other.needsBranch() && branches.covers(other.branches))
                && covers(branchKinds, other.branchKinds)
                && covers(events, other.events)
                && (!events.isEmpty() || other.events.stream().allMatch(EventKind::isCompletion))
                && minimumSeverity.compareTo(other.minimumSeverity) <= 0
                && covers(causes, other.causes);
    }

    private boolean needsBranch() {
        return !branchKinds.isEmpty() || !branches.equals(NamePatterns.ANY);
    }

    private static <T> boolean covers(Set<T> some, Set<T> others) {
        return some.isEmpty() || !others.isEmpty() && some.containsAll(others);
    }
}
