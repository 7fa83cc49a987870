package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.BranchKind;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.Mismatch;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import jenkins.model.Jenkins;

/** Describes rules for people: conditions, actions, destinations, and why a rule did not match. */
public final class RuleDescriber {
    private RuleDescriber() {}

    /** Describes the parts of a condition that restrict it; says "every build" where none does. */
    public static List<String> conditions(Condition when) {
        List<String> parts = new ArrayList<>();
        add(parts, Messages.RuleDescriber_jobs(when.jobs()), !when.jobs().equals(NamePatterns.ANY));
        add(
                parts,
                Messages.RuleDescriber_branches(when.branches()),
                !when.branches().equals(NamePatterns.ANY));
        add(
                parts,
                Messages.RuleDescriber_branchKinds(
                        CheckboxOption.names(CheckboxOption.ofBranchKinds(ids(when.branchKinds(), BranchKind::id)))),
                !when.branchKinds().isEmpty());
        add(
                parts,
                Messages.RuleDescriber_events(CheckboxOption.namesOf(when.events())),
                !when.events().isEmpty());
        add(parts, Messages.RuleDescriber_from(when.minimumSeverity().id()), when.minimumSeverity() != Severity.INFO);
        add(
                parts,
                Messages.RuleDescriber_causes(
                        CheckboxOption.names(CheckboxOption.ofCauses(ids(when.causes(), CauseKind::id)))),
                !when.causes().isEmpty());
        return parts.isEmpty() ? List.of(Messages.RuleDescriber_always()) : parts;
    }

    /** Describes what a rule does with a build that matches. */
    public static List<String> actions(Rule rule) {
        List<String> parts = new ArrayList<>();
        Severity severity = rule.severity();
        if (severity != null) {
            parts.add(Messages.RuleDescriber_rates(severity.id()));
        }
        rule.targets().forEach(target -> parts.add(Messages.RuleDescriber_tells(target(target))));
        List<String> people = people(rule);
        add(parts, Messages.RuleDescriber_people(String.join(", ", people)), !people.isEmpty());
        addMention(parts, rule.mention());
        Template template = rule.template();
        if (template != null) {
            parts.add(Messages.RuleDescriber_template(template.name()));
        }
        add(parts, Messages.RuleDescriber_last(), rule.stopsEvaluation());
        return parts.isEmpty() ? List.of(Messages.RuleDescriber_nothing()) : parts;
    }

    private static List<String> people(Rule rule) {
        List<String> people = new ArrayList<>(rule.people().involvements().stream()
                .map(Involvement::id)
                .sorted()
                .toList());
        people.addAll(rule.people().named());
        return people;
    }

    private static void addMention(List<String> parts, Rule.MentionSetting mention) {
        String mrkdwn = mention.mrkdwn();
        if (mrkdwn != null) {
            String whom = mrkdwn.replaceAll("[<>]", "").replaceAll("(^| )(!subteam\\^|!|@|\\?)", "$1@");
            parts.add(
                    mention.from() == Severity.INFO
                            ? Messages.RuleDescriber_mentions(whom)
                            : Messages.RuleDescriber_mentionsFrom(
                                    whom, mention.from().id()));
        }
    }

    /** Describes a destination with its name and the severity from which it is notified. */
    public static String target(DestinationProfile target) {
        String where = destination(target.destination());
        String named = target.name() == null ? where : target.name() + " (" + where + ")";
        return target.minimumSeverity() == Severity.INFO
                ? named
                : Messages.RuleDescriber_quiet(named, target.minimumSeverity().id());
    }

    /** Describes a destination. Only administrators read the id of its credential, which may be one of a folder further out. */
    public static String destination(Destination destination) {
        if (destination.workspace() != null) {
            return Messages.RuleDescriber_inWorkspace(destination.label(), destination.workspace());
        }
        return destination.credentialsId() == null || !Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                ? destination.label()
                : Messages.RuleDescriber_withCredentials(destination.label(), destination.credentialsId());
    }

    /** Describes why a rule did not match a build; blank where it did. */
    public static String mismatchReason(@CheckForNull Mismatch mismatch, Severity severity) {
        if (mismatch == null) {
            return "";
        }
        return switch (mismatch) {
            case JOB -> Messages.RuleDescriber_otherJobs();
            case BRANCH -> Messages.RuleDescriber_otherBranches();
            case EVENT -> Messages.RuleDescriber_otherEvents();
            case SEVERITY -> Messages.RuleDescriber_lessSevere(severity.id());
            case CAUSE -> Messages.RuleDescriber_otherCauses();
        };
    }

    /** Joins ids in the order of their constants. */
    public static <T extends Enum<T>> String joinIds(Collection<T> all, Function<T, String> id) {
        return String.join(", ", ids(all, id));
    }

    private static <T extends Enum<T>> List<String> ids(Collection<T> all, Function<T, String> id) {
        return all.stream().sorted().map(id).toList();
    }

    private static void add(List<String> parts, String part, boolean present) {
        if (present) {
            parts.add(part);
        }
    }
}
