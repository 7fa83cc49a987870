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
import io.jenkins.plugins.slacknotify.personal.PersonalPreferences;
import io.jenkins.plugins.slacknotify.personal.SignInAge;
import io.jenkins.plugins.slacknotify.personal.SlackLinks;
import io.jenkins.plugins.slacknotify.personal.SlackMemberLink;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the daily reminder, one line of what waits for a person's answer, to everybody who wants it. It is sent at most once a day of the
 * person's own time zone, even
 * after a crash: the day is stored before the message is sent, and a message that does not arrive is not repeated. A person whose last
 * sign-in is too long ago is told so once, and reminded again after the next sign-in.
 */
public final class DailyReminderSender {
    private static final Logger LOGGER = Logger.getLogger(DailyReminderSender.class.getName());

    private final WaitingForAccount waiting;

    /** @param inputs empty where the plugin of the {@code input} step is missing */
    public DailyReminderSender(Optional<InputControl> inputs) {
        this.waiting = new WaitingForAccount(inputs);
    }

    /** Reminds everybody who is to be reminded at this moment. Asks the security realm and Slack on the caller's thread. */
    public void remind(Clock clock) {
        User.getAll().forEach(user -> remind(user, clock.instant()));
    }

    /** Whatever is wrong with one user keeps nobody else from being reminded. */
    private void remind(User user, Instant at) {
        try {
            if (!PersonalPreferences.isReminded(user)) {
                return;
            }
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
            if (SignInAge.isTooOld(user, now.toInstant())) {
                pause(user, links);
                return;
            }
            List<HomeBuild> due = DailyReminder.due(waiting.of(user.getId()), now.toInstant());
            if (!due.isEmpty() && PersonalPreferences.beginReminder(user, now.toLocalDate())) {
                String sentence = DailyReminder.sentence(
                        due, SlackNotifyConfiguration.get().getInbound().enabledAbilities());
                links.forEach(link -> send(link, sentence));
            }
        } catch (AccountsUnavailableException e) {
            LOGGER.log(Level.FINE, "Somebody is reminded later, as the security realm does not answer", e);
        }
    }

    /** Says once after each sign-in that nobody is reminded while nobody knows what they may answer. */
    private static void pause(User user, List<SlackMemberLink> links) {
        if (PersonalPreferences.beginPause(user, SlackLinks.get().signedInAt(user.getId()))) {
            links.forEach(link -> send(link, DailyReminder.PAUSE));
        }
    }

    private static void send(SlackMemberLink link, String sentence) {
        SlackGateway gateway = SharedSlackClient.interactiveGateway();
        InstallationKey installation = new InstallationKey(null, link.getInstallation(), link.getInstallation(), false);
        SlackConnection bot =
                InstalledBots.shared().of(installation) instanceof SlackResult.Success<Optional<SlackConnection>> found
                        ? found.value().orElse(null)
                        : null;
        if (bot == null) {
            LOGGER.log(Level.FINE, "No bot can remind a member of {0}", link.getWorkspace());
            return;
        }
        SlackResult<?> result = gateway.post(
                bot,
                OutgoingMessage.of(link.getMember(), sentence, UUID.randomUUID().toString()));
        if (!(result instanceof SlackResult.Success<?>)) {
            LOGGER.log(
                    Level.FINE,
                    "Slack does not take a reminder: {0}",
                    result.getClass().getSimpleName());
        }
    }
}
