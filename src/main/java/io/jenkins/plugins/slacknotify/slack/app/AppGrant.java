package io.jenkins.plugins.slacknotify.slack.app;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.List;

/**
 * The grant of Slack to an app that somebody has installed, or whose token was renewed: a bot token, and for whom it is. The form is
 * that of {@code oauth.v2.access} in Slack's documentation.
 *
 * @param appId the id of the app ({@code A…})
 * @param owner the workspace, or the whole organisation, that the token is of
 * @param orgWide whether the token is of a whole Enterprise Grid organisation
 * @param installerId the user id of whoever has allowed it; empty where Slack does not say
 * @param scopes what the token may do, in Slack's order
 * @param refreshToken with which the next token is fetched, once; null for an app without token rotation
 * @param lifetime how long the token is good for; null for one without an end
 */
public record AppGrant(
        String appId,
        Owner owner,
        boolean orgWide,
        String installerId,
        List<String> scopes,
        IssuedSecret token,
        @CheckForNull IssuedSecret refreshToken,
        @CheckForNull Duration lifetime) {

    /**
     * A workspace or an organisation.
     *
     * @param id {@code T…} or {@code E…}
     * @param name as Slack's pages show it; the id where Slack names none
     */
    public record Owner(String id, String name) {

        /** Returns the name and the id of the owner, for people. */
        public String label() {
            return name + " (" + id + ")";
        }
    }

    public AppGrant {
        scopes = List.copyOf(scopes);
    }

    /** Returns whether the token ends and has to be renewed. */
    public boolean isRotating() {
        return refreshToken != null && lifetime != null;
    }
}
