package io.jenkins.plugins.slacknotify.acceptance.inbound;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;

/** Presses of buttons that come as signed HTTP. */
@Tag("acceptance")
@Order(4)
class ButtonsByHttpTest extends ButtonScenarios {
    ButtonsByHttpTest() {
        super(false);
    }
}
