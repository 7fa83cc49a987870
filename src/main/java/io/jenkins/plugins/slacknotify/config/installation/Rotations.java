package io.jenkins.plugins.slacknotify.config.installation;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.slacknotify.config.credentials.KnownInstallations;
import io.jenkins.plugins.slacknotify.installation.TokenRotation;
import java.time.Clock;

/** The holder of this Jenkins' one renewal of tokens. {@code lifecycle} has it run. */
@Extension
public class Rotations {
    private TokenRotation rotation;

    public static TokenRotation get() {
        return ExtensionList.lookupSingleton(Rotations.class).rotation();
    }

    private synchronized TokenRotation rotation() {
        if (rotation == null) {
            rotation = new TokenRotation(
                    KnownInstallations.get().store(),
                    new CredentialPublisher(),
                    new SlackTokenRefresh(),
                    Clock.systemUTC());
        }
        return rotation;
    }
}
