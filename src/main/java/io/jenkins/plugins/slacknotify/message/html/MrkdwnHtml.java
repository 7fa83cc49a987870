package io.jenkins.plugins.slacknotify.message.html;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts mrkdwn to HTML: bold, italics, strikethrough, code, links, mentions, dates and emoji, by Slack's documentation on
 * formatting text.
 *
 * <p>Whatever the text holds, nothing else of it becomes markup, and links lead only to web pages and mailboxes.
 */
final class MrkdwnHtml {
    private static final Pattern MARKUP = Pattern.compile("(?s)```(?<block>.+?)```"
            + "|`(?<code>[^`\n]+)`"
            + "|<(?<link>[^<>\n]+)>"
            + "|:(?<emoji>[a-z0-9_+'-]{1,100}):"
            + "|(?<![\\p{L}\\p{N}*])\\*(?<bold>[^*\n]+)\\*(?![\\p{L}\\p{N}*])"
            + "|(?<![\\p{L}\\p{N}_])_(?<italic>[^_\n]+)_(?![\\p{L}\\p{N}_])"
            + "|(?<![\\p{L}\\p{N}~])~(?<strike>[^~\n]+)~(?![\\p{L}\\p{N}~])");

    /**
     * The target of a mention: a member, a channel, a user group, or all who are here. A {@code ?} stands before a person who is yet to
     * be found, as in {@link io.jenkins.plugins.slacknotify.message.text.Mention}. Without a name it is no mention.
     */
    private static final Pattern MENTION =
            Pattern.compile("(?<sign>@|#|\\?|!subteam\\^|!)(?<name>[^\\s^@#!?][^\\s^]*)");

    private MrkdwnHtml() {}

    static String of(String mrkdwn) {
        StringBuilder html = new StringBuilder();
        Matcher markup = MARKUP.matcher(mrkdwn);
        int end = 0;
        while (markup.find()) {
            html.append(plain(mrkdwn.substring(end, markup.start()))).append(html(markup));
            end = markup.end();
        }
        return html.append(plain(mrkdwn.substring(end))).toString();
    }

    private static String html(Matcher markup) {
        if (markup.group("block") != null) {
            return "<pre>" + text(markup.group("block").strip()) + "</pre>";
        }
        if (markup.group("code") != null) {
            return "<code>" + text(markup.group("code")) + "</code>";
        }
        if (markup.group("link") != null) {
            return link(markup.group("link"));
        }
        if (markup.group("emoji") != null) {
            return text(Emoji.ofName(markup.group("emoji")));
        }
        return styled("b", markup.group("bold"))
                + styled("i", markup.group("italic"))
                + styled("s", markup.group("strike"));
    }

    private static String styled(String tag, @CheckForNull String mrkdwn) {
        return mrkdwn == null ? "" : "<" + tag + ">" + of(mrkdwn) + "</" + tag + ">";
    }

    private static String link(String written) {
        int bar = written.indexOf('|');
        String target = unescape(bar < 0 ? written : written.substring(0, bar));
        String label = bar < 0 ? null : unescape(written.substring(bar + 1));
        if (target.startsWith("!date^")) {
            return escape(label == null ? target : label);
        }
        Matcher mention = MENTION.matcher(target);
        if (mention.matches()) {
            return "<span class=\"slack-notify-message__mention\">" + escape(name(mention, label)) + "</span>";
        }
        String shown = escape(label == null || label.isBlank() ? target : label);
        return target.matches("(?i)(https?://|mailto:).*")
                ? "<a href=\"" + escape(target) + "\" rel=\"noopener noreferrer\">" + shown + "</a>"
                : shown;
    }

    /**
     * The name in a mention, with its sign: the label, where there is one, or else the id. Only Slack knows the other names, and
     * nothing is asked for a message that is not sent.
     */
    private static String name(Matcher mention, @CheckForNull String label) {
        String sign = mention.group("sign").equals("#") ? "#" : "@";
        String name = label == null || label.isBlank() ? mention.group("name") : label.strip();
        return name.startsWith(sign) ? name : sign + name;
    }

    private static String plain(String mrkdwn) {
        return text(mrkdwn).replace("\n", "<br>");
    }

    /** Escapes for HTML both what is already escaped for Slack and what an author left unescaped. */
    private static String text(String mrkdwn) {
        return escape(unescape(mrkdwn));
    }

    private static String unescape(String mrkdwn) {
        return mrkdwn.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
