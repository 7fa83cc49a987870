package io.jenkins.plugins.slacknotify.inbound.parsing;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;

/**
 * Reads the fields of a <a href="https://docs.slack.dev/interactivity/implementing-slash-commands">slash command</a>, which
 * are the same in a form and in an envelope.
 */
final class CommandParser {
    private CommandParser() {}

    static InboundRequest parse(Payload payload) {
        JsonResponse fields = payload.json();
        RequestOrigin origin = origin(payload);
        return Payload.text(fields, "command")
                .filter(command -> origin.userId() != null)
                .<InboundRequest>map(command -> new SlashCommand(
                        origin,
                        command,
                        Payload.text(fields, "text").orElse("").strip(),
                        Payload.textOrNull(fields, "channel_name")))
                .orElseGet(() -> new UnknownRequest(origin, "slash_commands/incomplete"));
    }

    private static RequestOrigin origin(Payload payload) {
        JsonResponse fields = payload.json();
        return new RequestOrigin(
                RequestIds.of("command", Payload.text(fields, "trigger_id")),
                new InstallationKey(
                        payload.app(),
                        Payload.textOrNull(fields, "api_app_id"),
                        Payload.textOrNull(fields, "team_id"),
                        Payload.textOrNull(fields, "enterprise_id"),
                        Payload.flag(fields, "is_enterprise_install")),
                // Members of other organisations cannot use commands, so team_id is the member's own.
                new Requester(Payload.textOrNull(fields, "user_id"), Payload.textOrNull(fields, "team_id")),
                Payload.textOrNull(fields, "channel_id"),
                new ReplyTicket(Payload.textOrNull(fields, "response_url"), Payload.textOrNull(fields, "trigger_id")),
                payload.transport(),
                payload.receivedAt());
    }
}
