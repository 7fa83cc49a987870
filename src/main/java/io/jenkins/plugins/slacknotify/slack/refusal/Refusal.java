package io.jenkins.plugins.slacknotify.slack.refusal;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * Why Slack did not do what was asked.
 *
 * @param error Slack's error code, such as {@code not_in_channel}; {@code http_404} and the like if the server answered
 *     with an HTTP status and no error code
 * @param remedy the sentences that tell a person what is wrong and how to mend it
 * @param needed the missing scope, for {@code missing_scope}
 * @param provided the scopes that the token has, comma-separated, for {@code missing_scope}
 */
public record Refusal(
        String error,
        String remedy,
        @CheckForNull String needed,
        @CheckForNull String provided) {

    /** Stands in a remedy for the name of the bot, which an error does not tell. */
    static final String UNNAMED_BOT = "@your-bot";

    public Refusal {
        requireNonNull(error, "error");
        requireNonNull(remedy, "remedy");
    }

    /**
     * Whether the same call will be refused until a person mends something. Otherwise it may well pass later, as when a
     * workspace is being moved or a proxy is in the way.
     */
    public boolean permanent() {
        return !error.startsWith("http_") && !SlackError.passesByItself(error);
    }

    /**
     * Whether it is the message that is at fault. Otherwise the same message will be taken when a person has mended what the
     * remedy names.
     */
    public boolean isAboutTheMessage() {
        return SlackError.isAboutTheMessage(error);
    }

    /** Whether the earlier message that was to be changed or answered is gone, or may not be changed any more. */
    public boolean isAboutTheEarlierMessage() {
        return SlackError.isAboutTheEarlierMessage(error);
    }

    /** Whether an error code of Slack's says that the token or its app is at fault, and not the message or its channel. */
    public static boolean isAboutTheToken(String error) {
        return SlackError.isAboutTheToken(error);
    }

    /** The same refusal whose remedy names a channel that it knows by its id, such as {@code #builds (C0123456789)}. */
    public Refusal namingChannel(String id, String name) {
        return new Refusal(error, remedy.replace(id, name + " (" + id + ")"), needed, provided);
    }

    /** The same refusal whose remedy names the bot, as in {@code /invite @jenkins}. */
    public Refusal namingBot(String botName) {
        return new Refusal(error, remedy.replace(UNNAMED_BOT, "@" + botName), needed, provided);
    }
}
