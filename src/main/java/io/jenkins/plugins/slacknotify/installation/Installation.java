package io.jenkins.plugins.slacknotify.installation;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An app that was installed from here: for whom, by whom, and which credential holds its token.
 *
 * @param owner the workspace or the whole organisation
 * @param orgWide whether the token is of a whole Enterprise Grid organisation
 * @param appId the id of the app ({@code A…})
 * @param installerId the user id of whoever has allowed it in Slack; empty where Slack does not say
 * @param scopes what the token may do
 * @param credentialsId the id of the credential with the token
 * @param at when it was confirmed here
 * @param rotation the renewal of its token; null for a token without an end
 */
public record Installation(
        AppGrant.Owner owner,
        boolean orgWide,
        String appId,
        String installerId,
        List<String> scopes,
        String credentialsId,
        Instant at,
        @CheckForNull Rotation rotation) {

    /**
     * The renewal of a token that ends.
     *
     * @param token the latest one
     * @param refreshToken with which the next one is fetched, once
     * @param expiresAt when the token ends
     * @param published whether the credential holds the token
     * @param askedAt when Slack was asked with the refresh token; null where it was not, so that it surely is good
     * @param lost whether Slack no longer accepts the refresh token, so that only another installation helps
     */
    public record Rotation(
            IssuedSecret token,
            IssuedSecret refreshToken,
            Instant expiresAt,
            boolean published,
            @CheckForNull Instant askedAt,
            boolean lost) {
        public Rotation {
            requireNonNull(token, "token");
            requireNonNull(refreshToken, "refreshToken");
            requireNonNull(expiresAt, "expiresAt");
        }

        Rotation asked(Instant now) {
            return new Rotation(token, refreshToken, expiresAt, published, now, lost);
        }

        Rotation inCredential() {
            return new Rotation(token, refreshToken, expiresAt, true, askedAt, lost);
        }

        Rotation withoutNext() {
            return new Rotation(token, refreshToken, expiresAt, published, askedAt, true);
        }
    }

    public Installation {
        requireNonNull(owner, "owner");
        requireNonNull(credentialsId, "credentialsId");
        requireNonNull(at, "at");
        scopes = List.copyOf(scopes);
    }

    /** Makes what was granted an installation whose token no credential holds yet. */
    public static Installation of(AppGrant grant, String credentialsId, Instant now) {
        return new Installation(
                grant.owner(),
                grant.orgWide(),
                grant.appId(),
                grant.installerId(),
                grant.scopes(),
                credentialsId,
                now,
                rotation(grant, now));
    }

    @CheckForNull
    private static Rotation rotation(AppGrant grant, Instant now) {
        IssuedSecret refreshToken = grant.refreshToken();
        Duration lifetime = grant.lifetime();
        return refreshToken == null || lifetime == null
                ? null
                : new Rotation(grant.token(), refreshToken, now.plus(lifetime), false, null, false);
    }

    /**
     * Returns what tells it from others: the id of the workspace ({@code T…}) or organisation ({@code E…}) and that of the app, as several
     * apps can be in one.
     */
    public String id() {
        return id(owner.id(), appId);
    }

    static String id(String ownerId, String appId) {
        return ownerId + "/" + appId;
    }

    /** Returns whether it is of the app that was granted, in the same workspace or organisation. */
    public boolean isOf(AppGrant grant) {
        return id().equals(id(grant.owner().id(), grant.appId()));
    }

    /** Returns this installation with the token that Slack has given for the refresh token. */
    Installation renewed(AppGrant grant, Instant now) {
        return withRotation(rotation(grant, now));
    }

    Installation withRotation(@CheckForNull Rotation next) {
        return new Installation(owner, orgWide, appId, installerId, scopes, credentialsId, at, next);
    }

    /** Returns this installation with the mark that its credential holds the token. */
    public Installation published() {
        return rotation == null ? this : withRotation(rotation.inCredential());
    }

    /**
     * Returns the page on which an administrator of the organisation adds the app to its workspaces; null for an installation in
     * one workspace.
     */
    @CheckForNull
    public String addToWorkspacesUrl() {
        return orgWide
                ? "https://app.slack.com/manage/" + owner.id() + "/integrations/profile/" + appId + "/workspaces/add"
                : null;
    }
}
