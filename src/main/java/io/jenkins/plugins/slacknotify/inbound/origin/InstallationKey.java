package io.jenkins.plugins.slacknotify.inbound.origin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The installation of a Slack app that a request belongs to. All but {@code app} is what the request says of itself.
 *
 * @param app the name of the configured app whose secret has proven the request; null where this is no request, but what Jenkins has
 *     kept, and for requests that earlier versions have kept
 * @param appId the app ({@code A…}); null where the request does not say
 * @param teamId the workspace ({@code T…}); null where the request does not say, as with interactions of an app that is
 *     installed for a whole organisation
 * @param enterpriseId the organisation of Enterprise Grid ({@code E…}); null outside of one
 * @param orgWide whether the app is installed for the whole organisation and not for the workspace alone
 */
public record InstallationKey(
        @CheckForNull String app,
        @CheckForNull String appId,
        @CheckForNull String teamId,
        @CheckForNull String enterpriseId,
        boolean orgWide) {

    /** Makes the key of an installation that is not that of a proven request. */
    public InstallationKey(
            @CheckForNull String appId,
            @CheckForNull String teamId,
            @CheckForNull String enterpriseId,
            boolean orgWide) {
        this(null, appId, teamId, enterpriseId, orgWide);
    }

    /** Returns the installation that has an {@link #id}: that of a workspace ({@code T…}) or of an organisation ({@code E…}). */
    public static InstallationKey ofId(String id) {
        boolean isOrganisation = id.startsWith("E");
        return isOrganisation ? new InstallationKey(null, null, id, true) : new InstallationKey(null, id, null, false);
    }

    /**
     * Returns the id under which a token of this installation is kept: that of the organisation where the app is
     * installed for the whole of it, otherwise that of the workspace. Empty where the request names neither.
     */
    public Optional<String> id() {
        return orgWide && enterpriseId != null ? Optional.of(enterpriseId) : Optional.ofNullable(teamId);
    }

    /** Returns the ids of workspace and organisation, as far as they are known. */
    public Stream<String> ids() {
        return Stream.of(Optional.ofNullable(teamId), Optional.ofNullable(enterpriseId))
                .flatMap(Optional::stream);
    }
}
