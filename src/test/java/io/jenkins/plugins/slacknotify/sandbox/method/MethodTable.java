package io.jenkins.plugins.slacknotify.sandbox.method;

import static io.jenkins.plugins.slacknotify.sandbox.method.MethodSpec.method;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Provenance.DOCUMENTED;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Provenance.INFERRED;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods that the sandbox speaks, one entry each. Names, scopes and tiers are Slack's documentation; for every
 * error the entry says whether it is documented for this case.
 */
public final class MethodTable {
    /** The errors that any method may answer. DOCUMENTED. */
    private static final Set<String> COMMON_ERRORS = Set.of(
            "not_authed",
            "invalid_auth",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "missing_scope",
            "not_allowed_token_type",
            "ratelimited",
            "invalid_form_data",
            "invalid_post_type");

    private final Map<String, MethodSpec> specs;

    private MethodTable(Stream<MethodSpec> specs) {
        this.specs = specs.collect(Collectors.toUnmodifiableMap(MethodSpec::name, Function.identity()));
    }

    public static MethodTable standard() {
        return new MethodTable(Stream.of(
                        Stream.of(method("auth.test", Rate.GENEROUS, Identity::authTest)),
                        chat(),
                        Stream.of(reactions()),
                        files(),
                        conversations(),
                        users())
                .flatMap(Function.identity()));
    }

    /** This table with more methods, each of which takes the place of one of its name. */
    public MethodTable with(Stream<MethodSpec> more) {
        var all = new LinkedHashMap<>(specs);
        more.forEach(spec -> all.put(spec.name(), spec));
        return new MethodTable(all.values().stream());
    }

    public Optional<MethodSpec> find(String name) {
        return Optional.ofNullable(specs.get(name));
    }

    public Set<String> names() {
        return specs.keySet();
    }

    static boolean knows(MethodSpec spec, String error) {
        return COMMON_ERRORS.contains(error) || spec.errors().containsKey(error);
    }

    private static Stream<MethodSpec> chat() {
        return Stream.of(
                method("chat.postMessage", Rate.POSTING, Posting::postMessage)
                        .scope("chat:write")
                        .requires("channel", "channel_not_found", INFERRED)
                        .fails(DOCUMENTED, "not_in_channel", "is_archived", "no_text", "invalid_blocks")
                        .fails(DOCUMENTED, "invalid_blocks_format", "msg_blocks_too_long", "too_many_attachments")
                        .fails(DOCUMENTED, "metadata_too_large", "cannot_reply_to_message", "team_not_found")
                        .fails(DOCUMENTED, "restricted_action_non_threadable_channel", "restricted_action")
                        .fails(DOCUMENTED, "restricted_action_thread_locked")
                        .fails(INFERRED, "invalid_thread_ts")
                        .fails(INFERRED, "invalid_attachments", "invalid_metadata_format", "markdown_text_conflict")
                        .fails(INFERRED, "msg_too_long", "cannot_dm_bot"),
                method("chat.update", Rate.TIER_3, Posting::update)
                        .scope("chat:write")
                        .requires("channel", "channel_not_found", INFERRED)
                        .requires("ts", "message_not_found", INFERRED)
                        .fails(DOCUMENTED, "msg_too_long", "cant_update_message", "file_not_found", "is_inactive")
                        .fails(INFERRED, "no_text", "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long")
                        .fails(INFERRED, "invalid_attachments", "too_many_attachments", "metadata_too_large")
                        .fails(INFERRED, "invalid_metadata_format", "markdown_text_conflict"),
                method("chat.getPermalink", Rate.TIER_4, Permalinks::getPermalink)
                        .formOnly()
                        .requires("channel", "channel_not_found", INFERRED)
                        .requires("message_ts", "message_not_found", INFERRED));
    }

    private static MethodSpec reactions() {
        return method("reactions.add", Rate.TIER_3, Reactions::add)
                .scope("reactions:write")
                .requires("channel", "no_item_specified", DOCUMENTED)
                .requires("timestamp", "no_item_specified", DOCUMENTED)
                .requires("name", "invalid_name", DOCUMENTED)
                .fails(DOCUMENTED, "already_reacted", "message_not_found", "channel_not_found", "is_archived")
                .fails(DOCUMENTED, "not_reactable", "too_many_emoji", "too_many_reactions");
    }

    private static Stream<MethodSpec> files() {
        return Stream.of(
                method("files.getUploadURLExternal", Rate.TIER_4, Uploads::getUploadUrl)
                        .scope("files:write")
                        .requires("filename", "invalid_arguments", INFERRED)
                        .fails(DOCUMENTED, "missing_argument", "file_upload_size_restricted", "file_type_not_allowed")
                        .fails(DOCUMENTED, "file_uploads_disabled", "file_uploads_except_images_disabled"),
                method("files.completeUploadExternal", Rate.TIER_4, Uploads::complete)
                        .scope("files:write")
                        .requires("files", "invalid_arguments", INFERRED)
                        .fails(DOCUMENTED, "file_not_found", "invalid_channel", "invalid_arguments")
                        .fails(DOCUMENTED, "channel_not_found", "is_archived", "not_in_channel")
                        .fails(INFERRED, "file_update_failed"));
    }

    private static Stream<MethodSpec> conversations() {
        return Stream.of(
                method("conversations.open", Rate.TIER_3, Conversations::open)
                        .fails(DOCUMENTED, "users_list_not_supplied", "user_not_found", "user_disabled")
                        .fails(DOCUMENTED, "too_many_users")
                        .fails(INFERRED, "channel_not_found", "cannot_dm_bot"),
                method("conversations.list", Rate.TIER_2, Conversations::list)
                        .formOnly()
                        .scope("channels:read", "groups:read", "im:read", "mpim:read")
                        .fails(DOCUMENTED, "invalid_cursor", "invalid_types")
                        .fails(INFERRED, "missing_argument", "team_access_not_granted"),
                method("conversations.info", Rate.TIER_3, Conversations::info)
                        .formOnly()
                        .scope("channels:read", "groups:read", "im:read", "mpim:read")
                        .requires("channel", "channel_not_found", INFERRED),
                method("conversations.join", Rate.TIER_3, Conversations::join)
                        .scope("channels:join")
                        .requires("channel", "channel_not_found", INFERRED)
                        .fails(DOCUMENTED, "is_archived", "method_not_supported_for_channel_type"),
                method("conversations.history", Rate.TIER_3, History::history)
                        .formOnly()
                        .scope("channels:history", "groups:history", "im:history", "mpim:history")
                        .requires("channel", "channel_not_found", INFERRED)
                        .fails(INFERRED, "not_in_channel", "invalid_cursor"),
                method("conversations.replies", Rate.TIER_3, History::replies)
                        .formOnly()
                        .scope("channels:history", "groups:history", "im:history", "mpim:history")
                        .requires("channel", "channel_not_found", INFERRED)
                        .requires("ts", "thread_not_found", INFERRED)
                        .fails(INFERRED, "not_in_channel", "invalid_cursor"));
    }

    private static Stream<MethodSpec> users() {
        return Stream.of(
                method("users.lookupByEmail", Rate.TIER_3, Identity::lookupByEmail)
                        .formOnly()
                        .scope("users:read.email")
                        .requires("email", "invalid_arguments", INFERRED)
                        .fails(DOCUMENTED, "users_not_found"),
                method("users.info", Rate.TIER_4, Identity::info)
                        .formOnly()
                        .scope("users:read")
                        .requires("user", "user_not_found", DOCUMENTED));
    }
}
