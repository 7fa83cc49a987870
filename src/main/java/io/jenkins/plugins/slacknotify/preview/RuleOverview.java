package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Job;
import hudson.security.AccessControlled;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.SystemChannelOptOut;
import io.jenkins.plugins.slacknotify.config.rules.RuleScopeConfig;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.trigger.findings.RunFindings;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** What a job can expect of the rules that count for it, place by place in the order in which they are asked. */
final class RuleOverview {
    private final Job<?, ?> job;

    @CheckForNull
    private final Branch branch;

    private final List<RuleScopeConfig> places;
    private final EngineSettings settings;
    private final List<Rule> earlier = new ArrayList<>();

    private RuleOverview(Job<?, ?> job, List<RuleScopeConfig> places, EngineSettings settings) {
        this.job = job;
        this.branch = RunFindings.branch(job);
        this.places = places;
        this.settings = settings;
    }

    /** @param places those that have a say in the job, the nearest first and the system last */
    static List<RuleScopeRow> of(Job<?, ?> job, List<RuleScopeConfig> places, EngineSettings settings) {
        return new RuleOverview(job, places, settings).rows();
    }

    private List<RuleScopeRow> rows() {
        List<RuleSet> own = RuleScopes.ruleSets(places);
        List<RuleScopeRow> rows = new ArrayList<>();
        for (int at = 0; at < places.size() - 1; at++) {
            RuleScopeConfig place = places.get(at);
            List<Rule> rules = own.stream()
                    .filter(set -> set.scope() == place.place() && set.owner().equals(place.owner()))
                    .flatMap(set -> set.rules().stream())
                    .toList();
            rows.add(row(place.place(), place.owner(), rules, RuleScopes.problems(places.subList(at, places.size()))));
        }
        List<String> problems = RuleScopes.problems(places.subList(places.size() - 1, places.size()));
        settings.router().system().forEach(set -> rows.add(system(set, problems)));
        rows.add(people());
        return rows;
    }

    private RuleScopeRow system(RuleSet set, List<String> problems) {
        if (set.scope() == RuleScope.SYSTEM) {
            return row(set.scope(), set.owner(), set.rules(), problems);
        }
        String note = outOfSystemChannel(set);
        return note == null
                ? row(set.scope(), set.owner(), set.rules(), List.of())
                : new RuleScopeRow(set.scope(), set.owner(), List.of(), 0, List.of(), note);
    }

    /** Why the system channel hears of no build of this job; null where it may hear of some. */
    @CheckForNull
    private String outOfSystemChannel(RuleSet set) {
        if (set.rules().isEmpty()) {
            return Messages.Outlook_silentSystemChannel();
        }
        return job.getProperty(SystemChannelOptOut.class) == null ? null : Messages.Outlook_optedOut();
    }

    private RuleScopeRow row(RuleScope place, String owner, List<Rule> rules, List<String> problems) {
        boolean mayRead = mayRead(place, owner);
        List<RuleRow> rows = new ArrayList<>();
        int hidden = 0;
        for (Rule rule : rules) {
            boolean concerns = rule.when().matchesJob(job.getFullName());
            if (concerns || mayRead) {
                rows.add(RuleRow.of(rule, objection(rule, concerns)));
            } else {
                hidden++;
            }
            if (concerns && rule.when().matchesBranch(branch)) {
                earlier.add(rule);
            }
        }
        return new RuleScopeRow(place, owner, rows, hidden, mayRead ? problems : List.of(), null);
    }

    /** Why a rule can tell nobody of a build of this job; null where it can. */
    @CheckForNull
    private String objection(Rule rule, boolean concerns) {
        if (!concerns) {
            return Messages.RuleWords_otherJobs();
        }
        if (!rule.when().matchesBranch(branch)) {
            return branch == null ? Messages.Outlook_noBranch() : Messages.Outlook_otherBranch(branch.name());
        }
        return earlier.stream()
                .filter(before -> ends(before, rule))
                .findFirst()
                .map(before -> Messages.Outlook_neverAsked(before.name()))
                .orElse(null);
    }

    /** Where severities count, a rule between the two may have changed them. */
    private static boolean ends(Rule before, Rule rule) {
        return before.stopsEvaluation()
                && before.when().minimumSeverity() == Severity.INFO
                && before.when().withinJob().covers(rule.when().withinJob());
    }

    private RuleScopeRow people() {
        var told = settings.people().addressees().involvements();
        String words = told.isEmpty()
                ? Messages.Outlook_nobodyInPerson()
                : Messages.Outlook_inPerson(RuleDescriber.ids(told, Involvement::id));
        return new RuleScopeRow(null, "", List.of(), 0, List.of(), words);
    }

    /** What is for other jobs alone is the business of those who may read the configuration of that place. */
    static boolean mayRead(RuleScope place, String owner) {
        return switch (place) {
            case JOB -> true;
            case FOLDER -> {
                AccessControlled folder = Jenkins.get().getItemByFullName(owner);
                yield folder != null && folder.hasPermission(Item.EXTENDED_READ);
            }
            case SYSTEM, SYSTEM_CHANNEL -> Jenkins.get().hasPermission(Jenkins.SYSTEM_READ);
        };
    }
}
