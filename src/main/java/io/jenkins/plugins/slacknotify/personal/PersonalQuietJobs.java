package io.jenkins.plugins.slacknotify.personal;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The quiet jobs of users, as their own pages show them. Safe for use by many threads. */
public final class PersonalQuietJobs implements QuietJobs {
    @Override
    public List<String> of(String account) {
        return property(account).map(SlackUserProperty::getQuietJobs).orElse(List.of());
    }

    @Override
    public boolean add(String account, String job) {
        return change(account, jobs -> !jobs.contains(job) && jobs.add(job));
    }

    @Override
    public boolean remove(String account, String job) {
        return change(account, jobs -> jobs.remove(job));
    }

    /** One at a time: each writes the whole list. */
    private static synchronized boolean change(String account, Predicate<List<String>> change) {
        return property(account).filter(own -> change(own, change)).isPresent();
    }

    private static boolean change(SlackUserProperty own, Predicate<List<String>> change) {
        List<String> jobs = new ArrayList<>(own.getQuietJobs());
        if (!change.test(jobs)) {
            return false;
        }
        try {
            own.quiet(jobs);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SlackUserProperty> property(String account) {
        return Optional.ofNullable(User.getById(account, false)).map(user -> user.getProperty(SlackUserProperty.class));
    }
}
