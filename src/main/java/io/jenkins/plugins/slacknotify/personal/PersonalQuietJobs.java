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
import java.util.logging.Level;
import java.util.logging.Logger;

/** The quiet jobs of users, as their own pages show them. Safe for use by many threads. */
public final class PersonalQuietJobs implements QuietJobs {
    private static final Logger LOGGER = Logger.getLogger(PersonalQuietJobs.class.getName());

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
     * Updates the patterns of all users, after a job or folder was renamed or moved.
     *
     * @param moved returns a pattern with the new name, or the pattern itself where it is about something else
     * @param mayRead whether an account may read what the new pattern names; the others keep the old one, as they would learn the new name
     *     by it. Asked about those accounts alone whose pattern would change
     */
    public void update(UnaryOperator<String> moved, BiPredicate<String, String> mayRead) {
        for (User user : User.getAll()) {
            try {
                update(user, moved, mayRead);
            } catch (RuntimeException | LinkageError e) {
                // The jobs of the others move, too.
                LOGGER.log(Level.WARNING, e, () -> "The quiet jobs of " + user.getId() + " do not follow");
            }
        }
    }

    private static void update(User user, UnaryOperator<String> moved, BiPredicate<String, String> mayRead) {
        SlackUserProperty own = user.getProperty(SlackUserProperty.class);
        Map<String, String> changes = new HashMap<>();
        for (String pattern : own == null ? List.<String>of() : own.getQuietJobs()) {
            String updated = moved.apply(pattern);
            if (!updated.equals(pattern) && mayRead.test(user.getId(), updated)) {
                changes.put(pattern, updated);
            }
        }
        if (!changes.isEmpty()) {
            change(user.getId(), jobs -> {
                jobs.replaceAll(pattern -> changes.getOrDefault(pattern, pattern));
                return true;
            });
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
