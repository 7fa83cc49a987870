package io.jenkins.plugins.slacknotify.control.run;

import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Run;
import hudson.model.Saveable;
import hudson.model.User;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.act.BuildClaim;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notes here what people claim on the page of the Claim plugin, which saves the build then. Called for everything that Jenkins saves, so
 * it looks at completed builds alone that have such a claim.
 */
@Extension
public final class ForeignClaimListener extends SaveableListener {
    private static final Logger LOGGER = Logger.getLogger(ForeignClaimListener.class.getName());

    @Override
    public void onChange(Saveable saved, XmlFile file) {
        if (saved instanceof Run<?, ?> run && BuildClaim.isBad(run)) {
            try {
                Optional<ForeignClaim> foreign = ForeignClaim.of(run);
                if (foreign.isPresent()) {
                    noteClaim(run, foreign.get());
                }
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> "Could not note who has claimed " + run);
            }
        }
    }

    private static void noteClaim(Run<?, ?> run, ForeignClaim foreign) throws IOException {
        String account = foreign.claimedBy();
        BuildClaim own = run.getAction(BuildClaim.class);
        if (account == null) {
            if (own != null && own.isShared()) {
                BuildClaim.release(run);
                notify(run, null);
            }
        } else if (own == null || !own.isShared() || !own.account().equals(account)) {
            User user = User.getById(account, false);
            String name = user == null ? account : user.getDisplayName();
            BuildClaim.claim(run, account, name, true);
            notify(run, name);
        }
    }

    private static void notify(Run<?, ?> run, String name) {
        BuildKey key = BuildKeys.of(run);
        EngineLifecycle.get().engine().buildClaimed(key, name, UUID.randomUUID().toString());
    }
}
