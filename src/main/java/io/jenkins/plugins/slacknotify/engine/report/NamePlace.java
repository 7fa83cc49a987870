package io.jenkins.plugins.slacknotify.engine.report;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import java.util.Optional;

/**
 * The place where the name of a channel stands that Slack refuses, so that a page can lead there.
 *
 * @param source that place
 * @param build a build with a message to the channel, by its original key; its pipeline may be what names the channel
 */
public record NamePlace(ChannelSource source, BuildKey build) {
    public NamePlace {
        requireNonNull(source, "source");
        requireNonNull(build, "build");
    }

    /**
     * The place that names the channel of a notification.
     *
     * @param reason why the notification is held
     * @return empty where it is not held because of its channel, or nobody knows the place, as for those of earlier versions
     */
    static Optional<NamePlace> of(Notification notification, HoldReason reason) {
        return reason.isAboutTheChannel() && notification instanceof Message message
                ? Optional.ofNullable(message.options().channelSource())
                        .map(source -> new NamePlace(source, message.event().key()))
                : Optional.empty();
    }
}
