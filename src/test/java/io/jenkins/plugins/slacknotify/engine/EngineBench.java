package io.jenkins.plugins.slacknotify.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.history.JobHistory;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.planning.OutboxLimits;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.spi.BuildLocator;
import io.jenkins.plugins.slacknotify.engine.spi.ChannelSources;
import io.jenkins.plugins.slacknotify.engine.spi.CredentialFolders;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.Macros;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.ChannelLimits;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Router;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An engine on a bench: Slack is a fake, time and threads are moved by hand. The channel {@code #builds} gets all
 * news of bad builds, and is the default.
 */
final class EngineBench {
    static final String SECRET = "xoxb-1111-2222-bench";

    final ManualClock clock = new ManualClock();
    final FakeSlack slack = new FakeSlack();
    final FakePeople people = new FakePeople();
    final OutboxStore store;
    final FileSpool spool;
    final List<Delivery> heard = new ArrayList<>();
    final List<String> askedTokens = new ArrayList<>();
    /** The folder in which a process leaves the ids of channels, and what Slack reports of them; null for none. */
    @CheckForNull
    Path channelFolder;

    /** The memory of jobs that each process gets. */
    JobHistory jobs = JobHistory.inMemory();

    /** The builds that run, as Jenkins says. */
    Set<BuildKey> running = Set.of();

    BuildLocator builds = BuildLocator.NONE;
    Macros macros = Macros.NONE;
    ManualThreads threads;
    NotificationEngine engine;

    OutboxLimits limits = OutboxLimits.STANDARD;
    CredentialFolders credentialFolders = CredentialFolders.UNKNOWN;
    boolean enabled = true;
    Duration expiry = Duration.ofHours(24);
    String defaultChannel = "#builds";
    String credentialsId;
    Map<EventKind, Severity> severities = Map.of();
    List<Rule> subscriptions = List.of(
            hears("#builds", EventKind.REGRESSED, EventKind.STILL_FAILING, EventKind.FIXED, EventKind.UNSTABLE));
    ThreadDetails details = ThreadDetails.SHORT;
    ChannelLimits channelLimits = ChannelLimits.NONE;

    /** The subscriptions and mutes of people. */
    SubscriptionPolicy ordered = SubscriptionPolicy.NONE;

    PeoplePolicy policy = PeoplePolicy.NOBODY;
    String botName;
    String botIcon;

    @CheckForNull
    String noToken;

    /** The token of each build, where {@link #noToken} is null. */
    TokenSource tokens = (destination, build) -> BotToken.of(SECRET);

    /** The places where channels are named. */
    ChannelSources channelSources = ChannelSources.NONE;

    EngineBench() {
        this(new InMemoryOutboxStore());
    }

    EngineBench(OutboxStore store) {
        this(store, Path.of("nowhere"));
    }

    /** @param files where the files are that wait to be uploaded */
    EngineBench(OutboxStore store, Path files) {
        this.store = store;
        this.spool = new FileSpool(files);
        newProcess();
    }

    static Rule hears(String channel, EventKind... kinds) {
        return Routers.notifying(new Destination(null, channel), Set.of(kinds));
    }

    /** Starts a new process, as after a crash: nothing is left but the store. Sends already. */
    EngineBench newProcess() {
        beginProcess();
        threads.run();
        return this;
    }

    /** Starts a new process, which has read and sent nothing yet. */
    void beginProcess() {
        threads = new ManualThreads(clock);
        engine = NotificationEngine.builder()
                .settings(this::settings)
                .tokens(this::token)
                .gateway(slack)
                .store(store)
                .spool(spool)
                .listener(heard::add)
                .accounts(people)
                .directory(people)
                .channelIds(channelFolder == null ? ChannelIds.inMemory() : ChannelIds.in(channelFolder))
                .reportedChanges(channelFolder == null ? ReportedChanges.inMemory() : ReportedChanges.in(channelFolder))
                .macros((macro, build) -> macros.expand(macro, build))
                .builds(build -> builds.locate(build))
                .runningBuilds(() -> running)
                .channelSources(source -> channelSources.current(source))
                .jobs(jobs)
                .threads(threads)
                .limits(limits)
                .credentialFolders((id, job) -> credentialFolders.find(id, job))
                .clock(clock)
                .build();
        engine.start();
    }

    /** Lets a build reach a milestone, and a minute pass. */
    void happens(Milestone milestone) {
        BuildEvent event = BuildEvents.aBuild().during(milestone).build();
        boolean mayNotify = engine.mayNotifyOf(milestone, event.ownerJob(), JobRules.NONE);
        List<DeliveryHandle> handles = engine.milestoneReached(event, JobRules.NONE);
        assertThat(mayNotify || handles.isEmpty())
                .as("whether somebody may be notified of it")
                .isTrue();
        run().advance(Duration.ofMinutes(1));
    }

    /** Lets a build end, and a minute pass. */
    void ends(BuildEvent end) {
        engine.buildCompleted(end);
        run().advance(Duration.ofMinutes(1));
    }

    EngineBench run() {
        threads.run();
        return this;
    }

    EngineBench advance(Duration time) {
        threads.advance(time);
        return this;
    }

    /** Announces, and expects one message of it. */
    DeliveryHandle announce(AnAnnouncement announcement) throws CannotAnnounceException {
        List<DeliveryHandle> handedOver = engine.announce(announcement.build());
        if (handedOver.size() != 1) {
            throw new AssertionError("Not one message: " + handedOver);
        }
        return handedOver.get(0);
    }

    Delivery find(DeliveryHandle handedOver) {
        return engine.deliveries().find(handedOver.deliveryId()).orElseThrow();
    }

    EngineSettings settings() {
        return EngineSettings.builder()
                .enabled(enabled)
                .defaultChannel(defaultChannel)
                .credentialsId(credentialsId)
                .botName(botName)
                .botIcon(botIcon)
                .expiry(expiry)
                .severities(SeverityPolicy.withOverrides(severities))
                .router(new Router(Routers.of(subscriptions).system(), channelLimits))
                .people(policy)
                .details(details)
                .subscriptions(ordered)
                .build();
    }

    private BotToken token(Destination destination, BuildKey build) throws TokenUnavailableException {
        askedTokens.add(tokenOf(destination) + " for " + build);
        if (noToken != null) {
            throw new TokenUnavailableException(noToken);
        }
        return tokens.find(destination, build);
    }

    private static String tokenOf(Destination destination) {
        return destination.workspace() == null ? destination.credentialsId() : "[" + destination.workspace() + "]";
    }
}
