package io.jenkins.plugins.slacknotify.interaction.preferences;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.text.Sha256;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings that a form of preferences has shown, by a short digest of each field. They come back with the form, which may
 * be open for hours: a field that the member has not touched must not undo what the member has changed elsewhere meanwhile.
 */
record ShownSettings(
        @CheckForNull String events,
        @CheckForNull String started,
        @CheckForNull String severity,
        @CheckForNull String quiet,
        @CheckForNull String pause) {
    private static final int DIGITS = 16;
    private static final Gson GSON = new Gson();

    static ShownSettings of(PersonalSettings settings) {
        String pausedUntil = settings.pausedUntil();
        return new ShownSettings(
                digest(settings.events().stream().map(EventKind::id).sorted().collect(Collectors.joining(","))),
                digest(String.valueOf(settings.startedByMe())),
                digest(settings.minimumSeverity().id()),
                digest(String.join("\n", settings.quietJobs())),
                digest(pausedUntil == null ? "" : pausedUntil));
    }

    private static String digest(String value) {
        return Sha256.hex(value, DIGITS);
    }

    String json() {
        return GSON.toJson(this);
    }

    /** Reads what came back; empty where it is nothing that {@link #json} has written, as of a form of an earlier version. */
    static Optional<ShownSettings> parse(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, ShownSettings.class));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the settings of now with what the member has changed in the form.
     *
     * @return empty where the quiet jobs are others by now and were changed in the form as well: nobody knows which are meant
     */
    Optional<PersonalSettings> merge(PersonalSettings given, PersonalSettings now) {
        ShownSettings filled = of(given);
        boolean isQuietTouched = !Objects.equals(filled.quiet, quiet);
        boolean isQuietChanged = !Objects.equals(of(now).quiet, quiet);
        return isQuietTouched && isQuietChanged && !given.quietJobs().equals(now.quietJobs())
                ? Optional.empty()
                : Optional.of(new PersonalSettings(
                        (Objects.equals(filled.events, events) ? now : given).events(),
                        (Objects.equals(filled.started, started) ? now : given).startedByMe(),
                        (Objects.equals(filled.severity, severity) ? now : given).minimumSeverity(),
                        (isQuietTouched ? given : now).quietJobs(),
                        (Objects.equals(filled.pause, pause) ? now : given).pausedUntil()));
    }
}
