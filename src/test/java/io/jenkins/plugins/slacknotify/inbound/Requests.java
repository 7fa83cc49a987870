package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.DirectMessage;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.OptionsRequest;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewClosed;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Requests of every kind. */
public final class Requests {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final ReplyTicket TICKET =
            new ReplyTicket("https://hooks.slack.com/commands/T0/1/secret", "1.2.secret");
    private static final MessageReference MESSAGE = new MessageReference("1772366400.000100", "1772366000.000200");
    private static final ViewReference VIEW = new ViewReference("V1", "modal", "slack-notify.approve", "h", "shop#12");
    private static final FormState STATE = new FormState(Map.of(
            "b1", Map.of("a1", new FieldValue("plain_text_input", List.of("grün 🚀"))),
            "b2",
                    Map.of(
                            "a2",
                            new FieldValue("checkboxes", List.of("x", "y")),
                            "a3",
                            new FieldValue("radio", List.of()))));

    private Requests() {}

    public static RequestOrigin origin(String id, String user) {
        return new RequestOrigin(
                id,
                new InstallationKey(Payloads.APP, Payloads.TEAM, null, false),
                new Requester(user, Payloads.TEAM),
                "C0BUILDS",
                TICKET,
                Transport.HTTP,
                NOW);
    }

    public static SlashCommand command(String id) {
        return command(id, Payloads.ANNA);
    }

    public static SlashCommand command(String id, String user) {
        return new SlashCommand(origin(id, user), "/jenkins", "build shop", "builds");
    }

    public static BlockAction press(String id, String actionId) {
        return new BlockAction(
                origin(id, Payloads.ANNA),
                List.of(new BlockAction.Action(actionId, "b1", new FieldValue("button", List.of("shop#12")))),
                MESSAGE,
                false,
                null,
                STATE);
    }

    public static AppMention mention(String id) {
        return new AppMention(origin(id, Payloads.ANNA), "<@U0BOT> again", MESSAGE);
    }

    public static InstallationChange.Uninstalled uninstalled(String id) {
        return new InstallationChange.Uninstalled(bySlack(id, null));
    }

    private static RequestOrigin bySlack(String id, String channel) {
        return new RequestOrigin(
                id,
                new InstallationKey(Payloads.APP, null, "E0CORP", true),
                Requester.NOBODY,
                channel,
                ReplyTicket.NONE,
                Transport.SOCKET,
                NOW);
    }

    /** One of each kind that is kept, with all fields and with as few as it may have. */
    public static List<InboundRequest> kept() {
        RequestOrigin origin = origin("r1", Payloads.ANNA);
        return List.of(
                command("r1"),
                new SlashCommand(origin, "/jenkins", "", null),
                new Shortcut(origin, "slack-notify.again", MESSAGE, "B0BOT"),
                new Shortcut(origin, "slack-notify.again", new MessageReference("1.2", "1.1", true), "B0BOT"),
                new Shortcut(origin, "slack-notify.again", null, null),
                mention("r1"),
                new AppMention(origin, "<@U0BOT> again", MESSAGE, true),
                new DirectMessage(origin, "help", new MessageReference("1.1", null)),
                press("r1", "slack-notify.approve"),
                new BlockAction(
                        origin,
                        press("r1", "slack-notify.x").actions(),
                        null,
                        true,
                        new ViewReference("V1", "home", "", null, ""),
                        FormState.EMPTY),
                new ViewSubmission(origin, VIEW, STATE),
                uninstalled("r1"),
                new InstallationChange.TokensRevoked(bySlack("r1", null), List.of("U1", "U2"), List.of()),
                new InstallationChange.AccessGranted(bySlack("r1", null), List.of("T1")),
                new InstallationChange.AccessRevoked(bySlack("r1", null), List.of("T1", "T2")),
                new ChannelChange.Renamed(bySlack("r1", "C1"), "new-name"),
                new ChannelChange.IdChanged(bySlack("r1", "G1"), "C1"),
                new ChannelChange.Archived(bySlack("r1", "C1")),
                new ChannelChange.Unarchived(bySlack("r1", "C1")),
                new ChannelChange.Deleted(bySlack("r1", "C1")),
                new ChannelChange.BotRemoved(bySlack("r1", "C1")));
    }

    /** One of each kind that is not kept. */
    public static List<InboundRequest> notKept() {
        RequestOrigin origin = origin("r1", Payloads.ANNA);
        return List.of(
                new ViewClosed(origin),
                new OptionsRequest(origin),
                new LinkShared(origin, List.of("https://ci/"), MESSAGE, "u", "composer"),
                new HomeOpened(origin, "home", null),
                new UnknownRequest(origin, "event/reaction_added"));
    }
}
