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
 * Which builds a rule is for. All parts have to fit; an empty one fits every build.
 *
 * @param jobs full names of jobs, such as {@code shop/checkout}
 * @param branches names of branches as the multibranch project has them; where any are given, a build of no branch does not fit
 * @param branchKinds where any are given, a build of no branch does not fit
 * @param events a build is of several kinds at once; one of them has to be among these. While it runs, a build
 *     fits only where they say so: none are every kind of end
 * @param minimumSeverity what is less severe does not fit
 * @param causes one of the causes of the build has to be among these
 */
public record Condition(
        NamePatterns jobs,
        NamePatterns branches,
        Set<BranchKind> branchKinds,
        Set<EventKind> events,
        Severity minimumSeverity,
        Set<CauseKind> causes) {

    /** Every build. */
    public static final Condition ALWAYS =
            new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), Set.of(), Severity.INFO, Set.of());

    public Condition {
        branchKinds = Set.copyOf(branchKinds);
        events = Set.copyOf(events);
        causes = Set.copyOf(causes);
    }

    /** Every build of one of these kinds; of every kind where they are none. */
    public static Condition ofEvents(Set<EventKind> events) {
        return new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), events, Severity.INFO, Set.of());
    }

    /** The first part that keeps a build of that severity from fitting; empty where it fits. The cheap ones are asked first. */
    public Optional<Mismatch> findMismatch(BuildEvent event, Severity severity) {
        if (!fitsKinds(event)) {
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
        return matchesJob(event.key().job()) ? Optional.empty() : Optional.of(Mismatch.JOB);
    }

    private boolean fitsKinds(BuildEvent event) {
        return events.isEmpty() ? event.moment() == null : !Collections.disjoint(events, event.kinds());
    }

    /** Whether a build of that job can fit at all. */
    public boolean matchesJob(String fullName) {
        return jobs.matches(fullName);
    }

    /**
     * Whether a build of that branch can fit at all.
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

    /** The same for a job whose builds fit as far as job and branch are concerned. */
    public Condition withinJob() {
        return new Condition(NamePatterns.ANY, NamePatterns.ANY, Set.of(), events, minimumSeverity, causes);
    }

    /** Whether every build that fits the other one surely fits this; false where that is not plain to see. */
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
