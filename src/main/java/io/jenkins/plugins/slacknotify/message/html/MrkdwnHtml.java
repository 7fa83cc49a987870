package io.jenkins.plugins.slacknotify.message.html;

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

    private MrkdwnHtml() {}

    /** The HTML of a text. */
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

    private static String styled(String tag, String mrkdwn) {
        return mrkdwn == null ? "" : "<" + tag + ">" + of(mrkdwn) + "</" + tag + ">";
    }

    private static String link(String written) {
        int bar = written.indexOf('|');
        String target = unescape(bar < 0 ? written : written.substring(0, bar));
        String label = bar < 0 ? null : unescape(written.substring(bar + 1));
        if (target.startsWith("!date^")) {
            return escape(label == null ? target : label);
        }
        if (target.startsWith("!") || target.startsWith("@") || target.startsWith("#")) {
            return "<span class=\"slack-notify-message__mention\">" + escape(mention(target, label)) + "</span>";
        }
        String shown = escape(label == null ? target : label);
        return target.matches("(?i)(https?://|mailto:).*")
                ? "<a href=\"" + escape(target) + "\" rel=\"noopener noreferrer\">" + shown + "</a>"
                : shown;
    }

    /** The name in a mention; an id if there is no label, because only Slack knows the name. */
    private static String mention(String target, String label) {
        char sign = target.charAt(0) == '#' ? '#' : '@';
        String bare = target.replaceFirst("^(!subteam\\^|[!@#])", "");
        String name = label == null ? bare : label;
        return name.charAt(0) == sign ? name : sign + name;
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

    /** Escapes text for HTML content and attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
