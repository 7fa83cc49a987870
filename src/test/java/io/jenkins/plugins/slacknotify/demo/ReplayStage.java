package io.jenkins.plugins.slacknotify.demo;

import static io.jenkins.plugins.slacknotify.demo.DemoSlack.BUILDS;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.CHECKOUT;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.RELEASES;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.SHOP;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.FAILURE;
import static io.jenkins.plugins.slacknotify.event.build.Outcome.SUCCESS;

import io.jenkins.plugins.slacknotify.acceptance.harness.FileTree;
import io.jenkins.plugins.slacknotify.engine.FakePeople;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** No Jenkins: tells the engine what the jobs of {@link JenkinsStage} would, build by build. */
final class ReplayStage implements Stage {
    private final MadeUpJob shopTests = new MadeUpJob("shop-tests");
    private final MadeUpJob checkout = new MadeUpJob("checkout");
    private final MadeUpJob release = new MadeUpJob("release");
    private final DemoSlack slack;
    private final Path folder = temporaryFolder();
    private final NotificationEngine engine;

    ReplayStage(DemoSlack slack) {
        this.slack = slack;
        var token = BotToken.of(slack.token());
        FakePeople people = new FakePeople();
        engine = NotificationEngine.builder()
                .settings(this::settings)
                .tokens((destination, build) -> token)
                .gateway(new SlackApiGateway(HttpSettings.defaults()))
                .store(new JournalOutboxStore(folder.resolve("outbox"), Clock.systemUTC()))
                .spool(new FileSpool(folder.resolve("files")))
                .accounts(people)
                .directory(people)
                .channelIds(ChannelIds.in(folder))
                .threads(new PooledThreads())
                .clock(Clock.systemUTC())
                .build();
        engine.start();
    }

    @Override
    public String opening() {
        return """

            Neither a Jenkins nor the plugin's own build can be had here, so the builds are made up and the engine
            alone tells of them. For a Jenkins, set JENKINS_LAB to a folder with jenkins.war (or an exploded war/)
            and plugins/.

            Slack sandbox   %s
            """.formatted(slack.pageUrl());
    }

    @Override
    public String invite() {
        new Round(slack).play(this);
        return "Open the page: a round of builds has been told already.";
    }

    @Override
    public void build(String job) {
        try {
            switch (job) {
                case "shop-tests" -> buildShopTests();
                case "checkout" -> buildCheckout();
                case "release" -> buildRelease();
                default -> throw new IllegalArgumentException("no such job: " + job);
            }
        } catch (CannotAnnounceException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody listens here to what is done in Slack. */
    @Override
    public boolean isReachable() {
        return false;
    }

    @Override
    public RunningBuild start(String job) {
        throw new UnsupportedOperationException("made-up builds do not wait for anybody");
    }

    @Override
    public void close() {
        try {
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FileTree.delete(folder);
    }

    private void buildShopTests() throws CannotAnnounceException {
        var build = shopTests.build(shopTests.builds() % 4 == 1 || shopTests.builds() % 4 == 2 ? FAILURE : SUCCESS);
        engine.buildCompleted(build);
        if (build.kinds().contains(EventKind.REGRESSED) || build.kinds().contains(EventKind.FIXED)) {
            say(build, null, SHOP);
        }
    }

    private void buildCheckout() throws CannotAnnounceException {
        var stage = new FailedStage("Test", "The checkout does not add up.", List.of());
        var build = checkout.builds() % 2 == 0
                ? checkout.build(FAILURE, Findings.builder().failedStage(stage).build())
                : checkout.build(SUCCESS);
        if (build.outcome() == FAILURE) {
            say(build, "The checkout is broken. Who can help?", CHECKOUT);
        }
        engine.buildCompleted(build);
    }

    private void buildRelease() throws CannotAnnounceException {
        var build = release.build(SUCCESS);
        var name = "Release " + release.builds();
        var first = say(build, name + " begins", RELEASES);
        say(build, "Tests are through", new Relation(Relation.Kind.THREAD, first));
        say(build, name + " is out", new Relation(Relation.Kind.UPDATE, first));
        say(build, name + " is yours to announce", RELEASES);
    }

    private String say(BuildEvent build, String text, String channel) throws CannotAnnounceException {
        return announce(build, text, List.of(channel), List.of());
    }

    private void say(BuildEvent build, String text, Relation reply) throws CannotAnnounceException {
        announce(build, text, List.of(), List.of(reply));
    }

    private String announce(BuildEvent build, String text, List<String> channels, List<Relation> replies)
            throws CannotAnnounceException {
        var id = UUID.randomUUID().toString();
        return engine.announce(Announcement.of(id, build)
                        .text(text)
                        .channels(channels)
                        .relations(replies)
                        .addressees(Addressees.NOBODY)
                        .build())
                .get(0)
                .deliveryId();
    }

    private EngineSettings settings() {
        var events = EnumSet.of(EventKind.REGRESSED, EventKind.STILL_FAILING, EventKind.FIXED, EventKind.UNSTABLE);
        var subscription = Routers.notifying(new Destination(null, BUILDS), events);
        return EngineSettings.builder()
                .apiUrl(URI.create(slack.apiUrl()))
                .defaultChannel(BUILDS)
                .botName("Jenkins")
                .router(Routers.of(List.of(subscription)))
                .build();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("slack-notify-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
