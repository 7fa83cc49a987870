package io.jenkins.plugins.slacknotify.slack.refusal;

import static java.util.Objects.requireNonNull;

/**
 * The reason why Slack did not do what was asked, and how a person fixes it.
 *
 * @param error Slack's error code, such as {@code not_in_channel}; {@code http_404} and the like if the server answered
 *     with an HTTP status and no error code; or one of the codes of {@link Refusals}, where this plugin gives up
 * @param remedy the sentences that say what is wrong and how to fix it
 */
public record Refusal(String error, String remedy) {

    /** The placeholder in a remedy for the name of the bot, which is not part of an error. */
    static final String UNNAMED_BOT = "@your-bot";

    public Refusal {
        requireNonNull(error, "error");
        requireNonNull(remedy, "remedy");
    }

    /**
     * Returns whether Slack refuses the same call until a person fixes something. If not, the call may pass later, for
     * example when a workspace is being moved or a proxy was in the way.
     */
    public boolean permanent() {
        return !isOfAServerInBetween() && !SlackError.PASSES_BY_ITSELF.contains(error);
    }

    /**
     * Returns whether the answer is not of Slack, but of a server on the way: a filter of what comes back may have put it in the place of
     * Slack's, so it says nothing of what Slack has done.
     */
    public boolean isOfAServerInBetween() {
        return error.startsWith("http_");
    }

    /** Returns whether what passes by itself concerns this call alone, so that others may pass now. */
    public boolean isAboutOneCall() {
        return SlackError.isAboutOneCall(error);
    }

    /**
     * Returns whether the message itself is at fault. If not, Slack takes the same message when a person has done what
     * the remedy says.
     */
    public boolean isAboutTheMessage() {
        return SlackError.ABOUT_THE_MESSAGE.contains(error);
    }

    /**
     * Returns whether everybody who may see the message's build may read the remedy. It names at most the channel that the message
     * is for, and the bot; others name scopes, members, or servers inside of a network.
     */
    public boolean isForEverybody() {
        return SlackError.isForEverybody(error);
    }

    /** Returns whether the message may be at fault by calling everybody in a channel. It may be the channel as well: Slack does not say. */
    public boolean isAboutAGroupMention() {
        return error.equals("restricted_action");
    }

    /** Returns whether the blocks and attachments of the message are at fault, and Slack may take its text alone. */
    public boolean isAboutTheLayout() {
        return SlackError.ABOUT_THE_LAYOUT.contains(error);
    }

    /**
     * Returns whether the earlier message that the call was to change or answer is gone, or takes no change or no answer
     * any more. Slack may take the same as a message of its own.
     */
    public boolean isAboutTheEarlierMessage() {
        return SlackError.ABOUT_THE_EARLIER_MESSAGE.contains(error);
    }

    /**
     * Returns whether the channel is gone, or closed, or the bot is not in it. The name of the channel may lead to
     * another one by now, or the token to another workspace.
     */
    public boolean isAboutALostChannel() {
        return SlackError.ABOUT_A_LOST_CHANNEL.contains(error);
    }

    /** Returns whether Slack does not have the file to show: not yet, shortly after its upload, or not any more. */
    public boolean isAboutAnUnreadyFile() {
        return SlackError.ABOUT_AN_UNREADY_FILE.contains(error);
    }

    /** Returns whether a look-up found nobody, or nobody whom the bot may see. */
    public boolean isAboutNobody() {
        return SlackError.ABOUT_NOBODY.contains(error);
    }

    /** Returns whether the token or its app is at fault, and not the message or its channel. */
    public boolean isAboutTheToken() {
        return isAboutTheToken(error);
    }

    /** Returns whether an error code says that the token or its app is at fault, and not the message or its channel. */
    public static boolean isAboutTheToken(String error) {
        return SlackError.ABOUT_THE_TOKEN.contains(error);
    }

    /**
     * Returns this refusal with the name of a channel beside its id in the remedy, such as
     * {@code #builds (C0123456789)}.
     */
    public Refusal namingChannel(String id, String name) {
        return new Refusal(error, remedy.replace(id, name + " (" + id + ")"));
    }

    /** Returns the remedy, and behind it Slack's error code, by which people find more about it. */
    public String remedyWithError() {
        return remedy + " (" + error + ")";
    }

    /** Returns whether the remedy names the bot, whose name is not known yet. */
    public boolean asksForTheBot() {
        return remedy.contains(UNNAMED_BOT);
    }

    /** Returns this refusal with the name of the bot in the remedy, as in {@code /invite @jenkins}. */
    public Refusal namingBot(String botName) {
        return new Refusal(error, remedy.replace(UNNAMED_BOT, "@" + botName));
    }
}
