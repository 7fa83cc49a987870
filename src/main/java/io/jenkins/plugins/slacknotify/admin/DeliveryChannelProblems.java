package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Item;
import io.jenkins.plugins.slacknotify.config.rules.ChannelProblemFinder;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport.Audience;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import java.util.Optional;

/**
 * Finds the problem of a channel in the deliveries that are held for it. A delivery that is held because of its token says
 * nothing about its channel.
 */
@Extension
public final class DeliveryChannelProblems implements ChannelProblemFinder {
    @Override
    public Optional<String> findProblem(@CheckForNull Item item, String label) {
        NotificationEngine engine = EngineLifecycle.get().engine();
        return engine.deliveries().held().stream()
                .filter(report -> report.audience() == Audience.CHANNEL
                        && report.channel().equals(label))
                .filter(report -> item == null
                        || report.key()
                                .map(engine.jobs()::current)
                                .filter(build -> JobMove.isWithin(build.job(), item.getFullName()))
                                .isPresent())
                .filter(report -> !report.holdReason().isAboutTheToken()
                        && !report.holdReason().isOfOtherVersion())
                .map(DeliveryReport::brief)
                .findFirst();
    }
}
