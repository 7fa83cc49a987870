package io.jenkins.plugins.slacknotify.admin;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.rules.ChannelTrouble;
import io.jenkins.plugins.slacknotify.engine.Problem;
import java.util.Arrays;
import java.util.Optional;

/** Knows it by the messages that wait for a channel, whose notes name it. */
@Extension
public final class DeliveryTrouble implements ChannelTrouble {
    @Override
    public Optional<String> with(String label) {
        return SlackNotifications.get().engine().deliveries().problems().stream()
                .map(Problem::what)
                .filter(what -> Arrays.asList(what.split("[\\s,.;:]+")).contains(label))
                .findFirst();
    }
}
