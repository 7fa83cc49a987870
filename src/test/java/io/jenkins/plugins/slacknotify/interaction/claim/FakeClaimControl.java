package io.jenkins.plugins.slacknotify.interaction.claim;

import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Claims in memory, of builds that are all bad. */
final class FakeClaimControl implements ClaimControl {
    private final Map<ButtonTarget, String> claims = new HashMap<>();

    @Override
    public Optional<ClaimResult> refusal(String account, ButtonAction action, ButtonTarget build) {
        String earlier = claims.get(build);
        if (action == ButtonAction.RELEASE) {
            return earlier == null ? Optional.of(new ClaimResult.NobodyHas()) : Optional.empty();
        }
        return Optional.ofNullable(earlier).map(ClaimResult.Taken::new);
    }

    @Override
    public ClaimResult claim(ActTrace trace, ButtonTarget build) {
        String earlier = claims.putIfAbsent(build, trace.name());
        return earlier == null ? new ClaimResult.Done() : new ClaimResult.Taken(earlier);
    }

    @Override
    public ClaimResult release(ActTrace trace, ButtonTarget build) {
        return claims.remove(build) == null ? new ClaimResult.NobodyHas() : new ClaimResult.Done();
    }
}
