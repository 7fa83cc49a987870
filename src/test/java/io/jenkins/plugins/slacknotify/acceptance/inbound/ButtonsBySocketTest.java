package io.jenkins.plugins.slacknotify.acceptance.inbound;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Presses of buttons that come by Socket Mode: the scenarios of {@link ButtonsByHttpTest} once more. */
@Tag("acceptance")
@EnabledIfSystemProperty(
        named = ByTransport.PROPERTY,
        matches = ByTransport.ALL,
        disabledReason = "Buttons are tried by HTTP, and not by Socket Mode as well: set -Dslack-notify.transports=all")
class ButtonsBySocketTest extends ButtonScenarios {
    ButtonsBySocketTest() {
        super(true);
    }
}
