package io.jenkins.plugins.slacknotify.lifecycle;

import io.jenkins.plugins.slacknotify.config.ConfiguredBot;
import io.jenkins.plugins.slacknotify.engine.SlackChanges;
import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.interaction.installation.Installations;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Watches whether the configured bots may be used, and has the engine stop those that may not.
 *
 * <p>Safe for use by many threads; one check runs at a time.
 */
final class BotWatch implements Installations {
    private final Supplier<List<ConfiguredBot>> bots;
    private final ConfiguredBot.Connector connector;
    private final SlackGateway gateway;
    private final Supplier<SlackChanges> engine;
    private final Function<String, BotScope> apps;

    /** The bots without access to their workspace, of which Slack can only be asked by a message. */
    private final Set<BotKey> withoutAccess = ConcurrentHashMap.newKeySet();

    /** @param apps finds the bots for which an app may speak, by its name */
    BotWatch(
            Supplier<List<ConfiguredBot>> bots,
            ConfiguredBot.Connector connector,
            SlackGateway gateway,
            Supplier<SlackChanges> engine,
            Function<String, BotScope> apps) {
        this.bots = bots;
        this.connector = connector;
        this.gateway = gateway;
        this.engine = engine;
        this.apps = apps;
    }

    /** The bots about which the app may report that has sent a report. */
    private BotScope reached(InboundRequest report) {
        String app = report.origin().installation().app();
        return app == null ? BotScope.ALL : apps.apply(app);
    }

    @Override
    public synchronized TokenCheck checkTokens() {
        TokenCheck check = TokenCheck.ALL_WORK;
        for (ConfiguredBot bot : bots.get()) {
            TokenCheck one = check(bot);
            check = one.compareTo(check) > 0 ? one : check;
        }
        return check;
    }

    /**
     * Asks Slack about the bots that are stopped, whether they may send again.
     *
     * @param settingsChanged whether a person has done something, which may be the reason that a bot has access again
     */
    synchronized void checkStopped(boolean settingsChanged) {
        if (settingsChanged) {
            withoutAccess.clear();
        }
        if (engine.get().hasSuspended()) {
            List<ConfiguredBot> configured = bots.get();
            engine.get()
                    .resumeAllBut(configured.stream().map(ConfiguredBot::key).collect(Collectors.toSet()));
            configured.stream()
                    .filter(bot -> engine.get().isSuspended(bot.key()) && !withoutAccess.contains(bot.key()))
                    .forEach(this::check);
        }
    }

    private TokenCheck check(ConfiguredBot bot) {
        SlackResult<BotIdentity> identity;
        try {
            identity = gateway.identify(connector.connect(bot));
        } catch (TokenUnavailableException e) {
            if (e.isTemporary()) {
                return TokenCheck.UNKNOWN;
            }
            // Without a token nothing is sent, and the engine says so itself.
            engine.get().resume(bot.key());
            return TokenCheck.ALL_WORK;
        }
        if (identity.success().isPresent()) {
            if (!withoutAccess.contains(bot.key())) {
                engine.get().resume(bot.key());
            }
            return TokenCheck.ALL_WORK;
        }
        Optional<Refusal> death = identity.refused().filter(Refusal::isAboutTheToken);
        death.ifPresent(refusal -> engine.get().suspend(bot.key(), dead(bot, refusal)));
        return death.isPresent() ? TokenCheck.SOME_DEAD : TokenCheck.UNKNOWN;
    }

    /** Names where the messages of a bot go. */
    private static String place(ConfiguredBot bot) {
        return bot.workspace() == null
                ? "the workspace of the system channel"
                : "the workspace \"" + bot.workspace() + "\"";
    }

    private static String dead(ConfiguredBot bot, Refusal refusal) {
        return "Slack has reported that the app was uninstalled from " + place(bot)
                + ", or that its bot token was revoked, and does not take that token any more. " + refusal.remedy()
                + " What waits is sent then. (" + refusal.error() + ")";
    }

    @Override
    public void accessGranted(InstallationChange.AccessGranted change) {
        of(change, change.teamIds()).forEach(bot -> {
            withoutAccess.remove(bot.key());
            engine.get().resume(bot.key());
        });
    }

    @Override
    public void accessRevoked(InstallationChange.AccessRevoked change) {
        of(change, change.teamIds()).forEach(bot -> {
            withoutAccess.add(bot.key());
            engine.get()
                    .suspend(
                            bot.key(),
                            "Slack has reported that the organisation has removed the app from " + place(bot) + " ("
                                    + bot.teamId()
                                    + "). Ask an administrator of the organisation to add the app to that workspace"
                                    + " again, or choose another workspace here. What waits is sent then."
                                    + " (team_access_not_granted)");
        });
    }

    private List<ConfiguredBot> of(InstallationChange change, List<String> teamIds) {
        BotScope reached = reached(change);
        return bots.get().stream()
                .filter(bot -> bot.teamId() != null && teamIds.contains(bot.teamId()) && reached.covers(bot.key()))
                .toList();
    }

    @Override
    public void channelChanged(ChannelChange change) {
        SlackChanges changes = engine.get();
        BotScope reached = reached(change);
        String id = change.origin().channelId();
        if (id == null) {
            return; // The parser takes no such event.
        }
        if (change instanceof ChannelChange.Renamed renamed) {
            changes.channelRenamed(reached, id, renamed.name());
        } else if (change instanceof ChannelChange.Archived) {
            changes.channelArchived(reached, id);
        } else if (change instanceof ChannelChange.Unarchived) {
            changes.channelReopened(reached, id);
        } else if (change instanceof ChannelChange.Deleted) {
            changes.channelDeleted(reached, id);
        } else if (change instanceof ChannelChange.IdChanged changed) {
            changes.channelMoved(reached, id, changed.newId());
        } else if (change instanceof ChannelChange.BotRemoved) {
            changes.botRemoved(reached, id);
        }
    }
}
