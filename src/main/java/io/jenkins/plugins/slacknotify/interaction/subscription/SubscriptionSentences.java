package io.jenkins.plugins.slacknotify.interaction.subscription;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.message.wording.DateMarkup;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says in mrkdwn what subscriptions and mutes are about. */
public final class SubscriptionSentences {
    /** Stands for jobs of which the reader must not know the names. */
    public static final String HIDDEN = "a job that is not there any more, or that you may not see";

    private SubscriptionSentences() {}

    /** Returns the jobs, and then what restricts them, such as {@code *shop/**} (failure, fixed; branch main). */
    public static String filter(SubscriptionFilter filter) {
        List<String> parts = new ArrayList<>();
        parts.add(filter.events().stream().sorted().map(EventKind::id).collect(Collectors.joining(", ")));
        if (!filter.branches().isEmpty()) {
            parts.add("branch " + list(filter.branches()));
        }
        if (filter.minimumSeverity() != Severity.INFO) {
            parts.add("from " + filter.minimumSeverity().id());
        }
        if (!filter.mention().isEmpty()) {
            parts.add("mentions " + mentioned(filter.mention()));
        }
        return jobs(filter.jobs()) + " (" + String.join("; ", parts) + ")";
    }

    /** Calls nobody. Of people and groups only the number is said: an e-mail address or an account is nobody else's business. */
    private static String mentioned(List<String> names) {
        List<String> words = new ArrayList<>();
        names.stream()
                .flatMap(name -> Mention.ofEverybody(name).stream())
                .map(name -> "`@" + name + "`")
                .forEach(words::add);
        int others = names.size() - words.size();
        if (others > 0) {
            words.add(others == 1 ? "one person or group" : others + " people or groups");
        }
        return String.join(", ", words);
    }

    /** Returns the jobs, as far as one of them is among those that the reader may read. */
    static String jobs(List<String> patterns, List<JobReference> readable) {
        return readsAny(patterns, readable) ? jobs(patterns) : HIDDEN;
    }

    /** Returns whether one of some jobs matches these patterns. */
    public static boolean readsAny(List<String> patterns, Collection<JobReference> readable) {
        NamePatterns names = NamePatterns.of(patterns);
        return readable.stream().anyMatch(job -> names.matches(job.fullName()));
    }

    public static String jobs(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> Mrkdwn.quoted(BranchNames.readable(pattern)))
                .collect(Collectors.joining(", "));
    }

    private static String list(List<String> names) {
        return names.stream().map(Mrkdwn::line).collect(Collectors.joining(", "));
    }

    /** Returns when a mute ends, such as {@code until the next good build}, and at the latest; a time is that of whoever reads it. */
    public static String end(Mute mute) {
        String time = "until " + DateMarkup.local(mute.lastMoment());
        return mute.untilFixed() == null ? time : "until the next good build, and " + time + " at the latest";
    }
}
