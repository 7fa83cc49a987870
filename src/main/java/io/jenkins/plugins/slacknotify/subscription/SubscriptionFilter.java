package io.jenkins.plugins.slacknotify.subscription;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which builds a subscription is for, and whom their messages mention. Patterns are not checked here: a stored one may be refused by now, and
 * matches nothing.
 *
 * @param jobs patterns for full names of jobs; at least one
 * @param branches patterns for names of branches; empty for any
 * @param events empty for the {@link #STANDARD_EVENTS}
 * @param mention names as {@link Mention#of} reads them
 */
public record SubscriptionFilter(
        List<String> jobs,
        List<String> branches,
        Set<EventKind> events,
        Severity minimumSeverity,
        List<String> mention) {
    /** The events of a subscription that names none: a job is bad, and it is good again. */
    public static final Set<EventKind> STANDARD_EVENTS = Set.of(EventKind.FAILURE, EventKind.UNSTABLE, EventKind.FIXED);

    /** @throws IllegalArgumentException where there are no jobs, or a mention is none; the message is for people */
    public SubscriptionFilter {
        jobs = List.copyOf(jobs);
        branches = List.copyOf(branches);
        events = Set.copyOf(events.isEmpty() ? STANDARD_EVENTS : EnumSet.copyOf(events));
        requireNonNull(minimumSeverity, "minimumSeverity");
        mention = List.copyOf(mention);
        requireJobs(jobs);
        checkMention(mention);
    }

    /** @throws IllegalArgumentException where there are none, or a pattern can match nothing; the message is for people */
    public static void checkJobs(List<String> jobs) {
        requireJobs(jobs);
        NamePatterns.validated(jobs);
    }

    private static void requireJobs(List<String> jobs) {
        if (jobs.isEmpty()) {
            throw new IllegalArgumentException("A subscription needs a job or a folder.");
        }
    }

    /** @throws IllegalArgumentException where a pattern can match nothing; the message is for people */
    public static void checkBranches(List<String> branches) {
        NamePatterns.validated(branches);
    }

    /** @throws IllegalArgumentException where one is no mention, or there are too many; the message is for people */
    public static void checkMention(List<String> mention) {
        Mention.of(mention);
    }

    SubscriptionFilter withJobs(List<String> newJobs) {
        return new SubscriptionFilter(newJobs, branches, events, minimumSeverity, mention);
    }

    /** Returns how many characters the patterns have, all of which are tried with each build of this Jenkins. */
    int length() {
        return Stream.concat(jobs.stream(), branches.stream())
                .mapToInt(String::length)
                .sum();
    }

    /** Returns the condition that these builds match. */
    public Condition toCondition() {
        return new Condition(
                NamePatterns.of(jobs), NamePatterns.of(branches), Set.of(), events, minimumSeverity, Set.of());
    }

    Rule.MentionSetting toMention() {
        return new Rule.MentionSetting(Mention.of(mention), Severity.INFO);
    }
}
