package io.jenkins.plugins.slacknotify.control.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.form.UserTimeZone;
import io.jenkins.plugins.slacknotify.config.rules.MentionValidator;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.subscription.Forecast;
import io.jenkins.plugins.slacknotify.interaction.subscription.SubscriptionControl;
import io.jenkins.plugins.slacknotify.personal.RealmAccounts;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.Mutes;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import io.jenkins.plugins.slacknotify.subscription.Subscriptions;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The subscriptions and mutes of this Jenkins, for commands and forms. Safe for use by many threads. */
public final class JenkinsSubscriptionControl implements SubscriptionControl {
    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final Duration FORECAST_TIMEOUT = Duration.ofMillis(1_500);

    /** How many builds are looked at; Jenkins may read each from disk. */
    private static final int MAX_BUILDS = 300;

    /** The names that Slack gives in place of the name of a conversation that has none, or that it does not tell. */
    private static final Set<String> NO_NAMES = Set.of("directmessage", "privategroup");

    /** The beginning of the name of a direct message of several people. */
    private static final String OF_SEVERAL = "mpdm-";

    private final SlackGateway gateway = SharedSlackClient.interactiveGateway();
    private final InstalledBots bots = InstalledBots.shared();
    private final Clock clock;

    public JenkinsSubscriptionControl(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Subscriptions subscriptions() {
        return SlackSubscriptions.get().subscriptions();
    }

    @Override
    public Mutes mutes() {
        return SlackSubscriptions.get().mutes();
    }

    @Override
    public List<Mute> mutesOf(String account) {
        return SlackSubscriptions.get().mutesOf(account);
    }

    @Override
    public Optional<SubscriptionTarget> target(RequestOrigin origin, @CheckForNull String channelName) {
        String channel = origin.channelId();
        if (channel == null) {
            return Optional.empty();
        }
        String name = channelName == null || isNoName(channelName) ? null : channelName;
        return bots.configured(origin.installation())
                .map(bot -> new SubscriptionTarget(bot.workspace(), channel, name));
    }

    private static boolean isNoName(String channelName) {
        return channelName.isBlank() || NO_NAMES.contains(channelName) || channelName.startsWith(OF_SEVERAL);
    }

    @Override
    public Optional<Boolean> reaches(RequestOrigin origin) {
        String channel = origin.channelId();
        return channel == null
                ? Optional.empty()
                : bots.find(origin.installation())
                        .flatMap(bot -> gateway.reaches(bot, channel).success());
    }

    @Override
    public Optional<String> refusal(SubscriptionAuthor author, SubscriptionTarget target) {
        return SlackNotifyConfiguration.get()
                .getInbound()
                .getSubscriptions()
                .refusal(RealmAccounts.namesOf(author.account()), target);
    }

    @Override
    public Forecast forecast(String account, SubscriptionFilter filter) {
        Condition condition = filter.toCondition();
        Instant from = clock.instant().minus(LOOKED_BACK);
        Instant deadline = clock.instant().plus(FORECAST_TIMEOUT);
        return AsAccount.call(account, () -> count(condition, from, deadline)).orElse(new Forecast(0, true));
    }

    private Forecast count(Condition condition, Instant from, Instant deadline) {
        EngineSettings settings = SlackNotifyConfiguration.get().toEngineSettings();
        List<JobReference> jobs = ReadableJobs.all().stream()
                .filter(job -> condition.matchesJob(job.fullName()))
                .toList();
        int messages = 0;
        int looked = 0;
        for (JobReference reference : jobs) {
            // Even a job without recent builds has its last one read from disk.
            if (clock.instant().isAfter(deadline)) {
                return new Forecast(messages, false);
            }
            Job<?, ?> job = ReadableJobs.find(reference.fullName()).orElse(null);
            Run<?, ?> run = job == null ? null : job.getLastCompletedBuild();
            while (run != null && !run.getTimestamp().toInstant().isBefore(from)) {
                if (looked++ >= MAX_BUILDS || clock.instant().isAfter(deadline)) {
                    return new Forecast(messages, false);
                }
                if (!run.isBuilding() && matches(condition, RunEvents.past(run), settings)) {
                    messages++;
                }
                run = run.getPreviousBuild();
            }
        }
        return new Forecast(messages, true);
    }

    private static boolean matches(Condition condition, BuildEvent event, EngineSettings settings) {
        return condition.findMismatch(event, settings.rate(event)).isEmpty();
    }

    @Override
    public List<String> unknown(List<String> mention) {
        return MentionValidator.unknown(mention);
    }

    @Override
    public void check(List<Subscription> some) {
        some.forEach(SlackSubscriptions.get()::check);
    }

    @Override
    public ZoneId zoneOf(String account) {
        return UserTimeZone.of(User.getById(account, false));
    }

    @Override
    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }
}
