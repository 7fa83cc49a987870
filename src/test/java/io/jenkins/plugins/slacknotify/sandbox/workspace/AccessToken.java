package io.jenkins.plugins.slacknotify.sandbox.workspace;

import java.util.List;

/**
 * The rights that a token stands for. Holds no token text, so that it may be logged.
 *
 * @param userId the user who acts: the bot's own user, or the person of a user token
 * @param botId empty for a user token
 * @param name of the bot or person
 * @param scopes what the token may do, in the order in which they were granted
 * @param orgWide whether the app is installed in the whole organisation that the workspace belongs to
 * @param refusal the Slack error that every call gets, {@code token_revoked} for one; empty while the token works
 */
public record AccessToken(
        TokenKind kind,
        String userId,
        String botId,
        String appId,
        String name,
        List<String> scopes,
        boolean orgWide,
        String refusal) {
    public AccessToken {
        scopes = List.copyOf(scopes);
    }

    public boolean hasAnyScope(List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(scopes::contains);
    }

    AccessToken refusedWith(String error) {
        return new AccessToken(kind, userId, botId, appId, name, scopes, orgWide, error);
    }
}
