package io.jenkins.plugins.slacknotify.inbound.request;

import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.util.List;

/** A change to where the app is installed and what its tokens are worth. Slack sends these in any order. */
public sealed interface InstallationChange extends InboundRequest {
    @Override
    default RequestKind kind() {
        return RequestKind.INSTALLATION_CHANGE;
    }

    /** The app was uninstalled from the workspace or organisation ({@code app_uninstalled}). */
    record Uninstalled(RequestOrigin origin) implements InstallationChange {}

    /**
     * Tokens were revoked ({@code tokens_revoked}). Slack names users and never tokens.
     *
     * @param botUserIds the bots whose tokens are worth nothing any more
     * @param userIds the members whose own tokens are worth nothing any more
     */
    record TokensRevoked(RequestOrigin origin, List<String> botUserIds, List<String> userIds)
            implements InstallationChange {
        public TokensRevoked {
            botUserIds = List.copyOf(botUserIds);
            userIds = List.copyOf(userIds);
        }
    }

    /** An app of a whole organisation was added to workspaces of it ({@code team_access_granted}). */
    record AccessGranted(RequestOrigin origin, List<String> teamIds) implements InstallationChange {
        public AccessGranted {
            teamIds = List.copyOf(teamIds);
        }
    }

    /** An app of a whole organisation was removed from workspaces of it ({@code team_access_revoked}). */
    record AccessRevoked(RequestOrigin origin, List<String> teamIds) implements InstallationChange {
        public AccessRevoked {
            teamIds = List.copyOf(teamIds);
        }
    }
}
