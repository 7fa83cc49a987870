package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.Unfurls.Link;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodCall;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import java.util.Set;

/** chat.unfurl. */
final class Unfurling {
    private static final BlockKitValidator BLOCK_KIT = new BlockKitValidator();
    private static final Set<String> SOURCES = Set.of("composer", "conversations_history");

    private Unfurling() {}

    static JsonObject unfurl(MethodCall call) {
        var link = link(call);
        if (!link.appId().equals(call.caller().appId())) {
            throw new SlackRefusal("cannot_unfurl_url");
        }
        var unfurls = call.arguments()
                .object("unfurls", "invalid_unfurls_format")
                .orElseThrow(() -> new SlackRefusal("missing_unfurls"));
        unfurls.entrySet().forEach(entry -> {
            if (!link.urls().contains(entry.getKey())) {
                throw new SlackRefusal("cannot_unfurl_message");
            }
            if (!(entry.getValue() instanceof JsonObject preview)) {
                throw new SlackRefusal("cannot_parse_attachment");
            }
            if (preview.get("blocks") instanceof JsonArray blocks) {
                var violations = BLOCK_KIT.validate(blocks, "/unfurls/" + entry.getKey() + "/blocks");
                if (!violations.isEmpty()) {
                    throw SlackRefusal.because("cannot_parse_attachment", violations);
                }
            }
        });
        call.apps().unfurls().show(link.unfurlId(), unfurls);
        return new JsonObject();
    }

    /** DOCUMENTED: by {@code unfurl_id} and {@code source}, or by {@code channel} and {@code ts}. */
    private static Link link(MethodCall call) {
        var arguments = call.arguments();
        var unfurlId = arguments.text("unfurl_id");
        if (unfurlId.isPresent()) {
            String source = arguments.text("source").orElseThrow(() -> new SlackRefusal("missing_source"));
            if (!SOURCES.contains(source)) {
                throw new SlackRefusal("invalid_source");
            }
            return call.apps()
                    .unfurls()
                    .find(unfurlId.get())
                    .filter(found -> found.source().equals(source))
                    .orElseThrow(() -> new SlackRefusal("invalid_unfurl_id"));
        }
        if (arguments.text("source").isPresent()) {
            throw new SlackRefusal("missing_unfurl_id");
        }
        String channel = arguments.text("channel").orElseThrow(() -> new SlackRefusal("missing_channel"));
        String ts = arguments.text("ts").orElseThrow(() -> new SlackRefusal("missing_ts"));
        if (call.workspace().channelById(channel).isEmpty()) {
            throw new SlackRefusal("cannot_find_channel");
        }
        return call.apps().unfurls().ofMessage(channel, ts).orElseThrow(() -> new SlackRefusal("cannot_find_message"));
    }
}
