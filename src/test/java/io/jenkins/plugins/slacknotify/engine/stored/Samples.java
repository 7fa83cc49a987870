package io.jenkins.plugins.slacknotify.engine.stored;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;

import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Envelope;
import io.jenkins.plugins.slacknotify.engine.notification.FileShow;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.Reaction;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.notification.SharedFile;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageOrigin;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.PeopleReceipt;
import io.jenkins.plugins.slacknotify.engine.receipt.Receipt;
import io.jenkins.plugins.slacknotify.engine.receipt.UploadReceipt;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputApproval;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.BuildPages;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.event.build.RerunOptions;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.people.ExclusionReason;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.RuleOrigin;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.TemplateSource;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One notification and one receipt of each kind, in which together every stored field has a value. */
final class Samples {
    /** The sample that no version without kinds has written. */
    static final String STAGES = "build-news-stages";

    /** The sample with what is stored since messages have buttons. */
    static final String BUTTONS = "build-news-buttons";

    /** The sample with the rule that has sent a message. */
    static final String RULE = "build-news-rule";

    /** The sample with what is stored since a misspelt channel gets what waits once it is corrected. */
    static final String CHANNEL_SOURCE = "build-news-channel-source";

    /** The sample with what is stored since people subscribe. */
    static final String SUBSCRIPTION = "build-news-subscription";

    /** The sample with what is stored since answers say only what is new. */
    static final String AGAIN = "build-news-again";

    private static final MessageOptions OPTIONS = new MessageOptions(
            "Ops",
            ":siren:",
            ThreadDetails.FULL,
            "<!here>",
            "{job} is down",
            new TemplateSource("down", "team"),
            null,
            null,
            false,
            null,
            null);

    private static final SharedFile FILE = new SharedFile("report.pdf", "Report");

    private Samples() {}

    /** The notifications, by the names of their files. */
    static Map<String, Notification> notifications() {
        Map<String, Notification> samples = new TreeMap<>();
        samples.put(
                "build-news",
                new BuildNews(
                        channel(event()),
                        new Relation(Relation.Kind.UPDATE, "a-1"),
                        OPTIONS,
                        "<@U0123456789>",
                        BuildNews.Extent.WHOLE,
                        true,
                        true));
        samples.put(
                "build-news-headline",
                BuildNews.routed(channel(event()), OPTIONS)
                        .withRelation(new Relation(Relation.Kind.BROADCAST, "a-1"))
                        .headline());
        samples.put(
                "build-news-milestone",
                BuildNews.routed(channel(waiting()), MessageOptions.DEFAULT)
                        .withRelation(new Relation(Relation.Kind.RESOLVE, "a-1")));
        samples.put("build-news-personal", BuildNews.personal(person()));
        samples.put(
                "author-message",
                new AuthorMessage(
                        channel(event()),
                        new Relation(Relation.Kind.THREAD, "a-1"),
                        OPTIONS,
                        "Hello",
                        new MessageFormat(true, "[{\"type\":\"divider\"}]", "<!channel>"),
                        true));
        samples.put("thread-page", new ThreadPage(channel(event()), "a-1", OPTIONS.withMention(null), 2));
        samples.put(
                "people-lookup",
                new PeopleLookup(
                        Envelope.toPeople(event(), Severity.ERROR, "bot"), null, new PeopleLookup.News(), null));
        samples.put(
                "people-lookup-text",
                new PeopleLookup(
                        Envelope.toPeople(event(), Severity.ERROR, "bot"),
                        new Addressees(Set.of(Involvement.COMMITTER, Involvement.REQUESTER), List.of("ada")),
                        new PeopleLookup.Text("Hello", new MessageFormat(true, null, null)),
                        FILE));
        samples.put(
                "people-lookup-members",
                new PeopleLookup(
                        Envelope.toPeople(event(), Severity.ERROR, "bot"),
                        new Addressees(Set.of(), List.of(), List.of("U0123456789")),
                        new PeopleLookup.News(),
                        null));
        samples.put(
                "people-lookup-rules",
                new PeopleLookup(
                        Envelope.toPeople(event(), Severity.ERROR, null),
                        new Addressees(Set.of(Involvement.BREAKER), List.of("ada"), List.of("U0123456789")),
                        new PeopleLookup.News(),
                        null,
                        List.of(
                                new PeopleLookup.NamedBy(
                                        new RuleOrigin(RuleScope.SYSTEM, "", "Breakers"),
                                        new Addressees(Set.of(Involvement.BREAKER), List.of())),
                                new PeopleLookup.NamedBy(
                                        new RuleOrigin(RuleScope.FOLDER, "shop", "Ada"),
                                        new Addressees(Set.of(), List.of("ada"), List.of("U0123456789"))))));
        samples.put(
                STAGES,
                BuildNews.personal(Envelope.toChannel(
                        event().toBuilder().findings(stages()).build(),
                        Severity.ERROR,
                        new Destination("bot", "#builds"))));
        samples.put(
                BUTTONS,
                BuildNews.routed(
                        Envelope.toChannel(
                                BuildEvent.builder(event().key(), Outcome.SUCCESS)
                                        .findings(Findings.builder()
                                                .claimedBy("Ada")
                                                .reruns(new RerunOptions(true, "Deploy"))
                                                .progress(new LiveProgress(List.of(
                                                        new LiveProgress.Stage("Build", LiveProgress.State.RUNNING))))
                                                .build())
                                        .milestone(Milestone.waitingFor(answered()))
                                        .running(true)
                                        .build(),
                                Severity.NOTICE,
                                new Destination("bot", "#builds")),
                        MessageOptions.builder()
                                .buttons(MessageButtons.LINKS)
                                .language(MessageLanguage.DE)
                                .build()));
        samples.put(
                SUBSCRIPTION,
                BuildNews.routed(
                        Envelope.toChannel(event(), Severity.NOTICE, new Destination(null, "C0123456789")),
                        MessageOptions.DEFAULT.withSubscription("3f9k2mzz")));
        samples.put(
                AGAIN,
                BuildNews.routed(
                                channel(BuildEvent.builder(event().key(), Outcome.FAILURE)
                                        .trend(Trend.STILL_FAILING)
                                        .findings(tests())
                                        .build()),
                                MessageOptions.builder().repliesInThread(true).build())
                        .withRelation(new Relation(Relation.Kind.THREAD, "a-1", "a-2")));
        samples.put(
                CHANNEL_SOURCE,
                BuildNews.routed(
                        Envelope.toChannel(event(), Severity.NOTICE, new Destination(null, "C0123456789")),
                        MessageOptions.DEFAULT.withChannelSource(
                                ChannelSource.ofRule(RuleScope.FOLDER, "shop", "Main", 1, 2))));
        samples.put(
                RULE,
                BuildNews.routed(
                        channel(event()).sentBy(new RuleOrigin(RuleScope.FOLDER, "team", "Failures")),
                        MessageOptions.DEFAULT));
        samples.put("reaction", new Reaction(channel(event()), ":rocket:", "a-1"));
        samples.put("file-upload", new FileUpload(person(), FILE, "a-1"));
        samples.put("file-show", new FileShow(person(), FILE, "F0123456789", "a-1"));
        return samples;
    }

    /** The receipts, by the names of their files. */
    static Map<String, Receipt> receipts() {
        return new TreeMap<>(Map.of(
                "message-receipt",
                new MessageReceipt(
                        "C0123456789",
                        "1772366400.000100",
                        "https://acme.slack.com/archives/C/p1",
                        "1772366300.000000",
                        new MessageOrigin(
                                Destination.inWorkspace("acme", "#builds"),
                                "shop/main",
                                MessageOptions.builder()
                                        .details(ThreadDetails.NONE)
                                        .repliesInThread(true)
                                        .build())),
                "people-receipt",
                new PeopleReceipt(2, Map.of(ExclusionReason.NO_ACCOUNT, 1, ExclusionReason.DEACTIVATED, 3)),
                "upload-receipt",
                new UploadReceipt("F0123456789", "a-1-shown")));
    }

    private static Envelope channel(BuildEvent event) {
        return Envelope.toChannel(event, Severity.ERROR, Destination.inWorkspace("acme", "#builds"));
    }

    private static InputQuestion answered() {
        return new InputQuestion("17", "Deploy?", null)
                .withDetails(new InputDetails(
                        "Release",
                        "Ship it",
                        "Keep it",
                        "ada,ops",
                        List.of("version"),
                        true,
                        9,
                        new InputApproval(true, 2, List.of("qa"), List.of("Ada"))))
                .withAnswer(new InputQuestion.InputAnswer(
                        InputQuestion.Ending.ANSWERED,
                        "Ada",
                        Duration.ofMinutes(3),
                        List.of("version = 1.4"),
                        "It is Friday"));
    }

    private static Envelope person() {
        Recipient ada = new Recipient("U0123456789", "ada", "Ada", Set.of(Involvement.BREAKER, Involvement.CULPRIT));
        return new Envelope(
                event().withoutParticipants(), Severity.ERROR, new Destination("bot", "U0123456789"), ada, null);
    }

    private static BuildEvent waiting() {
        return event().withMilestone(Milestone.waitingFor(new InputQuestion("deploy", "Deploy?", null)
                .withAnswer(
                        new InputQuestion.InputAnswer(InputQuestion.Ending.ANSWERED, "Ada", Duration.ofMinutes(3)))));
    }

    private static BuildEvent event() {
        return aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING)
                .with(new Change("1f", "Ada", "Try it", "https://git.example.org/1f"))
                .by(new Participant(
                        new Person("ada", "Ada", "ada@example.org"),
                        Set.of(Involvement.COMMITTER, Involvement.BREAKER)))
                .finding(findings())
                .build();
    }

    /** More than one stage, and what else came with them. */
    private static Findings stages() {
        return Findings.builder()
                .failedStages(List.of(
                        new FailedStage("Test (OS = windows)", "script returned exit code 1", List.of("Error 1")),
                        new FailedStage(null, Outcome.UNSTABLE, "Too slow", List.of()),
                        new FailedStage("Deploy", Outcome.ABORTED, null, List.of())))
                .moreFailedStages(3)
                .interruption(new Interruption(Interruption.Kind.AGENT_LOST, "linux-1", "A power cut"))
                .failureStreak(new FailureStreak(
                        9,
                        Instant.parse("2026-03-01T07:50:00Z"),
                        Instant.parse("2026-03-01T08:00:00Z"),
                        4,
                        false,
                        "shop/till"))
                .description("Release 1.2")
                .viewpoint("OS = windows")
                .promotion(new Promotion("shop/checkout", "deploy"))
                .build();
    }

    private static Findings findings() {
        return new Findings(
                new TestResultSummary(20, 2, 1, 1, List.of("CartTest.adds"), List.of("CartTest.adds", "CartTest.pays")),
                List.of(new FailedStage("Test", "script returned exit code 1", List.of("+ make", "Error 1"))),
                0,
                Duration.ofMinutes(3),
                new Branch("PR-17", "shop", true, new Branch.PullRequest("17", "Faster", "https://git.example.org/17")),
                new FailureStreak(
                        9, Instant.parse("2026-03-01T07:50:00Z"), Instant.parse("2026-03-01T08:00:00Z"), 4, true),
                Set.of(CauseKind.SCM, CauseKind.USER),
                new BuildKey("shop", 8, Instant.parse("2026-03-01T07:40:00Z")),
                new BuildPages(
                        "https://ci.example.org/9/display/redirect",
                        "https://ci.example.org/9/tests",
                        "https://ci.example.org/9/display"),
                new DownstreamBuilds(
                        2,
                        List.of(
                                new DownstreamBuild("deploy #3", "https://ci.example.org/3", Outcome.UNSTABLE),
                                new DownstreamBuild("notify #7", null, null))),
                null,
                null,
                null,
                null,
                null,
                RerunOptions.NONE,
                null,
                List.of());
    }

    /** Tests of which more is known than their names. */
    private static Findings tests() {
        TestFailure adds = new TestFailure(
                "CartTest.adds",
                "expected: <1> but was: <2>",
                new TestFailure.Count(3, 20),
                new TestFailure.Count(1, 18),
                true);
        return Findings.builder()
                .tests(new TestResultSummary(20, 1, 0, 1, List.of("CartTest.adds"), List.of("CartTest.adds"))
                        .withDetails(List.of(adds)))
                .flakyTests(List.of("CartTest.pays"))
                .build();
    }
}
