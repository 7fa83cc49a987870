package io.jenkins.plugins.slacknotify.slack.refusal;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The groups of Slack's error codes: what a code says about the fate of a request. A code can be in several groups. What a
 * person does about it is in {@link Remedies}.
 *
 * <p>The codes and their meaning are from Slack's reference of the methods that the plugin calls; where that says nothing of a
 * case, from answers that were recorded by others.
 */
public final class SlackError {

    /** The method was called too often. Slack sends this with HTTP status 200, too. */
    private static final Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited");

    /** Slack failed on its side. Its documentation does not say that nothing was done. */
    private static final Set<String> UNDECIDED =
            Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

    /** Slack refuses the call now. The same call may pass later, though nobody does anything. */
    static final Set<String> PASSES_BY_ITSELF = Set.of(
            "external_channel_migrating",
            "invalid_cursor",
            "message_limit_exceeded",
            "org_login_required",
            "team_added_to_org",
            "update_failed");

    /** Slack refuses this one call now. Another call may pass. */
    private static final Set<String> ABOUT_ONE_CALL = Set.of("invalid_cursor", "update_failed");

    /**
     * The HTTP status of a server in between, such as a filter, that may dislike what one message says. Others, such as that of
     * a proxy that wants a password, are about the line.
     */
    private static final Set<String> STATUS_ABOUT_ONE_CALL =
            Set.of("http_400", "http_403", "http_406", "http_413", "http_415", "http_422", "http_451");

    /** The message is at fault. Slack would take another one. */
    static final Set<String> ABOUT_THE_MESSAGE = Set.of(
            "attachment_payload_limit_exceeded",
            "block_mismatch",
            "blocked_file_type",
            "cant_update_message",
            "cannot_reply_to_message",
            "edit_window_closed",
            "file_deleted",
            "file_is_deleted",
            "file_not_found",
            "file_share_limit_reached",
            "file_type_not_allowed",
            "file_upload_size_restricted",
            "invalid_arg_name",
            "invalid_arguments",
            "invalid_array_arg",
            "invalid_attachments",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_form_data",
            "invalid_metadata_format",
            "invalid_metadata_schema",
            "invalid_name",
            "invalid_thread_ts",
            "markdown_text_conflict",
            "message_not_found",
            "max_file_sharing_exceeded",
            "metadata_too_large",
            "missing_argument",
            "missing_file_data",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "not_reactable",
            "slack_connect_blocked_file_type",
            "slack_connect_canvas_sharing_blocked",
            "slack_connect_clip_sharing_blocked",
            "slack_connect_file_link_sharing_blocked",
            "slack_connect_file_upload_sharing_blocked",
            "slack_connect_lists_sharing_blocked",
            "too_many_attachments",
            "too_many_contact_cards",
            "thread_locked",
            "too_many_emoji",
            "too_many_reactions",
            "unable_to_share_files");

    /** The blocks and attachments of the message are at fault. Slack may take its text alone. */
    static final Set<String> ABOUT_THE_LAYOUT = Set.of(
            "attachment_payload_limit_exceeded",
            "block_mismatch",
            "invalid_attachments",
            "invalid_blocks",
            "invalid_blocks_format",
            "markdown_text_conflict",
            "msg_blocks_too_long",
            "slack_connect_canvas_sharing_blocked",
            "slack_connect_clip_sharing_blocked",
            "slack_connect_file_link_sharing_blocked",
            "slack_connect_lists_sharing_blocked",
            "too_many_attachments",
            "too_many_contact_cards");

    /** The message that was to be changed or answered is gone, or takes no change or no answer any more. */
    static final Set<String> ABOUT_THE_EARLIER_MESSAGE = Set.of(
            "cannot_reply_to_message",
            "cant_update_message",
            "edit_window_closed",
            "invalid_thread_ts",
            "message_not_found",
            "restricted_action_non_threadable_channel",
            "restricted_action_thread_locked",
            "thread_not_found");

    /** The channel is gone, or nobody may write there any more, or the bot is not in it. Another one may bear its name. */
    static final Set<String> ABOUT_A_LOST_CHANNEL =
            Set.of("channel_not_found", "is_archived", "is_inactive", "not_in_channel");

    /** Slack does not have the file yet, or not any more. */
    static final Set<String> ABOUT_AN_UNREADY_FILE = Set.of("file_not_found", "unable_to_share_files");

    /** The look-up found nobody, or nobody whom the bot may see. */
    static final Set<String> ABOUT_NOBODY = Set.of("users_not_found", "user_not_found", "user_not_visible");

    /** The token or its app is at fault, so nothing passes that is sent with it. */
    static final Set<String> ABOUT_THE_TOKEN = Set.of(
            "access_denied",
            "account_inactive",
            "app_access_restricted",
            "enterprise_is_restricted",
            "invalid_auth",
            "metadata_must_be_sent_from_app",
            "missing_scope",
            "not_allowed_token_type",
            "not_authed",
            "team_access_not_granted",
            "token_expired",
            "token_revoked",
            "two_factor_setup_required");

    /** The errors about the channel of a message. Everybody who can see the message may know of them, and of those about the message itself. */
    private static final Set<String> ABOUT_THE_CHANNEL = Set.of(
            "channel_is_limited_access",
            "external_channel_migrating",
            "file_uploads_disabled",
            "file_uploads_except_images_disabled",
            "message_limit_exceeded",
            "method_not_supported_for_channel_type",
            "posting_to_channel_denied",
            "restricted_action",
            "restricted_action_non_threadable_channel",
            "restricted_action_read_only_channel",
            "restricted_action_thread_locked",
            "restricted_action_thread_only_channel",
            "storage_limit_reached",
            "too_many_channels");

    private SlackError() {}

    public static boolean isRateLimit(String error) {
        return RATE_LIMITED.contains(error);
    }

    public static boolean leavesUndecided(String error) {
        return UNDECIDED.contains(error);
    }

    static boolean isAboutOneCall(String error) {
        return ABOUT_ONE_CALL.contains(error) || STATUS_ABOUT_ONE_CALL.contains(error);
    }

    static boolean isForEverybody(String error) {
        return Stream.of(
                        ABOUT_THE_CHANNEL,
                        ABOUT_A_LOST_CHANNEL,
                        ABOUT_THE_MESSAGE,
                        ABOUT_THE_LAYOUT,
                        ABOUT_THE_EARLIER_MESSAGE,
                        ABOUT_AN_UNREADY_FILE)
                .anyMatch(codes -> codes.contains(error));
    }
}
