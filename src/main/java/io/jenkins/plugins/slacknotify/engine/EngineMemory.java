package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.planning.EndedBuilds;
import io.jenkins.plugins.slacknotify.engine.planning.JobBacklog;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is known of builds from the messages that were handed over, those of earlier processes included.
 *
 * <p>Safe for use by many threads.
 */
final class EngineMemory {
    private final ConversationIndex index;
    private final JobBacklog backlog;
    private final JobHistory jobs;
    private final EndedBuilds ended;

    EngineMemory(ConversationIndex index, JobBacklog backlog, JobHistory jobs, EndedBuilds ended) {
        this.index = index;
        this.backlog = backlog;
        this.jobs = jobs;
        this.ended = ended;
    }

    /** The unfinished ones are taken in by the outbox before this task has its turn, or else with their next answer. */
    void readWhatIsKept(Outbox outbox) {
        List<Delivery> finished = new ArrayList<>(outbox.finished(ConversationIndex.KEPT));
        Collections.reverse(finished);
        finished.forEach(this::remember);
        backlog.addAll(outbox::unfinished);
        List<DeliveryHead> unfinished = outbox.unfinished();
        unfinished.subList(Math.max(0, unfinished.size() - ConversationIndex.KEPT), unfinished.size()).stream()
                .filter(head -> !index.knows(head.id()))
                .map(head -> outbox.find(head.id()))
                .flatMap(Optional::stream)
                .forEach(this::remember);
    }

    /** Reads only what this process has not taken over, or read, before. */
    void remember(Delivery delivery) {
        if (index.knows(delivery.entry().id())) {
            return;
        }
        NotificationCodec.read(delivery).ifPresent(notification -> {
            index.add(notification, delivery.entry().id(), delivery.position());
            if (jobs.isNew()) {
                rememberEnd(notification);
            }
        });
    }

    /** Remembers how a build has ended of which somebody is, or was, notified. */
    void rememberEnd(Notification notification) {
        if (notification instanceof BuildNews news && !news.event().running()) {
            // To one person the event names no others.
            BuildEvent whole = ended.find(news.event().key()).orElse(news.event());
            jobs.ended(whole, true);
        }
    }
}
