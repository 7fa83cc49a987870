package io.jenkins.plugins.slacknotify.config.inbound;

import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.security.HMACConfidentialKey;

/** Makes the seal of buttons, by a key that Jenkins keeps among its secrets. */
public final class ButtonSeals {
    private static final Logger LOGGER = Logger.getLogger(ButtonSeals.class.getName());
    private static final HMACConfidentialKey KEY = new HMACConfidentialKey(ButtonSeals.class, "button", 16);
    private static final ButtonSeal SEAL = new ButtonSeal(ButtonSeals::code);

    private ButtonSeals() {}

    /** Returns the seal of this Jenkins. Where its key cannot be read or made, it seals nothing, and knows no seal. */
    public static ButtonSeal seal() {
        return SEAL;
    }

    private static Optional<String> code(String text) {
        try {
            return Optional.of(KEY.mac(text));
        } catch (Error e) {
            // What Jenkins throws where it cannot read or write the key's file. A message is not lost for its buttons.
            LOGGER.log(Level.WARNING, e, () -> "Buttons cannot be sealed, so Slack's members are asked at each press");
            return Optional.empty();
        }
    }
}
