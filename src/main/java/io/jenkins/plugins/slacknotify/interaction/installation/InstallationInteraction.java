package io.jenkins.plugins.slacknotify.interaction.installation;

import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Handles what Slack reports by itself: the app was uninstalled, tokens were revoked, an organisation has given or taken access,
 * and changes of channels. Everything may be done twice without harm.
 */
public final class InstallationInteraction implements Interaction {
    /** How long Slack may take a token that it has reported as revoked. */
    static final Duration SETTLING = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Installations installations;
    private final InstantSource clock;

    public InstallationInteraction(Installations installations, InstantSource clock) {
        this.installations = installations;
        this.clock = clock;
    }

    @Override
    public boolean accepts(InboundRequest request) {
        return request instanceof InstallationChange || request instanceof ChannelChange;
    }

    /** {@inheritDoc} The channel, which has nothing to do with tokens that Slack is asked about. */
    @Override
    public String subject(InboundRequest request) {
        return request instanceof ChannelChange change
                ? String.valueOf(change.origin().channelId())
                : "";
    }

    @Override
    public ActResult act(InboundRequest request, ActChoice choice) {
        if (request instanceof ChannelChange change) {
            installations.channelChanged(change);
            return ActResult.silent();
        }
        return request instanceof InstallationChange change ? report(change) : ActResult.silent();
    }

    /** Passes on what has become of an installation. The tokens of members are none of ours. */
    private ActResult report(InstallationChange change) {
        if (change instanceof InstallationChange.AccessGranted granted) {
            installations.accessGranted(granted);
            return ActResult.silent();
        }
        if (change instanceof InstallationChange.AccessRevoked revoked) {
            installations.accessRevoked(revoked);
            return ActResult.silent();
        }
        boolean isOfMembers = change instanceof InstallationChange.TokensRevoked revoked
                && revoked.botUserIds().isEmpty();
        return isOfMembers ? ActResult.silent() : checkTokens(change);
    }

    private ActResult checkTokens(InboundRequest request) {
        Duration age = Duration.between(request.origin().receivedAt(), clock.instant());
        return switch (installations.checkTokens()) {
            case SOME_DEAD -> ActResult.silent();
            case ALL_WORK ->
                age.compareTo(SETTLING) < 0
                        ? new ActResult.Later(PAUSE, "Slack still takes all tokens")
                        : ActResult.silent();
            case UNKNOWN -> new ActResult.Later(pause(age), "Slack does not say which token is worth nothing any more");
        };
    }

    /** Returns the pause before all tokens are asked about once more: a vault may be away for days. */
    private static Duration pause(Duration age) {
        Duration tenth = age.dividedBy(10);
        return tenth.compareTo(PAUSE) < 0 ? PAUSE : tenth.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : tenth;
    }
}
