package io.jenkins.plugins.slacknotify.control.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.EventKindLabels;
import io.jenkins.plugins.slacknotify.interaction.home.HomePreferences;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.personal.PersonalPreferences;
import io.jenkins.plugins.slacknotify.personal.PersonalQuietJobs;
import java.time.Instant;
import java.util.List;

/** Reads what the owner of an account has decided of messages to them. */
final class HomePreferencesReader {
    private HomePreferencesReader() {}

    static HomePreferences of(String account) {
        User user = User.getById(account, false);
        Preferences preferences = user == null ? Preferences.STANDARD : PersonalPreferences.of(user);
        return new HomePreferences(
                SlackNotifyConfiguration.get().getPersonal().isEnabled(),
                EventKindLabels.all().stream()
                        .filter(preferences.events()::contains)
                        .map(EventKindLabels::name)
                        .toList(),
                preferences.startedByMe(),
                until(preferences.pausedUntil()),
                user != null && PersonalPreferences.isReminded(user),
                user == null ? null : PersonalPreferences.page(user).orElse(null));
    }

    @CheckForNull
    private static Instant until(@CheckForNull Instant paused) {
        return paused == null || paused.isBefore(Instant.now()) ? null : paused;
    }

    /** Returns the patterns of jobs of which the account gets no direct messages. */
    static List<String> quietJobs(String account) {
        return new PersonalQuietJobs().of(account);
    }
}
