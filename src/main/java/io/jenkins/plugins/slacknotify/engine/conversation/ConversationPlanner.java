package io.jenkins.plugins.slacknotify.engine.conversation;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.PlannedNotification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.spi.KnownChannels;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes one conversation of the messages about a build, and about the bad builds of a job in a row: each build has one message
 * in a destination, which later news of it change; and what follows a bad build, up to the one that fixes it, goes into its
 * thread.
 *
 * <p>Nothing has to be kept of where a conversation is: the message of a build has an id that follows from the build and the
 * destination, so it is found as long as the outbox remembers it.
 */
public final class ConversationPlanner {
    private final ConversationLog log;
    private final KnownChannels channels;

    /** @param channels the ids of channels that are known by name */
    public ConversationPlanner(ConversationLog log, KnownChannels channels) {
        this.log = log;
        this.channels = channels;
    }

    /**
     * Returns this planner for one plan, which asks for the same deliveries several times: it reads each once. For one thread, and no
     * longer than that.
     */
    public ConversationPlanner readingOnce() {
        return new ConversationPlanner(log.readingOnce(), channels);
    }

    /**
     * Returns a destination as the message of a build has it that stands there already: what one has named by its name, another one may
     * name by its id. Where there are messages of both, it is the one that is written alike: the ids of deliveries follow from it, and what
     * is known of a channel changes.
     */
    public Destination asTold(BuildKey build, Destination destination) {
        List<Destination> told =
                log.currentNews(build).map(BuildNews::destination).toList();
        return told.stream()
                .filter(destination::isSameAs)
                .findFirst()
                .or(() -> told.stream()
                        .filter(other -> channels.areSame(other, destination, build))
                        .findFirst())
                .orElse(destination);
    }

    /** The notifications for the end of a build; the leading one comes first. */
    public List<PlannedNotification> planCompleted(BuildNews news) {
        String id = DeliveryIds.ofCompleted(news.event().key(), news.destination());
        Optional<Delivery> current = currentMessage(news.event().key(), news.destination());
        Optional<EarlierNews> first = firstOfStreak(news);
        List<PlannedNotification> planned = new ArrayList<>();
        if (current.isPresent()) {
            planned.addAll(change(id, news, current.get()));
        } else {
            BuildNews message = first.map(it -> answer(news, it)).orElse(news);
            planned.add(new PlannedNotification(id, message, true));
        }
        first.flatMap(it -> resolve(id, news, it.id())).ifPresent(planned::add);
        planned.addAll(giveUpQuestions(news));
        return planned;
    }

    /** Marks the message of the first bad build as over. */
    private static Optional<PlannedNotification> resolve(String id, BuildNews news, String first) {
        boolean over = news.event().trend() == Trend.FIXED && !news.event().running();
        BuildNews resolving = news.withRelation(new Relation(Relation.Kind.RESOLVE, first));
        return over ? Optional.of(new PlannedNotification(id + "-resolved", resolving, false)) : Optional.empty();
    }

    /** The tie of an answer to the first message of a streak. */
    private Relation answering(Relation.Kind kind, BuildNews news, String first) {
        String latest = log.latestOfStreak(news).orElse(first);
        return new Relation(isAloud(news, kind) ? kind : Relation.Kind.THREAD, first, latest);
    }

    /** Whether an answer may be shown in the channel as well as in its thread. */
    private static boolean isAloud(BuildNews news, Relation.Kind kind) {
        return kind != Relation.Kind.BROADCAST || !news.options().repliesInThread();
    }

    private static Relation relation(Relation.Kind kind, BuildNews news, Delivery earlier) {
        return relation(isAloud(news, kind) ? kind : Relation.Kind.THREAD, earlier);
    }

    private static Relation relation(Relation.Kind kind, Delivery earlier) {
        return new Relation(kind, earlier.entry().id());
    }

    /**
     * The notifications for one person about a build. The messages about bad builds in a row are one conversation, which begins
     * with the first that this person got. Each answer shows outside of the thread as well: the person has chosen to get it,
     * and Slack need not notify anybody of an answer in the thread alone.
     */
    public List<PlannedNotification> planPersonal(String id, BuildNews news) {
        Optional<Delivery> first = log.firstPersonalMessage(id, news);
        List<PlannedNotification> planned = new ArrayList<>();
        BuildNews message = first.map(it -> news.withRelation(
                        answering(Relation.Kind.BROADCAST, news, it.entry().id())))
                .orElse(news);
        planned.add(new PlannedNotification(id, message, true));
        first.flatMap(it -> resolve(id, forSameReader(it, news), it.entry().id()))
                .ifPresent(planned::add);
        return planned;
    }

    /**
     * The lookups that notify people that a build is bad of which they have been, or are to be, told that it was good so far. They
     * find the same people again: whoever was meant by the build as it was then.
     *
     * @param rate rates the event that a person gets
     */
    public List<PlannedNotification> planCorrections(BuildEvent bad, Function<BuildEvent, Severity> rate) {
        return log.lookupsSoFar(bad.key())
                .map(soFar -> correction(soFar.getKey(), soFar.getValue(), bad, rate))
                .toList();
    }

    private static PlannedNotification correction(
            String id, PeopleLookup soFar, BuildEvent bad, Function<BuildEvent, Severity> rate) {
        BuildEvent event =
                bad.toBuilder().participants(soFar.event().participants()).build();
        Envelope envelope =
                Envelope.toPeople(event, rate.apply(event), soFar.destination().credentialsId());
        return new PlannedNotification(
                DeliveryIds.ofCorrection(id),
                new PeopleLookup(envelope, soFar.addressees(), new PeopleLookup.News(), null, soFar.namedBy()),
                false);
    }

    /** Whether the outbox has, or has had, a delivery of an id. */
    public boolean isHandedOver(String id) {
        return log.isKnown(id);
    }

    /** Whether it was told since that a build is bad, so that nobody is to hear any more that it is good so far. */
    public boolean isCorrected(String lookup) {
        return log.isAlive(DeliveryIds.ofCorrection(lookup));
    }

    /** The news for the recipient of the first message: the same member, who may have got that for another reason. */
    private BuildNews forSameReader(Delivery first, BuildNews news) {
        return log.read(first).map(Notification::recipient).map(news::forPerson).orElse(news);
    }

    /**
     * The notifications for a milestone of a running build: in the thread of the build's message or, where there is none, as
     * its message, which later news change.
     */
    public List<PlannedNotification> planMilestone(BuildNews news) {
        BuildEvent event = news.event();
        Milestone milestone = requireNonNull(event.milestone(), "milestone");
        String id = DeliveryIds.ofMilestone(event.key(), milestone, news.destination());
        if (milestone.isInputFinished()) {
            return closeQuestion(id, news).stream().toList();
        }
        if (log.isAlive(DeliveryIds.ofCompleted(event.key(), news.destination()))) {
            return List.of();
        }
        BuildNews message = currentMessage(event.key(), news.destination())
                .map(it -> follow(news, it))
                .orElse(news);
        return List.of(new PlannedNotification(id, message, true));
    }

    /** Returns news that follow the message of a build in its thread. A question, and what is worse than that message says, are shown in the channel as well. */
    private BuildNews follow(BuildNews news, Delivery current) {
        boolean asks = news.event().kinds().contains(EventKind.WAITING_FOR_INPUT);
        boolean worse = log.read(current)
                .filter(before -> news.severity().compareTo(before.severity()) > 0)
                .isPresent();
        return news.withRelation(
                relation(asks || worse ? Relation.Kind.BROADCAST : Relation.Kind.THREAD, news, current));
    }

    /** Changes the message of a question into what became of it. */
    private Optional<PlannedNotification> closeQuestion(String questionId, BuildNews news) {
        return log.find(questionId)
                .map(question -> new PlannedNotification(
                        questionId + "-over", news.withRelation(relation(Relation.Kind.RESOLVE, question)), false));
    }

    /** Closes the questions that have no answer when the build ends, as after a crash: nobody answers them any more. */
    private List<PlannedNotification> giveUpQuestions(BuildNews news) {
        return log.posted(news.event().key())
                .filter(question ->
                        question.relation() != null && question.destination().isSameAs(news.destination()))
                .flatMap(question -> givenUp(question).stream())
                .flatMap(end -> closeQuestion(questionId(end), end).stream())
                .filter(planned -> !log.isAlive(planned.id()))
                .toList();
    }

    private static String questionId(BuildNews news) {
        Milestone milestone = requireNonNull(news.event().milestone(), "milestone");
        return DeliveryIds.ofMilestone(news.event().key(), milestone, news.destination());
    }

    private static Optional<BuildNews> givenUp(BuildNews question) {
        return Optional.ofNullable(question.event().milestone())
                .map(Milestone::question)
                .map(input -> input.withAnswer(new InputAnswer(Ending.GIVEN_UP, null, null)))
                .map(input -> question.withEvent(question.event().withMilestone(Milestone.waitingFor(input))));
    }

    /**
     * The notification in the thread of a build that reports the end of its rerun.
     *
     * @param reportedAnyhow whether the destination gets news of the rerun besides
     */
    public Optional<PlannedNotification> planRerun(BuildNews news, boolean reportedAnyhow) {
        BuildKey original = requireNonNull(news.event().findings().rerunOf(), "original");
        // The bad builds in a row have one thread, and those news go there.
        if (reportedAnyhow && firstOfStreak(news).isPresent()) {
            return Optional.empty();
        }
        String id = DeliveryIds.ofCompleted(news.event().key(), news.destination());
        return currentMessage(original, news.destination())
                .map(it -> news.withRelation(relation(Relation.Kind.THREAD, it)).headline())
                .map(headline -> new PlannedNotification(id + "-rerun", headline, false));
    }

    /** The deliveries, waiting or arrived, that say in a channel, for everybody in it, what an event says. */
    public List<Delivery> shownInChannels(BuildEvent event) {
        return log.shownInChannels(event);
    }

    /** Whether anybody is, or was, notified of how a build stands. */
    public boolean isReported(BuildKey build) {
        return log.newsOf(build).findAny().isPresent();
    }

    /**
     * The notifications that say in the messages of a build who looks after it.
     *
     * @param claimedBy the name; null where nobody does any more
     * @param request names what has changed that, so that it is said once
     */
    public List<PlannedNotification> planClaim(BuildKey build, @CheckForNull String claimedBy, String request) {
        return destinationsOf(build).stream()
                .distinct()
                .flatMap(destination -> claim(build, destination, claimedBy, request).stream())
                .toList();
    }

    private Optional<PlannedNotification> claim(
            BuildKey build, Destination destination, @CheckForNull String claimedBy, String request) {
        Optional<BuildNews> latest = log.newsOf(build)
                .filter(news -> news.destination().isSameAs(destination)
                        && !news.isHeadline()
                        && !news.isResolving()
                        && !news.event().running())
                .reduce((earlier, later) -> later);
        return latest.flatMap(news -> currentMessage(build, destination)
                .map(current -> new PlannedNotification(
                        DeliveryIds.ofClaim(build, destination, request),
                        news.withEvent(claimed(news.event(), claimedBy))
                                .withRelation(relation(Relation.Kind.UPDATE, current)),
                        false)));
    }

    private static BuildEvent claimed(BuildEvent event, @CheckForNull String claimedBy) {
        return event.toBuilder()
                .findings(event.findings().toBuilder().claimedBy(claimedBy).build())
                .build();
    }

    /**
     * The notifications that say anew in the messages of a question what is known of it.
     *
     * @param event the milestone, with the question as it is now
     * @param request names what has changed it, so that it is said once
     */
    public List<PlannedNotification> planQuestion(BuildEvent event, String request) {
        Milestone milestone = requireNonNull(event.milestone(), "milestone");
        return asking(event)
                .flatMap(news -> log.find(questionId(news)).stream()
                        .map(question -> new PlannedNotification(
                                question.entry().id() + "-changed-" + request,
                                news.withEvent(news.event().withMilestone(milestone))
                                        .withRelation(relation(Relation.Kind.UPDATE, question)),
                                false)))
                .toList();
    }

    /**
     * The notifications that remind of a question in the threads of its messages. Empty where it was answered.
     *
     * @param event the milestone, with the question
     * @param number counts the reminders, so that none is sent twice
     * @param mention mrkdwn that stands before it
     */
    public List<PlannedNotification> planReminder(BuildEvent event, int number, String mention) {
        Milestone milestone = requireNonNull(event.milestone(), "milestone");
        return asking(event)
                .flatMap(news -> log.find(questionId(news)).stream()
                        .map(question -> new PlannedNotification(
                                question.entry().id() + "-reminder-" + number,
                                news.withEvent(news.event().withMilestone(milestone))
                                        .withRelation(relation(Relation.Kind.BROADCAST, question))
                                        .headline()
                                        .withMention(mention),
                                false)))
                .toList();
    }

    /**
     * The news that ask a question, of which no answer is shown yet.
     *
     * @param event the milestone, with the question as it is now
     */
    public List<BuildNews> openQuestions(BuildEvent event) {
        return asking(event).toList();
    }

    private Stream<BuildNews> asking(BuildEvent event) {
        Milestone milestone = requireNonNull(event.milestone(), "milestone");
        return log.posted(event.key())
                .filter(news -> isAbout(news, milestone))
                .filter(news -> log.isAlive(questionId(news)) && !log.isAlive(questionId(news) + "-over"));
    }

    private static boolean isAbout(BuildNews news, Milestone milestone) {
        Milestone told = news.event().milestone();
        InputQuestion question = milestone.question();
        return told != null
                && told.question() != null
                && question != null
                && told.question().id().equals(question.id());
    }

    /**
     * The notifications that say in the messages of a running build how far it is. A message that asks a question is left alone.
     *
     * @param event with the progress
     * @param number another one for each change
     * @param hasRoom whether a lane has room for what nobody would miss
     */
    public List<PlannedNotification> planProgress(BuildEvent event, long number, Predicate<String> hasRoom) {
        return log.currentNews(event.key())
                .filter(news -> isChangedByProgress(news.event()))
                .flatMap(news -> currentMessage(event.key(), news.destination())
                        .filter(current -> current.state().hasArrived()
                                && hasRoom.test(current.entry().lane()))
                        .map(current -> new PlannedNotification(
                                DeliveryIds.ofProgress(current.entry().id(), number),
                                news.withEvent(progressed(news.event(), event))
                                        .withRelation(relation(Relation.Kind.UPDATE, current)),
                                true))
                        .stream())
                .toList();
    }

    private static boolean isChangedByProgress(BuildEvent event) {
        Milestone milestone = event.milestone();
        return event.running() && milestone != null && milestone.question() == null;
    }

    private static BuildEvent progressed(BuildEvent told, BuildEvent now) {
        return told.toBuilder()
                .duration(now.duration())
                .findings(told.findings().toBuilder()
                        .usualDuration(now.findings().usualDuration())
                        .progress(now.findings().progress())
                        .build())
                .build();
    }

    /** The destinations that have a message of a build. */
    private List<Destination> destinationsOf(BuildKey build) {
        return log.currentNews(build).map(Notification::destination).toList();
    }

    /** The messages of a build, one for each destination. */
    public List<BuildNews> currentNews(BuildKey build) {
        return log.currentNews(build).toList();
    }

    /** The messages of a build that destinations got while it ran, and so need to get its end. */
    public List<BuildNews> newsWhileRunning(BuildKey build) {
        return log.currentNews(build).filter(news -> news.event().running()).toList();
    }

    /** The message of a build in that destination, to be changed instead of followed by another one. */
    public Optional<Delivery> currentMessage(BuildKey build, Destination destination) {
        return log.currentMessage(build, destination);
    }

    /** Slack notifies nobody of a change, so an answer repeats what is for the whole channel. */
    private List<PlannedNotification> change(String id, BuildNews news, Delivery current) {
        PlannedNotification change =
                new PlannedNotification(id, news.withRelation(relation(Relation.Kind.UPDATE, current)), true);
        boolean loud =
                switch (news.event().trend()) {
                    case STILL_FAILING ->
                        news.mention() != null
                                && log.earlier(current)
                                        .isLessBadThan(news.event().outcome());
                    case FIXED -> log.earlier(current).milestone() && !isFlaky(news);
                    default -> log.earlier(current).isLessBadThan(news.event().outcome());
                };
        if (!loud) {
            return List.of(change);
        }
        BuildNews headline = news.withRelation(relation(Relation.Kind.BROADCAST, news, current))
                .headline();
        return List.of(change, new PlannedNotification(id + "-worse", headline, false));
    }

    private BuildNews answer(BuildNews news, EarlierNews first) {
        return news.withRelation(answering(answerKind(news, first), news, first.id()));
    }

    /** Whether a build is good again though nothing was changed, so that nothing is fixed either. */
    private static boolean isFlaky(BuildNews news) {
        return !news.event().findings().flakyTests().isEmpty();
    }

    /**
     * A build that is good again, or worse than the first, is for the whole channel; one that is still bad, or good by chance, is not.
     */
    private static Relation.Kind answerKind(BuildNews news, EarlierNews first) {
        boolean loud =
                switch (news.event().trend()) {
                    case FIXED -> !isFlaky(news);
                    case STILL_FAILING -> first.milestone();
                    default -> first.isLessBadThan(news.event().outcome());
                };
        return loud ? Relation.Kind.BROADCAST : Relation.Kind.THREAD;
    }

    /** The message of the first of the bad builds that this one goes on with, or ends. */
    private Optional<EarlierNews> firstOfStreak(BuildNews news) {
        BuildKey build = news.event().key();
        return Optional.ofNullable(news.event().findings().failureStreak())
                .flatMap(streak -> streak.firstBuildKey(build.job()))
                .filter(first -> first.build() != build.build())
                .flatMap(first -> log.earlier(DeliveryIds.ofCompleted(first, news.destination())));
    }
}
