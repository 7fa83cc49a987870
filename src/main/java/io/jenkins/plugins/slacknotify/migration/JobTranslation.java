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
 * What the post-build action of the Slack Notification plugin in a job comes to here.
 *
 * @param rules for the job, in their order; empty where the action never spoke
 * @param notes what is different, or cannot be taken over, in words for an administrator
 */
record JobTranslation(List<RuleConfig> rules, List<String> notes) {
    /** The boxes of that plugin, and the kinds of event that they stand for without a difference. */
    private static final Map<String, EventKind> SAME = new LinkedHashMap<>();

    /** The boxes that ask for a failure, and no less, as compared with the build before. */
    private static final Map<String, EventKind> FAILURES = new LinkedHashMap<>();

    static {
        SAME.put("startNotification", EventKind.STARTED);
        SAME.put("notifySuccess", EventKind.SUCCESS);
        SAME.put("notifyBackToNormal", EventKind.FIXED);
        SAME.put("notifyUnstable", EventKind.UNSTABLE);
        SAME.put("notifyEveryFailure", EventKind.FAILURE);
        SAME.put("notifyRegression", EventKind.REGRESSED);
        SAME.put("notifyAborted", EventKind.ABORTED);
        SAME.put("notifyNotBuilt", EventKind.NOT_BUILT);
        FAILURES.put("notifyFailure", EventKind.REGRESSED);
        FAILURES.put("notifyRepeatedFailure", EventKind.STILL_FAILING);
    }

    JobTranslation {
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
    }

    /** @param system the settings of the System page, which stand in for what the job leaves out */
    static JobTranslation of(SlackPluginSettings job, SlackPluginSettings system) {
        List<String> notes = new ArrayList<>(JobImportNotes.of(job));
        List<LegacyChannel> rooms = job.channels().isEmpty() ? system.channels() : job.channels();
        List<String> to = rooms.stream()
                .filter(LegacyChannel::isSupported)
                .map(LegacyChannel::channel)
                .distinct()
                .toList();
        if (to.isEmpty()) {
            notes.add(Messages.JobTranslation_noChannel());
        }
        rooms.forEach(room -> room.note().ifPresent(notes::add));
        List<RuleConfig> rules = new ArrayList<>();
        add(rules, SAME, job, to, null);
        add(rules, FAILURES, job, to, Severity.ERROR.id());
        if (rules.isEmpty()) {
            notes.add(Messages.JobTranslation_silent());
        }
        return new JobTranslation(rules, notes);
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
