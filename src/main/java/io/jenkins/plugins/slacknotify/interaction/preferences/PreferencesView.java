package io.jenkins.plugins.slacknotify.interaction.preferences;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.modal.EventMenus;
import io.jenkins.plugins.slacknotify.interaction.modal.FormElements;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;

/** The form of the preferences, and what was filled in. */
final class PreferencesView {
    static final String CALLBACK = "slack-notify.preferences.form";

    static final String EVENTS = "events";
    static final String STARTED = "started";
    static final String SEVERITY = "severity";
    static final String QUIET = "quiet";
    static final String PAUSE = "pause";

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
                        EventMenus.events(EventKind.completionKinds(), settings.events()))
                .input(
                        STARTED,
                        "Builds that you have started",
                        null,
                        FormElements.checkbox("Tell me how each ends", settings.startedByMe()))
                .input(SEVERITY, "Least severity", null, EventMenus.severities(settings.minimumSeverity()));
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

    static boolean showsQuietJobs(FormState state) {
        return FormElements.isIn(state, QUIET);
    }

    static PersonalSettings read(FormState state) {
        String pause = FormElements.typed(state, PAUSE).strip();
        return new PersonalSettings(
                EventMenus.chosenEvents(EventKind.completionKinds(), state, EVENTS),
                FormElements.value(state, STARTED).isPresent(),
                EventMenus.chosenSeverity(state, SEVERITY),
                FormElements.typed(state, QUIET)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                pause.isEmpty() ? null : pause);
    }
}
