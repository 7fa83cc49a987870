package io.jenkins.plugins.slacknotify.interaction.subscription;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.modal.FormElements;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of a subscription, and what was filled in. */
final class SubscribeView {
    static final String CALLBACK = "slack-notify.subscribe.form";

    static final String JOBS = "jobs";
    static final String EVENTS = "events";
    static final String BRANCHES = "branches";
    static final String SEVERITY = "severity";
    static final String MENTION = "mention";

    private static final List<String> EVENT_IDS =
            Arrays.stream(EventKind.values()).map(EventKind::id).toList();
    private static final List<String> SEVERITY_IDS =
            Arrays.stream(Severity.values()).map(Severity::id).toList();
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
        Set<String> events =
                SubscriptionFilter.STANDARD_EVENTS.stream().map(EventKind::id).collect(Collectors.toSet());
        return ModalView.titled("Subscribe")
                .section(forecast)
                .input(JOBS, "Jobs", "A full name, or FOLDER/** for all in a folder", FormElements.line(pattern))
                .input(EVENTS, "Events", null, FormElements.menuOfSeveral(EVENT_IDS, events))
                .input(BRANCHES, "Branches", "Such as main, release/*; empty for all", FormElements.line(""))
                .input(SEVERITY, "Least severity", null, FormElements.menu(SEVERITY_IDS, Severity.INFO.id()))
                .input(MENTION, "Mention", "Such as here, or ids of members and groups", FormElements.line(""))
                .close("Cancel")
                .submit("Subscribe", CALLBACK, GSON.toJson(new Metadata(channel)))
                .json();
    }

    /**
     * Reads what was filled in.
     *
     * @throws IllegalArgumentException where it is no subscription; the message is for people
     */
    static SubscriptionFilter filter(FormState state) {
        Set<EventKind> events =
                state.field(EVENTS, FormElements.ACTION).map(FieldValue::values).orElse(List.of()).stream()
                        .flatMap(option -> FormElements.chosen(EVENT_IDS, option).stream())
                        .map(EventKind::parse)
                        .collect(Collectors.toSet());
        return new SubscriptionFilter(
                List.of(text(state, JOBS).strip()),
                names(text(state, BRANCHES)),
                events,
                state.value(SEVERITY, FormElements.ACTION)
                        .flatMap(option -> FormElements.chosen(SEVERITY_IDS, option))
                        .map(Severity::parse)
                        .orElse(Severity.INFO),
                names(text(state, MENTION)));
    }

    /** Checks what was filled in. Returns what is wrong, by the ids of blocks; the sentences are for people. */
    static Map<String, String> errors(FormState state) {
        Map<String, String> errors = new LinkedHashMap<>();
        check(
                errors,
                JOBS,
                () -> SubscriptionFilter.checkJobs(List.of(text(state, JOBS).strip())));
        check(errors, BRANCHES, () -> SubscriptionFilter.checkBranches(names(text(state, BRANCHES))));
        check(errors, MENTION, () -> SubscriptionFilter.checkMention(names(text(state, MENTION))));
        if (state.field(EVENTS, FormElements.ACTION).isPresent()
                && state.value(EVENTS, FormElements.ACTION).isEmpty()) {
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

    private static String text(FormState state, String block) {
        return state.value(block, FormElements.ACTION).orElse("");
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
