package io.jenkins.plugins.slacknotify.engine.composing;

import com.slack.api.model.block.ActionsBlock;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.engine.spi.BuildLocation;
import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.message.DigestRenderer;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.ThreadRenderer;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonRow;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonSeal;
import io.jenkins.plugins.slacknotify.message.wording.BuildLinks;
import io.jenkins.plugins.slacknotify.message.wording.PhraseLanguage;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the content of messages. */
public final class Composer {
    /** A message that arrives later than this after the build says when the build was. */
    private static final Duration LATE_AFTER = Duration.ofMinutes(5);

    /** The most mentions of a message about several builds, so that they fit into a block. */
    private static final int MAX_MENTIONS = 100;

    private static final Logger LOGGER = Logger.getLogger(Composer.class.getName());

    private final DeliveryLookup deliveries;
    private final TemplateWriter templates;
    private final InstantSource clock;
    private final CurrentLinks links;
    private final ButtonSeal seal;
    private final MessageRenderer renderer = new MessageRenderer();
    private final ThreadRenderer threads = new ThreadRenderer();
    private final DigestRenderer digests = new DigestRenderer();

    /**
     * @param deliveries knows the earlier messages
     * @param links knows where builds are by now
     * @param seal is put on the buttons
     */
    public Composer(
            DeliveryLookup deliveries,
            TemplateWriter templates,
            CurrentLinks links,
            ButtonSeal seal,
            InstantSource clock) {
        this.links = links;
        this.seal = seal;
        this.deliveries = deliveries;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Writes one message, with its mention and, for a person, why that person gets it. Where that fails for whatever a build has
     * in it, writes it {@linkplain #writePlain plain}, as no message is lost for its looks.
     */
    public RenderedMessage write(Message message, EngineSettings settings) {
        try {
            return styled(message, settings, () -> writeWhole(message, settings));
        } catch (RuntimeException | StackOverflowError e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "Could not write the message about " + message.event().key()
                            + " as it should be, so it has no details");
            return writePlain(message, settings);
        }
    }

    /**
     * Writes one message without blocks and without any text of the build or of a job's author: what is left where Slack, or
     * something on the way to it, does not take the message as it is.
     */
    public RenderedMessage writePlain(Message message, EngineSettings settings) {
        return styled(message, settings, () -> plain(message));
    }

    /** Has something written in the language and with the emoji of a message. */
    private static <T> T styled(Message message, EngineSettings settings, Supplier<T> writing) {
        return PhraseLanguage.in(
                settings.language(message.options()), () -> settings.emoji().use(writing));
    }

    private RenderedMessage plain(Message message) {
        String news = message instanceof AuthorMessage
                ? renderer.renderPlainNote(message.event())
                : renderer.renderPlain(message.event(), message.severity());
        RenderedMessage plain = new RenderedMessage(news, List.of());
        String mention = message.mention();
        return mention == null ? plain : plain.withMention(mention);
    }

    private RenderedMessage writeWhole(Message message, EngineSettings settings) {
        Recipient recipient = message.recipient();
        String mention = mention(message);
        BuildLocation location = links.locate(message.event());
        BuildEvent event = CurrentLinks.update(message.event(), location);
        RenderedMessage written = message.accept(new ContentWriter(settings, event));
        RenderedMessage content = message.event().url() == null ? written : noted(written, location);
        RenderedMessage addressed = mention == null ? content : content.withMention(mention);
        return recipient == null
                ? addressed
                : renderer.withExplanation(addressed, recipient.involvements(), BuildLinks.ofChoices(event));
    }

    /** Returns the mention of a message; null if somebody looks after the bad build already, so that nobody else is called. */
    @CheckForNull
    private static String mention(Message message) {
        boolean isClaimed = message instanceof BuildNews
                && message.event().outcome().isBad()
                && message.event().findings().claimedBy() != null;
        return isClaimed ? null : message.mention();
    }

    /** Says of a message that its build is gone. A message that is only a line, or a page of details, does not say so. */
    private RenderedMessage noted(RenderedMessage content, BuildLocation location) {
        return location instanceof BuildLocation.Gone gone
                        && !content.attachments().isEmpty()
                ? renderer.withoutBuild(content, gone.withJob())
                : content;
    }

    /** Writes each kind of message. */
    private final class ContentWriter implements Message.Visitor<RenderedMessage> {
        private final EngineSettings settings;
        private final BuildEvent event;

        /** @param event that of the message, with the links of now */
        ContentWriter(EngineSettings settings, BuildEvent event) {
            this.settings = settings;
            this.event = event;
        }

        @Override
        public RenderedMessage visit(AuthorMessage message) {
            return renderer.render(message.text(), message.format(), event, message.severity(), isLate(event));
        }

        @Override
        public RenderedMessage visit(ThreadPage page) {
            List<RenderedMessage> pages = pages(page, event, known(page), settings);
            // The settings may allow fewer pages than when this one was planned.
            return page.number() <= pages.size()
                    ? pages.get(page.number() - 1)
                    : renderer.renderHeadline(event, page.severity());
        }

        @Override
        public RenderedMessage visit(BuildNews asPlanned) {
            BuildNews news = asPlanned.withEvent(event);
            return news.isHeadline()
                    ? headline(news)
                    : resolved(news).orElseGet(() -> withButtons(whole(news), news, settings.buttons(news.options())));
        }
    }

    private RenderedMessage withButtons(RenderedMessage message, BuildNews news, MessageButtons buttons) {
        Optional<ActionsBlock> row =
                switch (buttons) {
                    case NONE -> Optional.empty();
                    case LINKS -> ButtonRow.linking(news.event());
                    case ALL -> ButtonRow.acting(news.event(), news.severity()).map(seal::seal);
                };
        return row.map(block -> renderer.withButtons(message, block)).orElse(message);
    }

    private RenderedMessage headline(BuildNews news) {
        return templates
                .write(news)
                .map(renderer::renderTemplateHeadline)
                .orElseGet(() -> renderer.renderHeadline(news.event(), news.severity()));
    }

    private RenderedMessage whole(BuildNews news) {
        BuildEvent event = news.event();
        Severity severity = news.severity();
        return templates
                .write(news)
                .map(filled -> renderer.renderTemplate(filled, event, severity, isLate(event)))
                .orElseGet(() -> before(news)
                        .map(before -> renderer.renderAgain(event, severity, isLate(event), before))
                        .orElseGet(() -> renderer.render(event, severity, isLate(event))));
    }

    /** The last build before of which the thread of an answer says how it stood; empty where the answer has to say all. */
    private Optional<BuildEvent> before(BuildNews news) {
        Relation relation = news.relation();
        String since = relation == null ? null : relation.since();
        return since == null || news.event().trend() != Trend.STILL_FAILING
                ? Optional.empty()
                : deliveries
                        .find(relation.deliveryId())
                        .filter(Composer::isShown)
                        .flatMap(first -> deliveries.find(since))
                        .filter(Composer::isShown)
                        .flatMap(NotificationCodec::read)
                        .map(Notification::event)
                        .filter(before -> before.milestone() == null && !before.running());
    }

    /** Whether a message has arrived with all that it says: a digest says a line of each build. */
    private static boolean isShown(Delivery delivery) {
        return delivery.state().hasArrived() && !delivery.inDigest();
    }

    /** The message of the bad build, marked as over; empty for news that resolve none, and for a milestone. */
    private Optional<RenderedMessage> resolved(BuildNews good) {
        return good.isResolving() && good.event().milestone() == null
                ? good.earlierDelivery()
                        .flatMap(deliveries::find)
                        .flatMap(NotificationCodec::read)
                        .map(bad -> resolved(bad, good))
                : Optional.empty();
    }

    private RenderedMessage resolved(Notification bad, BuildNews good) {
        BuildEvent before = links.update(bad.event());
        Optional<String> filled =
                bad instanceof BuildNews news ? templates.write(news.withEvent(before)) : Optional.empty();
        return filled.map(text -> renderer.renderResolved(text, before, bad.severity(), good.event(), good.severity()))
                .orElseGet(() -> renderer.renderResolved(before, bad.severity(), good.event(), good.severity()));
    }

    /** The note for people on a message that does not look as its template wants; empty where it does. */
    public Optional<String> note(Message message) {
        return message instanceof BuildNews news ? templates.note(news) : Optional.empty();
    }

    /**
     * The pages of details in the thread of a message that reports a bad build; empty for any other message.
     *
     * @param deliveryId the delivery of that message
     */
    public List<PlannedNotification> planThread(String deliveryId, Message message, EngineSettings settings) {
        List<PlannedNotification> planned = new ArrayList<>();
        if (message instanceof BuildNews news) {
            int pages = pagesOf(news, settings);
            for (int page = 1; page <= pages; page++) {
                planned.add(new PlannedNotification(
                        DeliveryIds.ofPage(deliveryId, page), news.page(deliveryId, page), false));
            }
        }
        return planned;
    }

    private int pagesOf(BuildNews news, EngineSettings settings) {
        try {
            return thread(news, settings).size();
        } catch (RuntimeException | StackOverflowError e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "Could not write the details of " + news.event().key());
            return 0;
        }
    }

    /** The messages that go below the message of a build, with the content that {@link #planThread} counts. */
    public List<RenderedMessage> thread(BuildNews news, EngineSettings settings) {
        BuildEvent event = news.event();
        boolean bad = !event.running() && event.outcome().isBad();
        boolean hasThread = !news.isHeadline() && !news.isResolving() && news.recipient() == null;
        return hasThread && bad ? pages(news, event, known(news), settings) : List.of();
    }

    private ThreadRenderer.Known known(BuildNews news) {
        return new ThreadRenderer.Known(
                news.options().template() == null, before(news).orElse(null));
    }

    /** Returns the facts that the message above a page tells. */
    private ThreadRenderer.Known known(ThreadPage page) {
        return deliveries
                .find(page.newsId())
                .flatMap(news -> NotificationCodec.read(news, BuildNews.class))
                .map(this::known)
                .orElse(ThreadRenderer.Known.MESSAGE);
    }

    private List<RenderedMessage> pages(
            Message message, BuildEvent event, ThreadRenderer.Known known, EngineSettings settings) {
        ThreadDetails details = settings.details(message.options());
        return details == ThreadDetails.NONE
                ? List.of()
                : styled(message, settings, () -> threads.render(event, details.showsLog(), known));
    }

    /**
     * Writes one message about several builds.
     *
     * @param unread how many builds besides this version of the plugin cannot read
     */
    public RenderedMessage digest(List<Message> builds, int unread, EngineSettings settings) {
        return styled(builds.get(0), settings, () -> joined(builds, unread));
    }

    private RenderedMessage joined(List<Message> builds, int unread) {
        List<DigestRenderer.Item> items = builds.stream()
                .map(build -> new DigestRenderer.Item(links.update(build.event()), build.severity()))
                .toList();
        boolean late = builds.stream().anyMatch(build -> isLate(build.event()));
        RenderedMessage digest = digests.render(items, late, unread);
        String mentions = mentions(builds);
        return mentions.isEmpty() ? digest : digest.withMention(mentions);
    }

    private static String mentions(List<Message> builds) {
        return builds.stream()
                .map(Composer::mention)
                .filter(Objects::nonNull)
                .flatMap(mention -> Stream.of(mention.split(" ")))
                .distinct()
                .limit(MAX_MENTIONS)
                .collect(Collectors.joining(" "));
    }

    private boolean isLate(BuildEvent event) {
        return Duration.between(event.at(), clock.instant()).compareTo(LATE_AFTER) > 0;
    }
}
