package io.jenkins.plugins.slacknotify.inbound.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import java.time.Instant;

/**
 * The format of a {@link RequestOrigin} on disk, without its {@link ReplyTicket}, which belongs in no file.
 *
 * @param receivedAt ISO 8601
 */
record StoredRequestOrigin(
        String id,
        @CheckForNull String app,
        @CheckForNull String appId,
        @CheckForNull String teamId,
        @CheckForNull String enterpriseId,
        boolean orgWide,
        @CheckForNull String userId,
        @CheckForNull String userTeamId,
        @CheckForNull String channelId,
        String transport,
        String receivedAt) {

    static StoredRequestOrigin of(RequestOrigin origin) {
        InstallationKey installation = origin.installation();
        return new StoredRequestOrigin(
                origin.id(),
                installation.app(),
                installation.appId(),
                installation.teamId(),
                installation.enterpriseId(),
                installation.orgWide(),
                origin.requester().userId(),
                origin.requester().teamId(),
                origin.channelId(),
                origin.transport().name(),
                origin.receivedAt().toString());
    }

    RequestOrigin toOrigin(ReplyTicket ticket) {
        return new RequestOrigin(
                id,
                new InstallationKey(app, appId, teamId, enterpriseId, orgWide),
                new Requester(userId, userTeamId),
                channelId,
                ticket,
                Transport.valueOf(transport),
                Instant.parse(receivedAt));
    }
}
