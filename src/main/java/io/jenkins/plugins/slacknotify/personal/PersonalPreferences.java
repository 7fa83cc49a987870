package io.jenkins.plugins.slacknotify.personal;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.subscription.SubscriptionPolicySource;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The preferences of users about messages to them, as their own pages show them. Safe for use by many threads. */
public final class PersonalPreferences {
    private PersonalPreferences() {}

    /** Returns the preferences of a user, or else those of the administrator. */
    public static Preferences of(User user) {
        Preferences standard =
                SlackNotifyConfiguration.get().getPersonal().getDefaults().toPreferences();
        return SlackUserProperty.read(user).toPreferences(standard);
    }

    /** Returns {@link #of} with what the user has muted for a time, in Slack. */
    public static Preferences withMutes(User user) {
        return of(user).withQuietJobs(SubscriptionPolicySource.current().quietJobs(user.getId()));
    }

    /** Returns whether a user wants a line a day of what waits for their answer. */
    public static boolean isReminded(User user) {
        return SlackUserProperty.read(user).isDailyReminder();
    }

    /** Stores whether a user wants that. */
    public static synchronized void setReminded(User user, boolean isWanted) {
        change(user, own -> {
            own.remind(isWanted);
            return true;
        });
    }

    /**
     * Stores that a user is about to be told that nobody is reminded until the next sign-in, which is told once after each.
     *
     * @param signIn the last one
     * @return whether it is to be told
     */
    public static synchronized boolean beginPause(User user, Instant signIn) {
        return change(user, own -> own.beginPause(signIn));
    }

    /**
     * Stores that the line of a day is about to be sent, so that a crash sends none twice.
     *
     * @return whether it is to be sent
     */
    public static synchronized boolean beginReminder(User user, LocalDate day) {
        return change(user, own -> own.beginReminder(day));
    }

    /** Takes back that the line of a day was sent, as it surely was not. */
    public static synchronized void takeBackReminder(User user, LocalDate day) {
        change(user, own -> {
            own.takeBackReminder(day);
            return true;
        });
    }

    private interface Change {
        boolean isDone(SlackUserProperty own) throws IOException;
    }

    private static boolean change(User user, Change change) {
        SlackUserProperty own = user.getProperty(SlackUserProperty.class);
        try {
            return own != null && change.isDone(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the members of Slack at whose word Jenkins acts for a user; none of somebody to whom the account has belonged before.
     * May ask a server for the address of the user.
     */
    public static List<SlackMemberLink> links(User user) {
        List<SlackMemberLink> links = SlackUserProperty.read(user).getLinks();
        if (links.isEmpty()) {
            return links;
        }
        String address = MailAddresses.of(user);
        return links.stream().filter(link -> link.isOfOwnerWith(address)).toList();
    }

    /** Returns the address of the page on which a user has them; empty while Jenkins does not know its own address. */
    public static Optional<String> page(User user) {
        return Optional.ofNullable(Jenkins.get().getRootUrl()).map(root -> root + user.getUrl() + "/preferences/");
    }
}
