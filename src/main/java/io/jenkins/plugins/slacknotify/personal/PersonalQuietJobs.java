package io.jenkins.plugins.slacknotify.personal;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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

    /**
     * Has the patterns of all users follow a job or folder that has another full name now.
     *
     * @param moved returns a pattern as it is since, or as it was where it is about something else
     * @param mayRead whether an account may read what a pattern names since; nobody else learns by it what that is called now. Asked about
     *     those alone whose pattern has changed
     */
    public void follow(UnaryOperator<String> moved, BiPredicate<String, String> mayRead) {
        for (User user : User.getAll()) {
            SlackUserProperty own = user.getProperty(SlackUserProperty.class);
            Map<String, String> changes = new HashMap<>();
            for (String pattern : own == null ? List.<String>of() : own.getQuietJobs()) {
                String since = moved.apply(pattern);
                if (!since.equals(pattern) && mayRead.test(user.getId(), since)) {
                    changes.put(pattern, since);
                }
            }
            if (!changes.isEmpty()) {
                change(user.getId(), jobs -> {
                    jobs.replaceAll(pattern -> changes.getOrDefault(pattern, pattern));
                    return true;
                });
            }
        }
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
