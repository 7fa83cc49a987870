package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Pattern;

/**
 * The kinds of text that people paste where a bot token belongs, and what to tell them.
 *
 * <p>The prefixes are those of <a href="https://docs.slack.dev/authentication/tokens">Slack's documentation</a>, and
 * some that are met in practice only (xoxc, xoxd, xoxo). The first kind that fits counts.
 */
enum WrongToken {
    WEBHOOK("(?i)https?://hooks\\.slack.*", "This is the address of an incoming webhook, not a token."),
    URL("(?i)https?://.*", "This is a web address, not a token."),
    WHITE_SPACE(".*\\s.*", "The token has white space in it, perhaps a line break that was copied along."),
    USER("xoxp-.*", "This is a user token: messages would be posted in that person's name."),
    CONFIGURATION(
            "xoxe\\.xoxp-.*",
            "This is a token for configuring apps, or a user token with rotation. Neither posts as a bot."),
    REFRESH("xoxe-.*", "This is a refresh token, which only serves to get other tokens."),
    APP_LEVEL("xapp-.*", "This is an app-level token, which serves for Socket Mode and cannot post messages."),
    WORKFLOW("xwfp-.*", "This is a workflow token, which is valid for one run of a workflow only."),
    BROWSER("xox[cd]-.*", "This is a token of somebody's browser session, which must not leave that browser."),
    LEGACY("xox[aros]-.*", "This is a token of a legacy kind, which Slack is retiring."),
    SECRET("[0-9a-f]{32}", "This looks like the app's signing secret or client secret, not a token."),
    INTEGRATION(
            "[0-9A-Za-z]{24}",
            "This looks like the token of Slack's old \"Jenkins CI\" integration, or a verification"
                    + " token. Neither works with Slack's Web API."),
    BAD_CHARACTER("(xoxe\\.)?xoxb-.*", "The token has characters in it that no bot token has."),
    OTHER(".*", "This is not a token that Slack hands out to apps.");

    private static final Pattern BOT_TOKEN = Pattern.compile("(xoxe\\.)?xoxb-[0-9A-Za-z-]+");

    private static final String USE_INSTEAD =
            " Use the \"Bot User OAuth Token\", which starts with xoxb-: open your app"
                    + " on https://api.slack.com/apps and copy it from the page \"OAuth & Permissions\".";

    private final Pattern pattern;
    private final String description;

    WrongToken(String pattern, String verdict) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.description = verdict;
    }

    /**
     * Returns what is wrong with a secret and what to use instead; null if it is a bot token. The text never quotes the
     * secret.
     */
    @CheckForNull
    static String errorFor(@CheckForNull String secret) {
        if (secret == null || secret.isBlank()) {
            return "The token is empty." + USE_INSTEAD;
        }
        if (BOT_TOKEN.matcher(secret).matches()) {
            return null;
        }
        for (WrongToken kind : values()) {
            if (kind.pattern.matcher(secret).matches()) {
                return kind.description + USE_INSTEAD;
            }
        }
        throw new AssertionError("OTHER fits everything");
    }
}
