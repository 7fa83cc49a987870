package io.jenkins.plugins.slacknotify.migration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The translation of a job's post-build action of the Slack Notification plugin into rules.
 *
 * @param rules the rules for the job, in their order; empty where the action never sends anything
 * @param notes the differences, and what cannot be imported, for an administrator
 */
record JobTranslation(List<RuleConfig> rules, List<String> notes) {
    /** The checkboxes of that plugin with an equivalent kind of event. */
    private static final Map<String, EventKind> EQUIVALENT = new LinkedHashMap<>();

    /** The checkboxes for failures, and nothing less severe, compared with the build before. */
    private static final Map<String, EventKind> FAILURES = new LinkedHashMap<>();

    static {
        EQUIVALENT.put("startNotification", EventKind.STARTED);
        EQUIVALENT.put("notifySuccess", EventKind.SUCCESS);
        EQUIVALENT.put("notifyBackToNormal", EventKind.FIXED);
        EQUIVALENT.put("notifyUnstable", EventKind.UNSTABLE);
        EQUIVALENT.put("notifyEveryFailure", EventKind.FAILURE);
        EQUIVALENT.put("notifyRegression", EventKind.REGRESSED);
        EQUIVALENT.put("notifyAborted", EventKind.ABORTED);
        EQUIVALENT.put("notifyNotBuilt", EventKind.NOT_BUILT);
        FAILURES.put("notifyFailure", EventKind.REGRESSED);
        FAILURES.put("notifyRepeatedFailure", EventKind.STILL_FAILING);
    }

    JobTranslation {
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
    }

    /**
     * Translates the action of a job.
     *
     * @param system the settings of the System page, which stand in for what the job leaves out
     */
    static JobTranslation of(SlackPluginSettings job, SlackPluginSettings system) {
        List<String> notes = new ArrayList<>(JobImportNotes.of(job));
        List<LegacyChannel> channels = job.channels().isEmpty() ? system.channels() : job.channels();
        List<String> to = channels.stream()
                .filter(LegacyChannel::isSupported)
                .map(LegacyChannel::channel)
                .distinct()
                .toList();
        if (to.isEmpty()) {
            notes.add(channels.isEmpty() ? Messages.JobTranslation_noChannel() : Messages.JobTranslation_noneOfThem());
        }
        channels.forEach(channel -> channel.note().ifPresent(notes::add));
        List<RuleConfig> rules = new ArrayList<>();
        add(rules, EQUIVALENT, job, to, null);
        add(rules, FAILURES, job, to, Severity.ERROR.id());
        if (rules.isEmpty()) {
            notes.add(Messages.JobTranslation_silent());
        }
        return new JobTranslation(rules, notes);
    }

    /** Whether one of the rules notifies a channel. Where none of the channels can be imported, they do not. */
    boolean notifies() {
        return rules.stream().anyMatch(rule -> !rule.getTo().isEmpty());
    }

    private static void add(
            List<RuleConfig> rules,
            Map<String, EventKind> boxes,
            SlackPluginSettings job,
            List<String> to,
            @CheckForNull String minimumSeverity) {
        List<String> events = boxes.entrySet().stream()
                .filter(box -> job.is(box.getKey()))
                .map(box -> box.getValue().id())
                .toList();
        if (!events.isEmpty()) {
            RuleConfig rule = new RuleConfig();
            rule.setEvents(events);
            rule.setMinimumSeverity(minimumSeverity);
            rule.setTo(to);
            rules.add(rule);
        }
    }
}
