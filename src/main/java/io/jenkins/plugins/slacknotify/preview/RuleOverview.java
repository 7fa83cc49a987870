package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.SystemChannelOptOut;
import io.jenkins.plugins.slacknotify.config.rules.RuleDescriber;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.routing.Mismatch;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.trigger.findings.RunFindings;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that apply to a job, scope by scope in the order in which the engine asks them, and which of them can ever
 * fire for it.
 */
final class RuleOverview {
    /** In a scope with so many rules, those that are for other jobs alone are only counted: a page with all of them is slow. */
    private static final int MAX_OF_OTHERS = 50;

    private final Job<?, ?> job;

    @CheckForNull
    private final Branch branch;

    private final RuleScopes scopes;
    private final EngineSettings settings;
    private final List<Rule> earlier = new ArrayList<>();

    private RuleOverview(Job<?, ?> job, RuleScopes scopes, EngineSettings settings) {
        this.job = job;
        this.branch = RunFindings.branch(job);
        this.scopes = scopes;
        this.settings = settings;
    }

    /**
     * Returns a row for each scope.
     *
     * @param scopes those that apply to the job
     */
    static List<RuleScopeRow> of(Job<?, ?> job, RuleScopes scopes, EngineSettings settings) {
        return new RuleOverview(job, scopes, settings).rows();
    }

    private List<RuleScopeRow> rows() {
        List<RuleScopeRow> rows = new ArrayList<>();
        for (RuleScopes own : scopes.own()) {
            RuleScopeConfig scope = own.nearest();
            rows.add(row(scope.scope(), scope.owner(), own.rules(), own.problems(RuleScopes::mayRead)));
        }
        List<String> problems = scopes.system().problems(RuleScopes::mayRead);
        settings.router().system().forEach(set -> rows.add(systemRow(set, problems)));
        settings.subscriptions()
                .rulesOf(job.getFullName())
                .ifPresent(set -> rows.add(row(set.scope(), set.owner(), set.rules(), List.of())));
        rows.add(peopleRow());
        return rows;
    }

    private RuleScopeRow systemRow(RuleSet set, List<String> problems) {
        if (set.scope() == RuleScope.SYSTEM) {
            return row(set.scope(), set.owner(), set.rules(), problems);
        }
        String note = systemChannelNote(set);
        return note == null
                ? row(set.scope(), set.owner(), set.rules(), List.of())
                : new RuleScopeRow(set.scope(), set.owner(), List.of(), 0, List.of(), note);
    }

    /** The reason why the system channel gets no message about this job; null where it may get some. */
    @CheckForNull
    private String systemChannelNote(RuleSet set) {
        if (set.rules().isEmpty()) {
            boolean hasEvents = !SlackNotifyConfiguration.get().getEvents().isEmpty();
            return silence(settings.defaultChannel() != null, hasEvents);
        }
        return job.getProperty(SystemChannelOptOut.class) == null ? null : Messages.RuleOverview_optedOut();
    }

    /**
     * Why the system channel hears of no build.
     *
     * @param hasChannel whether there is one
     * @param hasEvents whether an event is ticked for it
     */
    static String silence(boolean hasChannel, boolean hasEvents) {
        if (hasChannel) {
            return Messages.RuleOverview_noEvent();
        }
        return hasEvents ? Messages.RuleOverview_noChannel() : Messages.RuleOverview_noChannelAndNoEvent();
    }

    private RuleScopeRow row(RuleScope scope, String owner, List<Rule> rules, List<String> problems) {
        boolean mayRead = RuleScopes.mayRead(scope, owner);
        List<RuleRow> rows = new ArrayList<>();
        int hidden = 0;
        for (Rule rule : rules) {
            boolean matchesJob = rule.when().matchesJob(job.getFullName());
            if (matchesJob || mayRead && rows.size() < MAX_OF_OTHERS) {
                rows.add(row(scope, mayRead, rule, unreachableReason(rule, matchesJob)));
            } else {
                hidden++;
            }
            if (!rule.disabled() && matchesJob && rule.when().matchesBranch(branch)) {
                earlier.add(rule);
            }
        }
        return new RuleScopeRow(scope, owner, rows, hidden, mayRead ? problems : List.of(), null);
    }

    /** Shows a rule as it is to readers of its scope, and to its author. Others see of a subscription only what is about this job. */
    private RuleRow row(RuleScope scope, boolean mayRead, Rule rule, @CheckForNull String unreachableReason) {
        return scope != RuleScope.SUBSCRIPTION || mayRead || isOfReader(rule)
                ? RuleRow.of(rule, unreachableReason)
                : RuleRow.ofSubscription(rule, job.getFullName(), unreachableReason);
    }

    private static boolean isOfReader(Rule rule) {
        return rule.people().named().stream().anyMatch(RuleOverview::isReader);
    }

    /** Whether an account is that of the user of this thread. */
    static boolean isReader(String account) {
        User reader = User.current();
        return reader != null && reader.getId().equals(account);
    }

    /** The reason why a rule can never fire for this job; null where it can. */
    @CheckForNull
    private String unreachableReason(Rule rule, boolean matchesJob) {
        if (rule.disabled()) {
            return Messages.RuleOverview_switchedOff();
        }
        if (!matchesJob) {
            return RuleDescriber.mismatchReason(Mismatch.JOB, Severity.INFO);
        }
        if (!rule.when().matchesBranch(branch)) {
            return branch == null ? Messages.RuleOverview_noBranch() : Messages.RuleOverview_otherBranch(branch.name());
        }
        return earlier.stream()
                .filter(before -> shadows(before, rule))
                .findFirst()
                .map(before -> Messages.RuleOverview_neverAsked(before.name()))
                .orElse(null);
    }

    /**
     * Whether a rule always ends the evaluation before another. A rule between the two may change the severity, so one
     * that asks for a severity never does.
     */
    private static boolean shadows(Rule before, Rule rule) {
        return before.endsList()
                && before.when().minimumSeverity() == Severity.INFO
                && before.when().withinJob().covers(rule.when().withinJob());
    }

    private RuleScopeRow peopleRow() {
        var involvements = settings.people().addressees().involvements();
        String note = involvements.isEmpty()
                ? Messages.RuleOverview_nobodyInPerson()
                : Messages.RuleOverview_inPerson(RuleDescriber.joinIds(involvements, Involvement::id));
        return new RuleScopeRow(null, "", List.of(), 0, List.of(), note);
    }
}
