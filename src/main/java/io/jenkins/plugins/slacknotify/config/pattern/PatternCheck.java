package io.jenkins.plugins.slacknotify.config.pattern;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * Tells whoever writes patterns how many jobs or branches they match. It counts what the user of this thread may read, below the job
 * or folder that the patterns are for.
 */
public final class PatternCheck {
    private PatternCheck() {}

    /**
     * Checks patterns for full names of jobs.
     *
     * @param item the job or folder whose rule it is; null for the system
     */
    public static FormValidation ofJobs(@CheckForNull Item item, List<String> patterns) {
        return check(patterns, () -> jobs(item).map(Job::getFullName).toList(), Messages.PatternCheck_jobs());
    }

    /**
     * Checks patterns for names of branches.
     *
     * @param item the job or folder whose rule it is; null for the system
     */
    public static FormValidation ofBranches(@CheckForNull Item item, List<String> patterns) {
        return check(
                patterns,
                () -> jobs(item).flatMap(job -> branchName(job).stream()).toList(),
                Messages.PatternCheck_branches());
    }

    /** Makes the list of names that are compared with patterns. It is not called where the patterns are invalid. */
    @FunctionalInterface
    private interface Names {
        List<String> read();
    }

    private static FormValidation check(List<String> patterns, Names names, String what) {
        try {
            NamePatterns.validated(patterns);
        } catch (IllegalArgumentException invalid) {
            return FormValidation.error(invalid.getMessage());
        }
        return patterns.isEmpty() ? FormValidation.ok() : describe(PatternMatches.of(patterns, names.read()), what);
    }

    private static FormValidation describe(PatternMatches matches, String what) {
        if (matches.all() == 0) {
            return FormValidation.ok();
        }
        String count = Messages.PatternCheck_count(matches.matching(), matches.all(), what);
        if (matches.idle().isEmpty()) {
            return matches.matching() == 0 ? FormValidation.warning(count) : FormValidation.ok(count);
        }
        String idle = matches.idle().entrySet().stream()
                .map(pattern -> idle(pattern.getKey(), pattern.getValue(), what))
                .collect(Collectors.joining(" "));
        return FormValidation.warning(count + " " + idle);
    }

    private static String idle(String pattern, Optional<String> suggestion, String what) {
        String advice = suggestion
                .map(near -> " " + Messages.PatternCheck_suggestion(near))
                .orElseGet(() -> pattern.contains(",") ? " " + Messages.PatternCheck_lines() : "");
        return Messages.PatternCheck_idle(pattern, what) + advice;
    }

    /** The jobs below an item that the user of this thread may read; cells of a matrix and the like are parts of a job. */
    private static Stream<Job<?, ?>> jobs(@CheckForNull Item item) {
        if (item instanceof Job<?, ?> job) {
            return Stream.of(job);
        }
        ItemGroup<?> group = item instanceof ItemGroup<?> folder ? folder : Jenkins.get();
        return group.getAllItems(Job.class).stream()
                .filter(job -> !(job.getParent() instanceof Job))
                .map(job -> (Job<?, ?>) job);
    }

    private static Optional<String> branchName(Job<?, ?> job) {
        return ExtensionList.lookup(BranchNameSource.class).stream()
                .flatMap(source -> source.branchName(job).stream())
                .findFirst();
    }
}
