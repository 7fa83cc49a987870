package io.jenkins.plugins.slacknotify.interaction.preview;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.slack.model.UnfurlTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message whose previews are kept up to date, as it is stored. The names of the fields are the format.
 *
 * @param member whoever has posted the links; null in a file of an earlier version
 * @param account the id of the account that this member was linked with
 * @param since when they were posted, in milliseconds
 * @param updates how often the previews were changed
 * @param failures how often in a row Slack has not taken them
 * @param signature of the cards that are shown
 */
record StoredLivePreview(
        @CheckForNull String app,
        @CheckForNull String appId,
        @CheckForNull String teamId,
        @CheckForNull String enterpriseId,
        boolean orgWide,
        @CheckForNull String unfurlId,
        @CheckForNull String source,
        @CheckForNull String channel,
        @CheckForNull String ts,
        @CheckForNull String member,
        String account,
        List<String> addresses,
        long since,
        int updates,
        int failures,
        String signature) {
    public StoredLivePreview {
        requireNonNull(account, "account");
        requireNonNull(signature, "signature");
        addresses = List.copyOf(addresses);
    }

    static StoredLivePreview of(
            PreviewTarget target,
            String member,
            String account,
            List<String> addresses,
            Instant now,
            String signature) {
        InstallationKey installation = target.installation();
        UnfurlTarget message = target.message();
        return new StoredLivePreview(
                installation.app(),
                installation.appId(),
                installation.teamId(),
                installation.enterpriseId(),
                installation.orgWide(),
                message.unfurlId(),
                message.source(),
                message.channel(),
                message.ts(),
                member,
                account,
                addresses,
                now.toEpochMilli(),
                0,
                0,
                signature);
    }

    StoredLivePreview shown(String newSignature) {
        return with(updates + 1, 0, newSignature);
    }

    StoredLivePreview failed() {
        return with(updates, failures + 1, signature);
    }

    private StoredLivePreview with(int newUpdates, int newFailures, String newSignature) {
        return new StoredLivePreview(
                app,
                appId,
                teamId,
                enterpriseId,
                orgWide,
                unfurlId,
                source,
                channel,
                ts,
                member,
                account,
                addresses,
                since,
                newUpdates,
                newFailures,
                newSignature);
    }

    /** Whether the link by which the member acts as the account is there still, as far as the file says who it is. */
    boolean isLinked(LivePreviews.Links links) {
        return member == null
                || installation()
                        .id()
                        .filter(installation -> links.isLinked(account, installation, member))
                        .isPresent();
    }

    private InstallationKey installation() {
        return new InstallationKey(app, appId, teamId, enterpriseId, orgWide);
    }

    /** Returns the message; empty where the file does not say which it is. */
    Optional<PreviewTarget> target() {
        return UnfurlTarget.of(unfurlId, source, channel, ts)
                .map(message -> new PreviewTarget(installation(), message));
    }

    LinkContext place() {
        return new LinkContext(installation(), channel);
    }

    boolean isSameMessage(StoredLivePreview other) {
        return target().equals(other.target());
    }
}
