package io.jenkins.plugins.slacknotify.slack.refusal;

import java.util.Set;

/**
 * The groups of Slack's error codes: what a code says about the fate of a request. What a person does about it is in
 * {@link Remedies}.
 */
public final class SlackError {

    /** The method was called too often. Slack sends this with HTTP status 200, too. */
    private static final Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited");

    /** Slack failed on its side. Its documentation does not say that nothing was done. */
    private static final Set<String> UNDECIDED =
            Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

    /** Slack refuses now; the same call may pass later, though nobody does anything. */
    private static final Set<String> PASSES_BY_ITSELF =
            Set.of("team_added_to_org", "message_limit_exceeded", "external_channel_migrating");

    /** The message is at fault. Slack would take another one. */
    private static final Set<String> ABOUT_THE_MESSAGE = Set.of(
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
            "invalid_arguments",
            "invalid_attachments",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_form_data",
            "invalid_name",
            "message_not_found",
            "max_file_sharing_exceeded",
            "metadata_too_large",
            "missing_argument",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_text",
            "not_reactable",
            "too_many_attachments",
            "thread_locked",
            "too_many_emoji",
            "too_many_reactions",
            "unable_to_share_files");

    /** The message that was to be changed or answered is gone, or cannot be changed any more. */
    private static final Set<String> ABOUT_THE_EARLIER_MESSAGE = Set.of(
            "cannot_reply_to_message",
            "cant_update_message",
            "edit_window_closed",
            "message_not_found",
            "thread_not_found");

    /** The look-up found nobody, or nobody whom the bot may see. */
    private static final Set<String> ABOUT_NOBODY = Set.of("users_not_found", "user_not_found", "user_not_visible");

    /** The token or its app is at fault, so nothing passes that is sent with it. */
    private static final Set<String> ABOUT_THE_TOKEN = Set.of(
            "access_denied",
            "account_inactive",
            "enterprise_is_restricted",
            "invalid_auth",
            "metadata_must_be_sent_from_app",
            "missing_scope",
            "not_allowed_token_type",
            "not_authed",
            "org_login_required",
            "team_access_not_granted",
            "token_expired",
            "token_revoked",
            "two_factor_setup_required");

    private SlackError() {}

    public static boolean isRateLimit(String error) {
        return RATE_LIMITED.contains(error);
    }

    public static boolean leavesUndecided(String error) {
        return UNDECIDED.contains(error);
    }

    static boolean passesByItself(String error) {
        return PASSES_BY_ITSELF.contains(error);
    }

    static boolean isAboutTheMessage(String error) {
        return ABOUT_THE_MESSAGE.contains(error);
    }

    static boolean isAboutTheEarlierMessage(String error) {
        return ABOUT_THE_EARLIER_MESSAGE.contains(error);
    }

    public static boolean isAboutNobody(String error) {
        return ABOUT_NOBODY.contains(error);
    }

    static boolean isAboutTheToken(String error) {
        return ABOUT_THE_TOKEN.contains(error);
    }
}
