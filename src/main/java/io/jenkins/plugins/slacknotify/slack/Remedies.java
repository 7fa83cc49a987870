package io.jenkins.plugins.slacknotify.slack;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * For each error code the sentences that tell a person what is wrong and how to mend it.
 *
 * <p>The codes are those that Slack documents for the methods this package calls. {@value #CHANNEL} and
 * {@value #NEEDED} stand for the channel and the missing scope.
 */
final class Remedies {

    static final String CHANNEL = "{channel}";
    static final String NEEDED = "{needed}";

    private static final String YOUR_APP = "open your app on https://api.slack.com/apps";
    private static final String NEW_TOKEN = "To get a token that works, " + YOUR_APP + ", page \"OAuth & Permissions\","
            + " (re)install the app, and put the \"Bot User OAuth Token\" into the Jenkins credential.";
    private static final String ASK_ADMIN = "Ask an administrator of the Slack workspace";
    private static final String POSTING_RIGHTS = " In Slack, open the channel's settings, \"Posting permissions\", and"
            + " let the bot post there, or choose another channel.";
    private static final String FAULT_HERE = " This is a fault of this plugin or of a message made by hand.";

    private static final Map<String, String> TOKEN = Map.ofEntries(
            entry("not_authed", "Slack got no token. Choose a credential that holds the bot token."),
            entry(
                    "invalid_auth",
                    "Slack does not know this token, or does not take it from this address. " + NEW_TOKEN),
            entry("account_inactive", "The app was removed from the workspace, or its bot was deleted. " + NEW_TOKEN),
            entry("token_revoked", "The token was revoked. " + NEW_TOKEN),
            entry(
                    "token_expired",
                    "The token has expired. Turn token rotation off for the app, or renew the token in"
                            + " the Jenkins credential. " + NEW_TOKEN),
            entry("not_allowed_token_type", "This is not a bot token. " + NEW_TOKEN),
            entry(
                    "missing_scope",
                    "The app lacks the scope " + NEEDED + ". To add it, " + YOUR_APP
                            + ", page \"OAuth & Permissions\", \"Scopes\", \"Bot Token Scopes\", \"Add an OAuth"
                            + " Scope\"; then reinstall the app to the workspace on the same page."),
            entry(
                    "no_permission",
                    "The app may not do this in " + CHANNEL + ". Check its scopes, and whether the bot is"
                            + " a member there."),
            entry("access_denied", "Slack denies the app access. " + ASK_ADMIN + " to approve the app."),
            entry(
                    "accesslimited",
                    "The workspace takes calls from certain networks only. " + ASK_ADMIN
                            + " to allow the address that Jenkins calls from."),
            entry(
                    "ekm_access_denied",
                    "The workspace's administrators have suspended posting (Enterprise Key" + " Management). "
                            + ASK_ADMIN + "."),
            entry(
                    "enterprise_is_restricted",
                    "This cannot be done with a token of the whole organisation. Install the"
                            + " app in a workspace, and use that token."),
            entry(
                    "org_login_required",
                    "The workspace was moved into an Enterprise organisation. Install the app there" + " anew. "
                            + NEW_TOKEN),
            entry(
                    "team_access_not_granted",
                    "The app is not approved for this workspace. " + ASK_ADMIN
                            + " of the organisation to add the app to the workspace."),
            entry(
                    "team_added_to_org",
                    "The workspace is being moved into an Enterprise organisation. Slack will take"
                            + " messages again when that is done."),
            entry(
                    "two_factor_setup_required",
                    "Slack asks for two-factor authentication. The person who installed the"
                            + " app has to set it up."),
            entry(
                    "team_not_found",
                    "The token is valid for a whole organisation, and such a token does not find channels"
                            + " by name. Use the channel's id instead of " + CHANNEL
                            + ": it is at the bottom of the channel's"
                            + " details in Slack and starts with C."));

    private static final Map<String, String> CHANNELS = Map.ofEntries(
            entry(
                    "channel_not_found",
                    "Slack finds no " + CHANNEL + " that the bot can see. Either it is misspelt, or it"
                            + " is private and the bot is not in it; then open it in Slack and type: /invite "
                            + Refusal.UNNAMED_BOT),
            entry(
                    "not_in_channel",
                    "The bot is not a member of " + CHANNEL + ". In Slack, open that channel and type:" + " /invite "
                            + Refusal.UNNAMED_BOT),
            entry("is_archived", "The channel " + CHANNEL + " is archived. Unarchive it in Slack, or choose another."),
            entry(
                    "messages_tab_disabled",
                    "The app takes no direct messages. To let it, " + YOUR_APP + ", page \"App"
                            + " Home\", and switch the \"Messages Tab\" on."),
            entry(
                    "restricted_action",
                    "The workspace's settings do not let the bot post in " + CHANNEL + "." + POSTING_RIGHTS),
            entry(
                    "restricted_action_read_only_channel",
                    "Only certain members may post in " + CHANNEL + "." + POSTING_RIGHTS),
            entry(
                    "restricted_action_thread_only_channel",
                    "In " + CHANNEL + " the bot may only reply in threads." + POSTING_RIGHTS),
            entry(
                    "restricted_action_non_threadable_channel",
                    "In " + CHANNEL + " nobody may reply in threads." + POSTING_RIGHTS),
            entry("restricted_action_thread_locked", "That thread in " + CHANNEL + " is locked. Unlock it in Slack."),
            entry(
                    "external_channel_migrating",
                    "Slack is moving the shared channel " + CHANNEL + ". Messages will pass"
                            + " again when that is done."),
            entry(
                    "message_limit_exceeded",
                    "The workspace has reached Slack's limit of messages. Slack will take more"
                            + " after a while, or after an upgrade of its plan."));

    private static final Map<String, String> MESSAGES = Map.ofEntries(
            entry("no_text", "The message is empty. Give it a text."),
            entry("msg_too_long", "The text is longer than Slack's 4,000 characters. Shorten it."),
            entry(
                    "msg_blocks_too_long",
                    "All the text in the blocks together is too long for Slack. Shorten it to" + " 10,000 characters."),
            entry("markdown_text_conflict", "A message cannot have both Markdown text and blocks." + FAULT_HERE),
            entry("invalid_blocks", "Slack does not take the blocks of this message." + FAULT_HERE),
            entry("invalid_blocks_format", "The blocks of this message are no list of blocks." + FAULT_HERE),
            entry("block_mismatch", "The blocks of this message do not suit the message they replace." + FAULT_HERE),
            entry("too_many_attachments", "The message has more than 100 attachments. Use fewer."),
            entry("attachment_payload_limit_exceeded", "The attachments of the message are too big. Shorten them."),
            entry("metadata_too_large", "The metadata of the message is too big." + FAULT_HERE),
            entry("invalid_metadata_format", "Slack does not take the metadata of the message." + FAULT_HERE),
            entry("invalid_metadata_schema", "Slack does not take the metadata of the message." + FAULT_HERE),
            entry("metadata_must_be_sent_from_app", "Only the token of an app may send metadata. " + NEW_TOKEN),
            entry("cannot_reply_to_message", "Slack does not allow replies to that message. Post without a thread."),
            entry("thread_not_found", "The thread is gone: its first message was deleted in Slack."),
            entry(
                    "message_not_found",
                    "The message is gone: it was deleted in Slack, or it never stood in " + CHANNEL + "."),
            entry(
                    "cant_update_message",
                    "The bot can change its own messages only, and this one is not its own, or it"
                            + " was posted by an app that was removed since."),
            entry(
                    "edit_window_closed",
                    "The workspace's settings do not let old messages be changed. " + ASK_ADMIN
                            + " to allow editing, or let new messages be posted instead."),
            entry("update_failed", "Slack could not change the message. Try again."));

    private static final Map<String, String> CALLS = Map.ofEntries(
            entry("invalid_post_type", "The request came to Slack damaged. Is there a proxy that changes requests?"),
            entry("missing_post_type", "The request came to Slack damaged. Is there a proxy that changes requests?"),
            entry("invalid_form_data", "The request came to Slack damaged. Is there a proxy that changes requests?"),
            entry("invalid_charset", "The request came to Slack damaged. Is there a proxy that changes requests?"),
            entry("invalid_arguments", "Slack does not take the arguments of this call." + FAULT_HERE),
            entry("invalid_cursor", "Slack lost its place while listing messages. Try again."),
            entry("method_deprecated", "Slack has switched this method off. Update this plugin."),
            entry("deprecated_endpoint", "Slack has switched this method off. Update this plugin."),
            entry("unknown_method", "This server does not know the method. Check the Slack API URL."));

    private Remedies() {}

    /** A remedy for every code there may be; for one that is not in the table, a sentence with the code. */
    static String forError(String error) {
        for (Map<String, String> table : List.of(TOKEN, CHANNELS, MESSAGES, CALLS)) {
            String remedy = table.get(error);
            if (remedy != null) {
                return remedy;
            }
        }
        return "Slack refused with the error \"" + error + "\". Slack's documentation of the method explains it: "
                + "https://docs.slack.dev/reference/methods";
    }
}
