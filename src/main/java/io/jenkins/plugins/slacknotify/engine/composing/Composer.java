package io.jenkins.plugins.slacknotify.engine.composing;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.DigestRenderer;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.ThreadRenderer;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the messages that notifications stand for. */
public final class Composer {
    /** What arrives later than this after the build says when the build was. */
    private static final Duration NEWS = Duration.ofMinutes(5);

    private final Function<String, Optional<Delivery>> deliveries;
    private final InstantSource clock;
    private final MessageRenderer renderer = new MessageRenderer();
    private final ThreadRenderer threads = new ThreadRenderer();
    private final DigestRenderer digests = new DigestRenderer();
    private final TemplateWriter wording;

    /**
     * @param deliveries knows the earlier messages
     * @param wording knows what templates say
     */
    public Composer(Function<String, Optional<Delivery>> deliveries, TemplateWriter wording, InstantSource clock) {
        this.deliveries = deliveries;
        this.wording = wording;
        this.clock = clock;
    }

    public RenderedMessage write(Notification notification, EngineSettings now) {
        Recipient recipient = notification.recipient();
        String mention = notification.mention();
        RenderedMessage unaddressed = impersonal(notification, now);
        RenderedMessage message = mention == null ? unaddressed : unaddressed.withMention(mention);
        return recipient == null ? message : renderer.withExplanation(message, recipient.involvements());
    }

    private RenderedMessage impersonal(Notification notification, EngineSettings now) {
        BuildEvent event = notification.event();
        if (notification.text() != null) {
            return renderer.render(
                    notification.text(), notification.shownAs(), event, notification.severity(), isLate(event));
        }
        if (notification.isHeadline()) {
            return wording.write(notification)
                    .map(renderer::renderTemplateHeadline)
                    .orElseGet(() -> renderer.renderHeadline(event, notification.severity()));
        }
        Integer page = notification.detail();
        if (page != null) {
            List<RenderedMessage> pages = pages(notification, now);
            // What may be told can have been cut down since.
            return page <= pages.size() ? pages.get(page - 1) : renderer.renderHeadline(event, notification.severity());
        }
        return resolved(notification).orElseGet(() -> news(notification));
    }

    private RenderedMessage news(Notification notification) {
        BuildEvent event = notification.event();
        Severity severity = notification.severity();
        return wording.write(notification)
                .map(said -> renderer.renderTemplate(said, event, severity, isLate(event)))
                .orElseGet(() -> renderer.render(event, severity, isLate(event)));
    }

    private Optional<RenderedMessage> resolved(Notification notification) {
        return Optional.ofNullable(notification.reply())
                .filter(reply -> reply.kind() == Relation.Kind.RESOLVE
                        && notification.event().moment() == null)
                .flatMap(reply -> deliveries.apply(reply.deliveryId()))
                .flatMap(Notification::read)
                .map(bad -> resolved(bad, notification));
    }

    /** In the words in which it was told of the bad build. */
    private RenderedMessage resolved(Notification bad, Notification good) {
        return wording.write(bad)
                .map(said -> renderer.renderResolved(said, bad.event(), bad.severity(), good.event(), good.severity()))
                .orElseGet(() -> renderer.renderResolved(bad.event(), bad.severity(), good.event(), good.severity()));
    }

    /** What follows in the thread of a message that tells of a bad build; empty for any other. */
    public List<PlannedNotification> details(Delivery delivery, Notification notification, EngineSettings now) {
        String id = delivery.entry().id();
        Relation reply = new Relation(Relation.Kind.THREAD, id);
        List<PlannedNotification> drafts = new ArrayList<>();
        int pages = thread(notification, now).size();
        for (int page = 1; page <= pages; page++) {
            drafts.add(new PlannedNotification(
                    id + "-d" + page, notification.replying(reply).page(page), false));
        }
        return drafts;
    }

    /** The same as it is written. */
    public List<RenderedMessage> thread(Notification notification, EngineSettings now) {
        boolean tells = notification.text() == null && notification.detail() == null;
        boolean resolves = notification.reply() != null && notification.reply().kind() == Relation.Kind.RESOLVE;
        BuildEvent event = notification.event();
        boolean bad = !event.running() && event.outcome().isBad();
        return tells && !resolves && notification.recipient() == null && bad ? pages(notification, now) : List.of();
    }

    private List<RenderedMessage> pages(Notification notification, EngineSettings now) {
        ThreadDetails details = now.details(notification.style());
        return details == ThreadDetails.NONE ? List.of() : threads.render(notification.event(), details.showsLog());
    }

    /** @param unread how many builds besides cannot be read by this version of the plugin */
    public RenderedMessage digest(List<Notification> builds, int unread) {
        List<DigestRenderer.Item> items = builds.stream()
                .map(build -> new DigestRenderer.Item(build.event(), build.severity()))
                .toList();
        boolean late = builds.stream().anyMatch(build -> isLate(build.event()));
        RenderedMessage digest = digests.render(items, late, unread);
        String mentions = mentions(builds);
        return mentions.isEmpty() ? digest : digest.withMention(mentions);
    }

    /** Whoever would have been mentioned in one of the messages. */
    private static String mentions(List<Notification> builds) {
        return builds.stream()
                .map(Notification::mention)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private boolean isLate(BuildEvent event) {
        return Duration.between(event.at(), clock.instant()).compareTo(NEWS) > 0;
    }
}
