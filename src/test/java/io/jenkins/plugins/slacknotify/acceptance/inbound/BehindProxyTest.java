package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.sidebyside.SlackDotCom;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Socket Mode of a Jenkins that has no way out but a proxy. */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class BehindProxyTest {
    private SlackDotCom proxy;

    @AfterEach
    void stop() throws IOException {
        if (proxy != null) {
            proxy.close();
        }
    }

    @Test
    void shouldOpenItsSocketThroughTheProxyOfJenkins() {
        try (var bed = InboundBed.startBehindProxy(sandbox -> {
            proxy = SlackDotCom.start(sandbox, InboundBeds.certificate());
            sandbox.standInFor("wss-primary.slack.com");
            return proxy.port();
        })) {
            bed.app().socket().announceAs("wss://wss-primary.slack.com");
            // Until then its first address leads past the proxy, which the plugin does not call.
            bed.admin().script("io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get().save()");
            assertThat(bed.app().socket().awaitOpen(1, InboundBed.TIMEOUT)).isTrue();

            var pressed = bed.ada().press(bed.postButton(InboundBed.UNKNOWN_BUTTON), InboundBed.UNKNOWN_BUTTON);
            assertThat(pressed.isAcknowledged()).as(pressed.toString()).isTrue();
            assertThat(proxy.connections()).isGreaterThanOrEqualTo(2);
            assertThat(pressed.awaitEphemerals(1, InboundBed.TIMEOUT)).hasSize(1);
        }
    }
}
