package io.jenkins.plugins.slacknotify.control.home;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.form.UserTimeZone;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.approval.InputControl;
import io.jenkins.plugins.slacknotify.interaction.home.HomeBuild;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.personal.PersonalPreferences;
import io.jenkins.plugins.slacknotify.personal.SignInAge;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import io.jenkins.plugins.slacknotify.personal.SlackMemberLink;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the daily reminder, one line of what waits for a person's answer, to everybody who wants it. It is sent at most once a day of the
 * person's own time zone, even after a crash: the day is stored before the message is sent, and taken back only where surely nothing has
 * arrived and Slack may take it later. A person whose last sign-in is too long ago is told so once, and reminded again after the next
 * sign-in. Nobody is reminded of a job that is quiet for them, or during their pause.
 */
public final class DailyReminderSender {
    private static final Logger LOGGER = Logger.getLogger(DailyReminderSender.class.getName());

    private final WaitingForAccount waiting;

    /** @param inputs empty where the plugin of the {@code input} step is missing */
    public DailyReminderSender(Optional<InputControl> inputs) {
        this.waiting = new WaitingForAccount(inputs);
    }

    /**
     * Reminds those of some users who are to be reminded at this moment. Asks the security realm and Slack on the caller's thread.
     *
     * @param users who want it
     */
    public void remind(Collection<User> users, Clock clock) {
        users.forEach(user -> remind(user, clock.instant()));
    }

    /** Whatever is wrong with one user keeps nobody else from being reminded. */
    private void remind(User user, Instant at) {
        try {
            ZonedDateTime now = at.atZone(UserTimeZone.of(user));
            List<SlackMemberLink> links = DailyReminder.isTime(now) ? PersonalPreferences.links(user) : List.of();
            if (!links.isEmpty()) {
                remind(user, links, now);
            }
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not remind " + user.getId());
        }
    }

    private void remind(User user, List<SlackMemberLink> links, ZonedDateTime now) {
        try {
            Preferences preferences = PersonalPreferences.withMutes(user);
            if (preferences.isPaused(now.toInstant())) {
                return;
            }
            if (SignInAge.isTooOld(user, now.toInstant())) {
                pause(user, links);
                return;
            }
            List<HomeBuild> due = DailyReminder.due(waiting.of(user.getId()), preferences, now.toInstant());
            if (!due.isEmpty() && PersonalPreferences.beginReminder(user, now.toLocalDate())) {
                send(user, links, due, now.toLocalDate());
            }
        } catch (AccountsUnavailableException e) {
            LOGGER.log(Level.FINE, "Somebody is reminded later, as the security realm does not answer", e);
        }
    }

    private static void send(User user, List<SlackMemberLink> links, List<HomeBuild> due, LocalDate day) {
        String sentence =
                DailyReminder.sentence(due, SlackNotifyConfiguration.get().abilitiesInEffect());
        List<SlackResult<?>> results = send(links, sentence);
        if (DailyReminder.isWorthAnotherTry(results)) {
            PersonalPreferences.takeBackReminder(user, day);
        }
        log(user, DailyReminder.complaints(results));
    }

    /** Tells a user, once after each sign-in, that reminders pause until the next sign-in, as the rights of the account are not known. */
    private static void pause(User user, List<SlackMemberLink> links) {
        if (PersonalPreferences.beginPause(user, SlackLinks.get().signedInAt(user.getId()))) {
            log(user, DailyReminder.permanentRefusals(send(links, DailyReminder.PAUSE)));
        }
    }

    private static List<SlackResult<?>> send(List<SlackMemberLink> links, String sentence) {
        return links.stream().flatMap(link -> send(link, sentence).stream()).toList();
    }

    /** @return empty where no bot of that workspace is left */
    private static Optional<SlackResult<?>> send(SlackMemberLink link, String sentence) {
        InstallationKey installation = new InstallationKey(null, link.getInstallation(), link.getInstallation(), false);
        SlackResult<Optional<SlackConnection>> bot =
                InstalledBots.shared().of(installation).withoutDoubt();
        if (bot instanceof SlackResult.Success<Optional<SlackConnection>> found
                && found.value().isEmpty()) {
            LOGGER.log(Level.FINE, "No bot can remind a member of {0}", link.getWorkspace());
            return Optional.empty();
        }
        SlackResult<?> result = bot.flatMap(found -> SharedSlackClient.interactiveGateway()
                .post(
                        found.orElseThrow(),
                        OutgoingMessage.of(
                                link.getMember(), sentence, UUID.randomUUID().toString())));
        if (result.success().isEmpty()) {
            LOGGER.log(Level.FINE, "Slack does not take a reminder: {0}", result.failureName());
        }
        return Optional.of(result);
    }

    private static void log(User user, List<Refusal> complaints) {
        complaints.forEach(
                refusal -> LOGGER.log(Level.WARNING, "Slack did not take the daily reminder of {0}: {1}", new Object[] {
                    user.getId(), refusal.remedy()
                }));
    }
}
