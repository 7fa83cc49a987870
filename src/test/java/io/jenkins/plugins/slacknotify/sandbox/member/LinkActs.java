package io.jenkins.plugins.slacknotify.sandbox.member;

import com.google.gson.JsonArray;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The acts of a member on links, of which the app shows previews. */
final class LinkActs {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>|]+");

    private final Acting acting;

    LinkActs(Acting acting) {
        this.acting = acting;
    }

    /** Writes a message with links, in a thread where one is named. */
    Exchange postLink(String channel, String threadTs, String text) {
        acting.requireActive();
        var where = acting.channel(channel);
        var message = acting.post(where, text, threadTs);
        return linkShared(where, text, message);
    }

    /** Types a link and has not sent it yet. */
    Exchange typeLink(String text) {
        acting.requireActive();
        return linkShared(null, text, null);
    }

    /** Whether the app is told of a link in a text. */
    boolean isToldOfLinks(String text) {
        return acting.app.subscribesTo("link_shared") && !links(text).isEmpty();
    }

    private List<String> links(String text) {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(url -> acting.app.unfurls(String.valueOf(URI.create(url).getHost())))
                .toList();
    }

    private Exchange linkShared(SandboxChannel where, String text, SandboxMessage message) {
        var links = new JsonArray();
        var urls = links(text);
        urls.forEach(url -> links.add(
                PayloadFields.object("url", url, "domain", URI.create(url).getHost())));
        if (urls.isEmpty()) {
            throw new IllegalStateException("The app is told of no link in: " + text);
        }
        String channelId = where == null ? "COMPOSER" : where.id();
        String source = message == null ? "composer" : "conversations_history";
        var link = acting.slack
                .apps()
                .unfurls()
                .announce(source, acting.app.id(), channelId, message == null ? null : message.ts(), urls);
        var event = PayloadFields.object("type", "link_shared", "channel", channelId, "user", acting.user.id());
        event.addProperty("message_ts", message == null ? link.unfurlId() : message.ts());
        if (message != null && message.threadTs() != null) {
            event.addProperty("thread_ts", message.threadTs());
        }
        event.addProperty("unfurl_id", link.unfurlId());
        event.addProperty("source", source);
        event.add("links", links);
        event.addProperty(
                "is_bot_user_member",
                where == null || where.hasMember(acting.bot().userId()));
        event.addProperty("event_ts", acting.fields().ts());
        return acting.event("link_shared", "links:read", event, where);
    }
}
