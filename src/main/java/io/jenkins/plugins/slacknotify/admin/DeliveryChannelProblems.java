package io.jenkins.plugins.slacknotify.admin;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.rules.ChannelProblemFinder;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import java.util.Arrays;
import java.util.Optional;

/** Knows it by the messages that wait for a channel, whose notes name it. */
@Extension
public final class DeliveryChannelProblems implements ChannelProblemFinder {
    @Override
    public Optional<String> findProblem(String label) {
        return EngineLifecycle.get().engine().deliveries().problems().stream()
                .map(Problem::description)
                .filter(what -> Arrays.asList(what.split("[\\s,.;:]+")).contains(label))
                .findFirst();
    }
}
