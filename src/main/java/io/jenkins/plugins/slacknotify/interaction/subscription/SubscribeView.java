package io.jenkins.plugins.slacknotify.interaction.subscription;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.modal.EventMenus;
import io.jenkins.plugins.slacknotify.interaction.modal.FormElements;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a subscription, and what was filled in. */
final class SubscribeView {
    static final String CALLBACK = "slack-notify.subscribe.form";

    static final String JOBS = "jobs";
    static final String EVENTS = "events";
    static final String BRANCHES = "branches";
    static final String SEVERITY = "severity";
    static final String MENTION = "mention";

    private static final List<EventKind> OFFERED = List.of(EventKind.values());
    private static final Gson GSON = new Gson();

    private SubscribeView() {}

    /** The data that comes back with the form. @param channel to be subscribed; null where it was asked for in none */
    record Metadata(@CheckForNull String channel) {
        static Optional<Metadata> parse(String json) {
            try {
                return Optional.ofNullable(GSON.fromJson(json, Metadata.class));
            } catch (JsonParseException e) {
                return Optional.empty();
            }
        }
    }

    /** @param forecast a sentence in mrkdwn */
    static String of(String pattern, String forecast, @CheckForNull String channel) {
        return ModalView.titled("Subscribe")
                .section(forecast)
                .input(JOBS, "Jobs", "A full name, or FOLDER/** for all in a folder", FormElements.line(pattern))
                .input(EVENTS, "Events", null, EventMenus.events(OFFERED, SubscriptionFilter.STANDARD_EVENTS))
                .input(BRANCHES, "Branches", "Such as main, release/*; empty for all", FormElements.line(""))
                .input(SEVERITY, "Least severity", null, EventMenus.severities(Severity.INFO))
                .input(MENTION, "Mention", "Such as here, or ids of members and groups", FormElements.line(""))
                .close("Cancel")
                .submit("Subscribe", CALLBACK, GSON.toJson(new Metadata(channel)))
                .json();
    }

    /** Returns what was filled in for the jobs. */
    static String jobs(FormState state) {
        return FormElements.typed(state, JOBS).strip();
    }

    /**
     * Reads what was filled in.
     *
     * @param jobs the pattern for the jobs
     * @throws IllegalArgumentException where it is no subscription; the message is for people
     */
    static SubscriptionFilter filter(FormState state, String jobs) {
        return new SubscriptionFilter(
                List.of(jobs),
                SubscriptionOptions.branches(list(state, BRANCHES)),
                EventMenus.chosenEvents(OFFERED, state, EVENTS),
                EventMenus.chosenSeverity(state, SEVERITY),
                SubscriptionOptions.mentions(list(state, MENTION)));
    }

    /** Checks what was filled in. Returns what is wrong, by the ids of blocks; the sentences are for people. */
    static Map<String, String> errors(FormState state) {
        Map<String, String> errors = new LinkedHashMap<>();
        check(errors, JOBS, () -> SubscriptionFilter.checkJobs(List.of(jobs(state))));
        check(
                errors,
                BRANCHES,
                () -> SubscriptionFilter.checkBranches(SubscriptionOptions.branches(list(state, BRANCHES))));
        check(
                errors,
                MENTION,
                () -> SubscriptionFilter.checkMention(SubscriptionOptions.mentions(list(state, MENTION))));
        if (FormElements.isIn(state, EVENTS)
                && FormElements.value(state, EVENTS).isEmpty()) {
            errors.put(EVENTS, "Choose at least one event."); // A filter without any stands for the usual ones.
        }
        return errors;
    }

    private static void check(Map<String, String> errors, String block, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            errors.put(block, String.valueOf(e.getMessage()));
        }
    }

    /** Returns a field in which blanks part the names, too. */
    private static String list(FormState state, String block) {
        return FormElements.typed(state, block).replaceAll("\\s+", ",");
    }
}
