package io.jenkins.plugins.slacknotify.acceptance.inbound;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;

/** Presses of buttons that come by Socket Mode. */
@Tag("acceptance")
@Order(7)
class ButtonsBySocketTest extends ButtonScenarios {
    ButtonsBySocketTest() {
        super(true);
    }
}
