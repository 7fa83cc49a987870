package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import static io.jenkins.plugins.slacknotify.sandbox.method.MethodSpec.method;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Provenance.DOCUMENTED;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Provenance.INFERRED;

import io.jenkins.plugins.slacknotify.sandbox.method.MethodHandler;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodSpec;
import io.jenkins.plugins.slacknotify.sandbox.method.Rate;
import io.jenkins.plugins.slacknotify.sandbox.workspace.TokenKind;
import java.util.stream.Stream;

/** The entries of these methods for the method table. Their errors are those of Slack's documentation where it names them. */
public final class AppMethods {
    private AppMethods() {}

    public static Stream<MethodSpec> all() {
        return Stream.of(connections(), views(), messages(), directory(), oauth(), manifests())
                .flatMap(each -> each);
    }

    private static Stream<MethodSpec> connections() {
        return Stream.of(method("apps.connections.open", Rate.CONNECTIONS, Connections::open)
                .tokens(TokenKind.APP)
                .scope("connections:write"));
    }

    private static Stream<MethodSpec> views() {
        return Stream.of(
                view("views.open", ViewMethods::open)
                        .fails(DOCUMENTED, "exchanged_trigger_id", "expired_trigger_id", "invalid_trigger_id"),
                view("views.push", ViewMethods::push)
                        .fails(DOCUMENTED, "exchanged_trigger_id", "expired_trigger_id", "invalid_trigger_id")
                        .fails(DOCUMENTED, "not_found", "push_limit_reached"),
                view("views.update", ViewMethods::update).fails(DOCUMENTED, "not_found", "hash_conflict"),
                view("views.publish", ViewMethods::publish)
                        .requires("user_id", "invalid_arguments", INFERRED)
                        .fails(DOCUMENTED, "hash_conflict", "not_enabled")
                        .fails(INFERRED, "user_not_found"));
    }

    private static MethodSpec view(String name, MethodHandler handler) {
        return method(name, Rate.TIER_4, handler)
                .tokens(TokenKind.BOT)
                .requires("view", "invalid_arguments", INFERRED)
                .fails(DOCUMENTED, "invalid_arguments", "duplicate_external_id", "view_too_large");
    }

    private static Stream<MethodSpec> directory() {
        return Stream.of(
                method("bots.info", Rate.TIER_3, Directory::botInfo)
                        .formOnly()
                        .scope("users:read")
                        .requires("bot", "bot_not_found", INFERRED),
                method("team.info", Rate.TIER_3, Directory::teamInfo)
                        .formOnly()
                        .scope("team:read")
                        .fails(DOCUMENTED, "team_not_found"),
                method("conversations.members", Rate.TIER_4, Directory::members)
                        .formOnly()
                        .scope("channels:read", "groups:read", "im:read", "mpim:read")
                        .requires("channel", "channel_not_found", INFERRED)
                        .fails(DOCUMENTED, "invalid_cursor"));
    }

    private static Stream<MethodSpec> oauth() {
        return Stream.of(
                method("oauth.v2.access", Rate.TIER_4, OAuthMethods::access)
                        .formOnly()
                        .withoutToken()
                        .fails(DOCUMENTED, "invalid_client_id", "bad_client_secret", "invalid_code")
                        .fails(DOCUMENTED, "bad_redirect_uri", "invalid_grant_type", "invalid_refresh_token"),
                method("auth.revoke", Rate.TIER_3, OAuthMethods::revoke).formOnly(),
                method("apps.uninstall", Rate.TIER_1, OAuthMethods::uninstall)
                        .formOnly()
                        .requires("client_id", "invalid_client_id", INFERRED)
                        .requires("client_secret", "bad_client_secret", INFERRED)
                        .fails(DOCUMENTED, "client_id_token_mismatch"));
    }

    private static Stream<MethodSpec> manifests() {
        return Stream.of(
                manifest("apps.manifest.create", Rate.TIER_1, ManifestMethods::create)
                        .requires("manifest", "invalid_manifest", INFERRED),
                manifest("apps.manifest.update", Rate.TIER_1, ManifestMethods::update)
                        .requires("manifest", "invalid_manifest", INFERRED)
                        .requires("app_id", "invalid_app_id", INFERRED)
                        .fails(DOCUMENTED, "app_not_found"),
                manifest("apps.manifest.validate", Rate.TIER_3, ManifestMethods::validate)
                        .requires("manifest", "invalid_manifest", INFERRED)
                        .fails(DOCUMENTED, "invalid_app_id")
                        .fails(INFERRED, "app_not_found"),
                manifest("apps.manifest.export", Rate.TIER_3, ManifestMethods::export)
                        .requires("app_id", "invalid_app_id", INFERRED)
                        .fails(DOCUMENTED, "app_not_found", "failed_export"),
                method("tooling.tokens.rotate", Rate.TIER_1, ManifestMethods::rotate)
                        .withoutToken()
                        .requires("refresh_token", "invalid_refresh_token", INFERRED));
    }

    private static MethodSpec manifest(String name, Rate rate, MethodHandler handler) {
        return method(name, rate, handler)
                .tokens(TokenKind.CONFIGURATION)
                .fails(DOCUMENTED, "invalid_manifest", "invalid_app_id");
    }

    private static Stream<MethodSpec> messages() {
        return Stream.of(
                method("chat.postEphemeral", Rate.TIER_4, Ephemerals::post)
                        .scope("chat:write")
                        .requires("channel", "channel_not_found", INFERRED)
                        .requires("user", "user_not_in_channel", INFERRED)
                        .fails(DOCUMENTED, "no_text", "is_archived", "not_in_channel", "user_not_in_channel")
                        .fails(DOCUMENTED, "invalid_blocks", "invalid_blocks_format", "msg_too_long")
                        .fails(DOCUMENTED, "invalid_attachments", "too_many_attachments", "markdown_text_conflict")
                        .fails(INFERRED, "msg_blocks_too_long", "invalid_metadata_format", "metadata_too_large"),
                method("chat.unfurl", Rate.TIER_3, Unfurling::unfurl)
                        .scope("links:write")
                        .requires("unfurls", "missing_unfurls", DOCUMENTED)
                        .fails(DOCUMENTED, "missing_channel", "missing_ts", "missing_unfurl_id", "missing_source")
                        .fails(DOCUMENTED, "invalid_unfurl_id", "invalid_source", "invalid_unfurls_format")
                        .fails(DOCUMENTED, "cannot_find_channel", "cannot_find_message", "cannot_parse_attachment")
                        .fails(DOCUMENTED, "cannot_unfurl_url", "cannot_unfurl_message", "cannot_find_service"));
    }
}
