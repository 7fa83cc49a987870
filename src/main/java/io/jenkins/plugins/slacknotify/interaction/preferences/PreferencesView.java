package io.jenkins.plugins.slacknotify.interaction.preferences;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.modal.FormElements;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of the preferences, and what was filled in. */
final class PreferencesView {
    static final String CALLBACK = "slack-notify.preferences.form";

    static final String EVENTS = "events";
    static final String STARTED = "started";
    static final String SEVERITY = "severity";
    static final String QUIET = "quiet";
    static final String PAUSE = "pause";

    private static final List<String> EVENT_IDS =
            EventKind.completionKinds().stream().map(EventKind::id).toList();
    private static final List<String> SEVERITY_IDS =
            Arrays.stream(Severity.values()).map(Severity::id).toList();

    private PreferencesView() {}

    /** @param isOn see {@link PreferencesControl#isOn} */
    static String of(PersonalSettings settings, boolean isOn) {
        String pause = settings.pausedUntil();
        ModalView view = ModalView.titled("Direct messages")
                .section(isOn ? "What Jenkins tells you in direct messages." : PersonalSettings.SWITCHED_OFF)
                .input(
                        EVENTS,
                        "Builds with your changes",
                        null,
                        FormElements.menuOfSeveral(
                                EVENT_IDS,
                                settings.events().stream().map(EventKind::id).collect(Collectors.toSet())))
                .input(
                        STARTED,
                        "Builds that you have started",
                        null,
                        FormElements.checkbox("Tell me how each ends", settings.startedByMe()))
                .input(
                        SEVERITY,
                        "Least severity",
                        null,
                        FormElements.menu(
                                SEVERITY_IDS, settings.minimumSeverity().id()));
        String quiet = String.join("\n", settings.quietJobs());
        if (FormElements.fits(quiet)) {
            view.input(
                    QUIET, "Quiet jobs", "One a line, such as shop/main or tools/**", FormElements.text(quiet, true));
        } else {
            view.section(
                    "You have more quiet jobs than a form can show. They stay as they are; change them on your page in Jenkins.");
        }
        return view.input(
                        PAUSE,
                        "Pause until",
                        "Such as 4 hours, tomorrow, Monday, 2030-12-24; empty for no pause",
                        FormElements.line(pause == null ? "" : pause))
                .close("Cancel")
                .submit("Save", CALLBACK, ShownSettings.of(settings).json())
                .json();
    }

    /** Returns whether the form had room for the quiet jobs. */
    static boolean showsQuietJobs(FormState state) {
        return state.field(QUIET, FormElements.ACTION).isPresent();
    }

    static PersonalSettings read(FormState state) {
        Set<EventKind> events =
                state.field(EVENTS, FormElements.ACTION).map(FieldValue::values).orElse(List.of()).stream()
                        .flatMap(option -> FormElements.chosen(EVENT_IDS, option).stream())
                        .map(EventKind::parse)
                        .collect(Collectors.toSet());
        String pause = text(state, PAUSE).strip();
        return new PersonalSettings(
                events,
                state.value(STARTED, FormElements.ACTION).isPresent(),
                state.value(SEVERITY, FormElements.ACTION)
                        .flatMap(option -> FormElements.chosen(SEVERITY_IDS, option))
                        .map(Severity::parse)
                        .orElse(Severity.INFO),
                text(state, QUIET)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                pause.isEmpty() ? null : pause);
    }

    private static String text(FormState state, String block) {
        return state.value(block, FormElements.ACTION).orElse("");
    }
}
