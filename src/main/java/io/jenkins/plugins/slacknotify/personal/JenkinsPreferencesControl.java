package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.UserTimeZone;
import io.jenkins.plugins.slacknotify.config.people.PreferencesConfig;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.interaction.preferences.PersonalSettings;
import io.jenkins.plugins.slacknotify.interaction.preferences.PreferencesControl;
import io.jenkins.plugins.slacknotify.people.policy.PeopleInputValidator;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The preferences of users, as their own pages show them. Safe for use by many threads. */
public final class JenkinsPreferencesControl implements PreferencesControl {
    /** The time zones of somebody whose account is not known yet: what is over in one of them may be to come in another. */
    private static final List<ZoneId> ANYWHERE =
            IntStream.rangeClosed(-12, 14).<ZoneId>mapToObj(ZoneOffset::ofHours).toList();

    @Override
    public boolean isOn() {
        return SlackNotifyConfiguration.get().getPersonal().isEnabled();
    }

    @Override
    public Optional<PersonalSettings> of(String account) {
        return Optional.ofNullable(User.getById(account, false)).map(JenkinsPreferencesControl::settings);
    }

    private static PersonalSettings settings(User user) {
        Preferences chosen = PersonalPreferences.of(user);
        return new PersonalSettings(
                chosen.events(),
                chosen.startedByMe(),
                chosen.minimumSeverity(),
                chosen.quietJobs(),
                SlackUserProperty.read(user).pausedUntil(UserTimeZone.of(user)));
    }

    @Override
    public Optional<String> errorOf(@CheckForNull String account, PersonalSettings settings, Instant asked) {
        Optional<String> jobs = settings.quietJobs().stream()
                .flatMap(pattern -> PeopleInputValidator.validateJobPattern(pattern).stream())
                .findFirst();
        if (jobs.isPresent()) {
            return jobs;
        }
        List<ZoneId> zones = account == null ? ANYWHERE : List.of(UserTimeZone.of(User.getById(account, false)));
        List<Optional<String>> errors =
                zones.stream().map(zone -> errorOfPause(settings, asked, zone)).toList();
        return errors.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : errors.get(0);
    }

    private static Optional<String> errorOfPause(PersonalSettings settings, Instant asked, ZoneId zone) {
        try {
            end(settings, asked, zone);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void save(String account, PersonalSettings settings, Instant asked) {
        User user = User.getById(account, false);
        if (user == null) {
            return;
        }
        try {
            Instant end = end(settings, asked, UserTimeZone.of(user));
            SlackUserProperty.of(user).store(property -> {
                property.setChoice(choice(settings));
                property.setQuietJobs(settings.quietJobs());
                property.setPausedUntil(end == null ? null : end.toString());
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The preferences of an account cannot be written", e);
        }
    }

    /** The end of the pause; null for none. */
    @CheckForNull
    private static Instant end(PersonalSettings settings, Instant asked, ZoneId zone) {
        return PauseFormat.read(settings.pausedUntil(), asked.atZone(zone));
    }

    private static PreferencesConfig choice(PersonalSettings settings) {
        PreferencesConfig choice = new PreferencesConfig();
        Set<EventKind> events = new TreeSet<>(settings.events());
        choice.setEvents(events.stream().map(EventKind::id).toList());
        choice.setStartedByMe(settings.startedByMe());
        choice.setMinimumSeverity(settings.minimumSeverity().id());
        return choice;
    }

    @Override
    public Optional<String> page(String account) {
        return Optional.ofNullable(User.getById(account, false)).flatMap(PersonalPreferences::page);
    }
}
