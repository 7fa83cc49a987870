package io.jenkins.plugins.slacknotify.interaction.subscription;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.MessageShortcut;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Answer.Placement;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.DirectMessage;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.interaction.account.AccountLinking;
import io.jenkins.plugins.slacknotify.interaction.account.FakeAccountLinks;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.JenkinsPages;
import io.jenkins.plugins.slacknotify.interaction.account.LinkRequests;
import io.jenkins.plugins.slacknotify.interaction.answer.SlowAnswers;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.command.CommandEnvironment;
import io.jenkins.plugins.slacknotify.interaction.command.CommandInteraction;
import io.jenkins.plugins.slacknotify.interaction.command.ContextBuilds;
import io.jenkins.plugins.slacknotify.interaction.command.QuietJobs;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.interaction.text.AnswerButtons;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.RestingReason;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions and mutes as members type them. */
class SubscriptionCommandsTest {
    private static final String BOB = "U0BOB0000";
    private static final String THREAD = "1772366000.000200";

    @TempDir
    Path folder;

    private final FakeMemberAccounts accounts =
            new FakeMemberAccounts().link(Payloads.ANNA, "anna").link(BOB, "bob");
    private final FakeBuildControl builds = new FakeBuildControl();
    private final Set<String> quiet = new LinkedHashSet<>();
    private final FakeModals modals = new FakeModals();
    private ContextBuilds inThread = ContextBuilds.of(new BuildReference("shop/main", 7));
    private FakeSubscriptionControl control;
    private CommandInteraction commands;
    private int requests;

    @BeforeEach
    void furnish() {
        builds.withBranch("shop/main")
                .with("shop/main", "Shop » main")
                .with("shop/feature%2Fpay")
                .with("tools/nightly")
                .with("ops/nightly")
                .with("alone")
                .with("secret/payroll")
                .hide("anna", "secret/payroll");
        control = new FakeSubscriptionControl(folder);
        QuietJobs quietJobs = new QuietJobs() {
            @Override
            public List<String> of(String account) {
                return List.copyOf(quiet);
            }

            @Override
            public boolean add(String account, String job) {
                return quiet.add(job);
            }

            @Override
            public boolean remove(String account, String job) {
                return quiet.remove(job);
            }
        };
        commands = new CommandInteraction(
                accounts,
                new AccountLinking(new FakeAccountLinks(), new LinkRequests(new ManualClock()), new JenkinsPages() {
                    @Override
                    public Optional<String> linking(String code) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> signingIn() {
                        return Optional.empty();
                    }
                }),
                (channel, thread) -> thread.equals(THREAD) ? inThread : ContextBuilds.NONE,
                List.of(
                        new SubscribeCommand(builds, control, new SubscribeForms(control, modals)),
                        new UnsubscribeCommand(builds, control),
                        new ListCommand(builds, control, quietJobs),
                        new MuteCommand(builds, control, quietJobs),
                        new UnmuteCommand(builds, control, quietJobs)),
                () -> new CommandEnvironment("/ci", "1.2", Set.of()),
                new SlowAnswers((origin, answer) -> new SendResult.Refused("not tried"), (wait, task) -> {}),
                Presses.SEAL);
        modals.expire();
    }

    private Answer ask(InboundRequest request) {
        return ((ActResult.Done) act(commands, request)).answer().orElseThrow();
    }

    private Answer ask(String member, String text) {
        return ask(new SlashCommand(Requests.origin("r" + requests++, member), "/ci", text, "builds"));
    }

    private Answer ask(String text) {
        return ask(Payloads.ANNA, text);
    }

    private Answer askDirectly(String text) {
        RequestOrigin channel = Requests.origin("r" + requests++, Payloads.ANNA);
        return ask(new DirectMessage(
                new RequestOrigin(
                        channel.id(),
                        channel.installation(),
                        channel.requester(),
                        "D0ANNA00",
                        channel.ticket(),
                        channel.transport(),
                        channel.receivedAt()),
                text,
                new MessageReference("1772366400.000100", null)));
    }

    private Subscription only() {
        assertThat(control.subscriptions().all()).hasSize(1);
        return control.subscriptions().all().get(0);
    }

    @Test
    void shouldEndASubscriptionByTheNameByWhichItWasMade() {
        builds.with("platform/cart/trunk").primary("platform/cart", "platform/cart/trunk");
        ask("subscribe cart");
        assertThat(only().filter().jobs()).containsExactly("platform/cart/**");
        ask("subscribe cart/trunk");

        assertThat(ask("unsubscribe cart").text()).contains("may mean several subscriptions");
        ask("unsubscribe cart/trunk");
        ask("unsubscribe cart");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    /** The channel hears of a job while one of them may read it. */
    @Test
    void shouldKeepTheSubscriptionsOfTwoMembersUntilSomebodyEndsBoth() {
        ask("subscribe main");
        ask(BOB, "subscribe shop/main");
        assertThat(control.subscriptions().all()).hasSize(2);

        ask("unsubscribe main");

        assertThat(control.subscriptions().all()).isEmpty();
    }

    /** The id of a channel is what the request says, so it may be that of another workspace. */
    @Test
    void shouldMuteNoChannelThatTheBotOfTheWorkspaceDoesNotSee() {
        control.reach(false);
        assertThat(ask("mute main channel").text()).contains("I am not in this conversation", "nothing was muted");

        control.comeFrom("partner");
        assertThat(ask("mute main channel").text()).contains("I am not in this conversation", "nothing was muted");
        assertThat(control.mutes().all()).isEmpty();

        control.reach(true);
        assertThat(ask("mute main channel").text()).contains("has muted this channel");
    }

    @Test
    void shouldMuteNoChannelOfAnotherWorkspaceWhereSlackDoesNotSayWhetherTheBotSeesIt() {
        control.comeFrom("partner");

        assertThat(ask("mute main channel").text()).contains("Slack does not tell me", "nothing was muted");
        assertThat(control.mutes().all()).isEmpty();
        assertThat(ask("mute main 1h").text()).contains("You hear nothing in direct messages");
    }

    /** A mute follows its job to a name that others in the channel must not know. */
    @Test
    void shouldEndAMuteWithoutTheNameOfAJobThatMayNotBeRead() {
        ask("mute main channel");
        control.mutes().jobMoved("shop/main", "secret/payroll");
        String id = control.mutes().all().get(0).id();

        assertThat(ask("unmute " + id).text())
                .contains("has ended the mute of this channel for a job that is not there any more")
                .doesNotContain("payroll");
        assertThat(control.mutes().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alone", "al*", "tools", "tools/**", "tools/night*"})
    void shouldNotSubscribeAChannelToPrivateJobsAlone(String jobs) {
        builds.keepOutOfChannels("alone").keepOutOfChannels("tools/nightly");

        assertThat(ask("subscribe " + jobs).text()).contains("keep this job out of channels", "nothing was done");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldSubscribeAChannelToAPatternThatNamesOtherJobsAsWell() {
        builds.keepOutOfChannels("tools/nightly");

        assertThat(ask("subscribe */nightly").placement()).isEqualTo(Placement.IN_CHANNEL);
    }

    /** As of all that is done to a job which the rules keep out of channels. */
    @ParameterizedTest
    @ValueSource(strings = {"unmute alone", "unmute ID", "unmute ID."})
    void shouldNotNameAPrivateJobToTheChannelWhoseMuteEnds(String command) {
        builds.keepOutOfChannels("alone");
        assertThat(ask("mute alone channel 1h").placement()).isEqualTo(Placement.EPHEMERAL);

        Answer answer = ask(command.replace("ID", control.mutes().all().get(0).id()));
        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text()).contains("has ended the mute of this channel");
        assertThat(control.mutes().all()).isEmpty();
    }

    /** The answer names each pattern that ends, so one that is private by itself is enough. */
    @Test
    void shouldNotNameAPrivateJobBesideAPatternOfOthers() {
        builds.withBranch("payroll/secret").withBranch("payroll/open").keepOutOfChannels("payroll/secret");
        ask("mute payroll/secret channel 1h");
        ask("mute payroll/open channel 1h all");
        assertThat(control.mutes().all()).hasSize(2);

        assertThat(ask("unmute payroll/secret").placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(control.mutes().all()).isEmpty();

        ask("mute payroll/open channel 1h all");
        assertThat(ask("unmute payroll/open").placement()).isEqualTo(Placement.IN_CHANNEL);
    }

    /** Other jobs of a folder are no branches of one. */
    @Test
    void shouldMuteAllBranchesOfABranchAlone() {
        assertThat(ask("mute tools/nightly channel all").text()).contains("is not a branch", "nothing was muted");
        assertThat(ask("mute tools/nightly all").text()).contains("is not a branch", "nothing was muted");
        assertThat(control.mutes().all()).isEmpty();
        assertThat(quiet).isEmpty();

        builds.withBranch("tools/nightly");
        ask("mute tools/nightly all");
        assertThat(quiet).containsExactly("tools/**");
    }

    @Test
    void shouldSaySoWhereAChannelIsSubscribedAndTheRestIsNotKnown() {
        control.forgetThePast();
        Answer answer;
        try (LoggedRecords log = LoggedRecords.of(SubscriptionMaker.class)) {
            answer = ask("subscribe main");
        }

        assertThat(answer.text()).contains("has subscribed", "is not known", "`unsubscribe " + only().id() + "`");
    }

    @Test
    void shouldSubscribeTheChannelAndSayIt() {
        Answer answer = ask("subscribe main");

        assertThat(answer.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(answer.text())
                .contains(
                        "<@" + Payloads.ANNA + "> has subscribed this channel to `shop/main`",
                        "failure",
                        "fixed",
                        "12 messages in the last week",
                        "`unsubscribe " + only().id() + "`");
        assertThat(only().author().account()).isEqualTo("anna");
        assertThat(only().target().name()).isEqualTo("builds");
        assertThat(only().filter().jobs()).containsExactly("shop/main");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shop/main                                           | shop/main
            main                                                | shop/main
            Shop » main                                         | shop/main
            shop/**                                             | shop/**
            shop/*                                              | shop/*
            shop                                                | shop/**
            shop/                                               | shop/**
            /shop                                               | shop/**
            /shop/                                              | shop/**
            SHOP                                                | shop/**
            cart                                                | platform/cart/**
            Cart                                                | platform/cart/**
            platform/cart                                       | platform/cart/**
            cart/trunk                                          | platform/cart/trunk
            https://jenkins.example.com/job/platform/job/cart/  | platform/cart/**
            https://jenkins.example.com/job/shop/job/main/      | shop/main
            <https://jenkins.example.com/job/shop/job/main/7/>  | shop/main
            https://jenkins.example.com/job/shop/               | shop/**
            feature/pay                                         | shop/feature%2Fpay
            alone                                               | alone
            **alone**                                           | **alone**
            """)
    void shouldTakeAJobAsPeopleNameIt(String typed, String pattern) {
        builds.with("platform/cart/trunk").with("platform/cart/next").primary("platform/cart", "platform/cart/trunk");

        ask("subscribe \"" + typed + "\"");

        assertThat(only().filter().jobs()).containsExactly(pattern);
    }

    @Test
    void shouldTakeOptionsInAnyOrder() {
        ask(
                "subscribe shop/** started,failure branch:main,release/* fixed severity:error mention:@here,<@U0000001|bo>");

        assertThat(only().filter().events())
                .containsExactlyInAnyOrder(EventKind.STARTED, EventKind.FAILURE, EventKind.FIXED);
        assertThat(only().filter().branches()).containsExactly("main", "release/*");
        assertThat(only().filter().minimumSeverity()).isEqualTo(Severity.ERROR);
        assertThat(only().filter().mention()).containsExactly("@here", "U0000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscribe shop/** branch: main, release/* mention: @here",
                "subscribe shop/** branch:main, release/* mention:@here",
                "subscribe shop/** branches:main,release/* mention: <!here>",
                "subscribe shop/** branch:\"main\",release/* mention:“@here”",
                "subscribe shop/** branch:'main, release/*' mention:`@here`",
                "subscribe shop/** branch:\"main\",\"release/*\" mention:@here",
                "subscribe shop/** branch:“main”;“release/*” mention:@here",
                "subscribe shop/** branch:“main,release/*” mention:@Here",
                "subscribe shop/** branch:main，release/* mention:@here",
                "subscribe shop/** branch:main;release/*; mention:@here",
                "subscribe shop/** branch:main|release/* mention:@here",
                "subscribe shop/** branch:main; release/* mention:@here",
                "subscribe shop/** branch:main， release/* mention:@here"
            })
    void shouldTakeOptionsWithBlanks(String typed) {
        ask(typed);

        assertThat(only().filter().jobs()).containsExactly("shop/**");
        assertThat(only().filter().branches()).containsExactly("main", "release/*");
        assertThat(only().filter().mention()).singleElement().isIn("here", "@here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mute main 2h",
                "mute main for 2 hours",
                "mute main 1 hour 60 min",
                "mute main for 1h60m",
                "mute main for two hours,",
                "mute main ２ｈ",
                "mute main until=\"2 hours\""
            })
    void shouldReadATimeAsPeopleWriteIt(String typed) {
        ask(typed + (typed.contains("=") ? "" : " channel"));

        assertThat(control.mutes().all())
                .singleElement()
                .satisfies(mute -> assertThat(mute.until())
                        .isEqualTo(control.now().plusHours(2).toInstant()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subscribe                          | Write what to hear of
            subscribe shop/** severity:loud    | Unknown severity 'loud'
            subscribe shop/** event:boom       | Unknown event 'boom'
            subscribe shop -started            | Unknown event '-started'
            subscribe shop branch:-main        | For all but that, write `!main`
            subscribe shop branch:dev,-main    | For all but that, write `!main`
            subscribe to main                  | *main* is there, but what does `to` mean?
            subscribe shop/** mention:a>b      | is none of here
            subscribe shop/** branch:a[b]      | regular expression
            subscribe shop/** people=bob       | I do not know `people`
            subscribe secret/payroll           | There is no job *secret/payroll*, or none that you may see.
            subscribe secret/**                | There is no job `secret/**`, or none that you may see.
            subscribe secret                   | There is no job *secret*, or none that you may see.
            subscribe nothing                  | There is no job *nothing*, or none that you may see.
            subscribe nothing/**               | There is no job `nothing/**`, or none that you may see.
            subscribe main faliure             | Unknown event 'faliure'. Use one of: started,
            subscribe shop failed              | Unknown event 'failed'
            subscribe shop/** failed fixed     | Unknown event 'failed'
            subscribe nothing failed           | There is no job *nothing failed*, or none that you may see.
            subscribe secret/payroll failed    | There is no job *secret/payroll failed*, or none that you may see.
            """)
    void shouldSayWhatIsWrongToWhoAsksAlone(String typed, String words) {
        Answer answer = ask(typed);

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text()).contains(words);
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldKeepTheOptionsWhileAJobIsChosen() {
        Answer answer = ask("subscribe nightly started branch:main");

        assertThat(answer.blocks())
                .contains("subscribe \\\"tools/nightly\\\"", "events=\\\"started\\\"", "branch=\\\"main\\\"");
        ask("subscribe \"tools/nightly\" branch=\"main\" events=\"started\"");
        assertThat(only().filter().events()).containsExactly(EventKind.STARTED);
        assertThat(only().filter().branches()).containsExactly("main");
    }

    @Test
    void shouldSubscribeTheChannelOfTheThreadToItsBuild() {
        Answer answer = ask(new AppMention(
                Requests.origin("r1", Payloads.ANNA),
                "<@U0BOT> subscribe",
                new MessageReference("1772366400.000100", THREAD)));

        assertThat(answer.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(answer.text()).contains("invite me");
        assertThat(only().filter().jobs()).containsExactly("shop/main");
    }

    @Test
    void shouldSubscribeToEventsOfTheJobOfTheThread() {
        MessageReference inThread = new MessageReference("1772366400.000100", THREAD);
        ask(new AppMention(
                Requests.origin("r1", Payloads.ANNA), "<@U0BOT> subscribe failure, fixed branch:main", inThread));

        assertThat(only().filter().jobs()).containsExactly("shop/main");
        assertThat(only().filter().events()).containsExactlyInAnyOrder(EventKind.FAILURE, EventKind.FIXED);

        builds.with("tools/failure");
        ask(new AppMention(Requests.origin("r2", Payloads.ANNA), "<@U0BOT> subscribe failure", inThread));
        assertThat(only(1).filter().jobs()).containsExactly("tools/failure");
        assertThat(ask("subscribe started").text()).contains("There is no job *started*");
    }

    /** A branch that there is not, or a job that has none, is a subscription of which nothing ever comes. */
    @Test
    void shouldSayThatWhatIsSubscribedHasNoneOfTheBranches() {
        assertThat(ask("subscribe alone branch:none").text())
                .contains("0 messages in the last week, and 12 of any branch and severity.");
        assertThat(ask("subscribe alone branch:main").text()).contains("12 messages in the last week. ");
    }

    @Test
    void shouldSayWhomAMentionDoesNotReach() {
        assertThat(ask("subscribe alone mention:@ops-team").text())
                .contains("I find nobody by the mention: choose")
                .doesNotContain("ops-team");
        assertThat(ask("subscribe alone mention:@here,@ops-team").text())
                .contains("I find nobody by 1 of the mentions");
        assertThat(ask("subscribe alone mention:@here,anna@example.com,<@U0000001>")
                        .text())
                .doesNotContain("nobody");
    }

    private static Shortcut shortcut() {
        return new Shortcut(
                Requests.origin("r1", Payloads.ANNA),
                MessageShortcut.SUBSCRIBE.callbackId(),
                new MessageReference(THREAD, null),
                "B0BOT");
    }

    /** Also after a restart, when the request has lost what opens a form. */
    @Test
    void shouldSubscribeNothingFromTheMenuOfAMessageWithoutTheForm() {
        assertThat(ask(shortcut()).text()).contains("Nothing was subscribed", "`subscribe shop/main`");
        Shortcut restored = new Shortcut(
                shortcut().origin().withTicket(ReplyTicket.NONE),
                shortcut().callbackId(),
                new MessageReference(THREAD, null),
                "B0BOT");
        assertThat(ask(restored).text()).contains("Nothing was subscribed");

        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldSubscribeNothingWhereTheMemberClosesTheForm() {
        modals.open();
        modals.close();

        Answer answer = ask(shortcut());

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text()).contains("Nothing was subscribed", "you have closed it");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldOpenTheFormFromTheMenuOfAMessage() {
        modals.open();

        assertThat(ask(shortcut()).text()).isEqualTo("I have opened a window.");
        assertThat(modals.last()).contains("\"initial_value\":\"shop/main\"");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldAskToWhichJobOfADigestAChannelIsToBeSubscribed() {
        modals.open();
        inThread = new ContextBuilds(
                List.of(new BuildReference("shop/main", 7), new BuildReference("tools/nightly", 2)), true);

        assertThat(ask(shortcut()).blocks())
                .contains("subscribe \\\"shop/main\\\"\"", "subscribe \\\"tools/nightly\\\"\"");
        assertThat(modals.shown()).isEmpty();
        assertThat(ask(new AppMention(
                                Requests.origin("r2", Payloads.ANNA),
                                "<@U0BOT> mute 1h",
                                new MessageReference("1.1", THREAD)))
                        .blocks())
                .contains("mute \\\"tools/nightly\\\" until=\\\"1h\\\"");
        assertThat(control.subscriptions().all()).isEmpty();
        assertThat(control.mutes().all()).isEmpty();
    }

    @Test
    void shouldSubscribeThePersonInADirectMessage() {
        Answer answer = askDirectly("subscribe main");

        assertThat(answer.text()).startsWith("I tell you of `shop/main`");
        assertThat(only().target().isDirectMessage()).isTrue();
    }

    @Test
    void shouldDoOneRequestOnce() {
        SlashCommand request =
                new SlashCommand(Requests.origin("r1", Payloads.ANNA), "/ci", "subscribe main", "builds");
        assertThat(ask(request)).isEqualTo(ask(request));
        assertThat(control.subscriptions().all()).hasSize(1);
    }

    /** As in a direct message of several people, or in a private channel into which nobody has invited the bot. */
    @Test
    void shouldNotSubscribeWhereNoMessageWouldArrive() {
        control.reach(false);

        Answer answer = ask(new SlashCommand(
                Requests.origin("r1", Payloads.ANNA), "/ci", "subscribe main", "mpdm-anna--bob--carol-1"));

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text()).contains("nothing was subscribed", "invite", "direct message of several people");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldAskForNoInvitationWhereMessagesArrive() {
        control.reach(true);

        assertThat(ask(new SlashCommand(Requests.origin("r1", Payloads.ANNA), "/ci", "subscribe main", null))
                        .text())
                .doesNotContain("invite me");
        assertThat(control.subscriptions().all()).hasSize(1);
    }

    @Test
    void shouldSayWhatAdministratorsForbid() {
        control.refuse("No.");
        assertThat(ask("subscribe main")).isEqualTo(Answer.ephemeral("No."));
        control.removeBot();
        assertThat(ask("subscribe main").text()).contains("no bot that could write here");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldListWhatThereIsWithAButtonToEndIt() {
        ask("subscribe main");
        ask(BOB, "subscribe secret/payroll");
        ask("mute tools/nightly channel 2h");
        ask("mute main");
        control.subscriptions().rest(only(0).id(), RestingReason.MAY_NOT_READ);

        Answer list = ask("list");

        assertThat(list.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(list.text())
                .contains(
                        "`shop/main` (fixed, unstable, failure), subscribed by <@" + Payloads.ANNA
                                + ">. It rests: its author may not read the job any more.",
                        "a job that is not there any more, or that you may not see, subscribed by <@" + BOB + ">",
                        "has muted this channel for `tools/nightly` until <!date^1772373600^{date_short_pretty} at {time}|1 Mar 2026, 14:00 UTC>",
                        "You hear nothing in direct messages of `shop/main`.")
                .doesNotContain("payroll");
        assertThat(list.blocks())
                .contains("unsubscribe " + only(0).id(), "unmute \\\"shop/main\\\"")
                .doesNotContain("payroll");
        assertThat(control.checked()).contains(only(0).id());
        assertThat(ask(BOB, "list").text()).contains("`secret/payroll`");
    }

    private Subscription only(int index) {
        return control.subscriptions().all().get(index);
    }

    @Test
    void shouldLetAnybodyWhoReadsTheChannelEndASubscription() {
        ask(BOB, "subscribe secret/payroll");

        Answer answer = ask("unsubscribe " + only().id());

        assertThat(answer.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(answer.text()).contains("has ended the subscription").doesNotContain("payroll");
        assertThat(control.subscriptions().all()).isEmpty();
        assertThat(ask("unsubscribe x1").text()).contains("no subscription `x1` here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop/**", "SHOP/**", "ID", "ID."})
    void shouldEndASubscriptionByWhatItIsFor(String typed) {
        ask("subscribe shop/**");
        Answer answer = ask("unsubscribe " + typed.replace("ID", only().id()));

        assertThat(answer.text()).endsWith("of this channel to `shop/**`.");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    /** In the words by which it was subscribed. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            shop/main   ~ main
            shop/main   ~ Shop » main
            shop/main   ~ *<https://jenkins.example.com/job/shop/job/main/|Shop » main>*
            shop/main   ~ jenkins.example.com/job/shop/job/main
            shop/**     ~ https://jenkins.example.com/job/shop/
            shop/**     ~ /job/shop/
            """)
    void shouldEndASubscriptionByAnyNameOfAJob(String subscribed, String typed) {
        ask("subscribe " + subscribed);
        ask("unsubscribe " + typed);

        assertThat(control.subscriptions().all()).isEmpty();
    }

    /** A name for people may be the name of another job, of which there is no subscription here. */
    @ParameterizedTest
    @CsvSource({"x/release-job, Deploy", "payments/deploy, Deploy", "tools/nightly, nightly", "tools/nightly, tools"})
    void shouldEndTheSubscriptionThatIsHereOfAllThatAreCalledSo(String subscribed, String typed) {
        builds.with("x/release-job", "Deploy").with("payments/deploy");
        ask("subscribe " + subscribed);

        assertThat(ask("unsubscribe " + typed).text()).contains("has ended the subscription");
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldAskWhichSubscriptionIsMeantOfSeveralJobs() {
        builds.with("x/release-job", "Deploy").with("payments/deploy");
        ask("subscribe x/release-job");
        ask("subscribe payments/deploy");

        Answer answer = ask("unsubscribe Deploy");

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text())
                .contains("may mean several subscriptions", only(0).id(), only(1).id(), "Nothing was ended");
        assertThat(control.subscriptions().all()).hasSize(2);
    }

    /** All that are there when it is asked, after a look at them. */
    @ParameterizedTest
    @ValueSource(strings = {"all", "Everything", "*", "**"})
    void shouldEndAllSubscriptionsOfAChannelAfterAQuestion(String typed) {
        assertThat(ask("unsubscribe " + typed).text()).contains("There is no subscription");
        ask("subscribe shop/main");
        ask(BOB, "subscribe secret/payroll");

        Answer asked = ask("unsubscribe " + typed);
        ask(BOB, "subscribe tools/nightly");

        assertThat(asked.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(asked.text()).contains("all 2 subscriptions of this channel").doesNotContain("payroll");
        String first = only(0).id();
        String command = "unsubscribe " + first + " " + only(1).id();
        assertThat(asked.blocks()).contains(command, "End all");
        assertThat(control.subscriptions().all()).hasSize(3);
        assertThat(ask(command).text())
                .contains("has ended the subscriptions `" + first)
                .doesNotContain("payroll");
        assertThat(only().filter().jobs()).containsExactly("tools/nightly");
    }

    @Test
    void shouldEndTheSubscriptionToTheJobOfTheThread() {
        ask("subscribe shop/main");
        ask("subscribe tools/nightly");
        assertThat(ask("unsubscribe").text()).contains("Which one?");

        AppMention inThread = new AppMention(
                Requests.origin("in-thread", Payloads.ANNA),
                "<@U0BOT> unsubscribe",
                new MessageReference("1772366400.000100", THREAD));
        assertThat(ask(inThread).text()).contains("has ended the subscription", "to `shop/main`");
        assertThat(only().filter().jobs()).containsExactly("tools/nightly");
    }

    @Test
    void shouldEndNoneOfSeveralOfWhichOneIsUnknown() {
        ask("subscribe shop/main");

        assertThat(ask("unsubscribe " + only().id() + " x1").text()).contains("There is no subscription");
        assertThat(control.subscriptions().all()).hasSize(1);
    }

    /** The channel would not learn who has ended its own. */
    @Test
    void shouldNotEndSubscriptionsOfTheChannelAndOthersAtOnce() {
        ask(BOB, "subscribe shop/main");
        askDirectly("subscribe tools/nightly");

        Answer answer = ask("unsubscribe " + only(0).id() + " " + only(1).id());

        assertThat(answer.placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(answer.text()).contains("Nothing was ended");
        assertThat(control.subscriptions().all()).hasSize(2);
    }

    /** Nobody who reads of a job knows by which pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"main", "shop/main", "https://jenkins.example.com/job/shop/job/main/"})
    void shouldSayByWhichSubscriptionAChannelReadsOfAJob(String typed) {
        ask("subscribe shop/**");
        ask("subscribe tools/nightly");

        assertThat(ask("unsubscribe " + typed).text())
                .contains(
                        "alone. You read of it by `shop/**` (`" + only(0).id() + "`), which is for other jobs as well.")
                .doesNotContain(only(1).id());
        assertThat(control.subscriptions().all()).hasSize(2);
    }

    @Test
    void shouldSayByWhichSubscriptionsAChannelReadsOfAJob() {
        ask("subscribe shop/**");
        ask("subscribe **/main");

        assertThat(ask("unsubscribe main").text()).contains("`shop/**`", "`**/main`", ", which are for other jobs");
    }

    /** What the member may not read is not there. */
    @Test
    void shouldNotSayByWhichSubscriptionAChannelReadsOfAJobThatTheMemberMayNotRead() {
        ask(BOB, "subscribe secret/**");

        assertThat(ask("unsubscribe secret/payroll").text()).contains("`list` shows those");
        assertThat(ask("unsubscribe https://jenkins.example.com/job/secret/job/payroll/")
                        .text())
                .contains("`list` shows those");
    }

    @Test
    void shouldTakeEventsAtTheEndOfASentence() {
        ask("subscribe main Failure, fixed!");
        assertThat(only().filter().events()).containsExactlyInAnyOrder(EventKind.FAILURE, EventKind.FIXED);

        assertThat(ask("subscribe main until friday").text())
                .contains("Unknown event 'until friday'. Use one of: started", "`branch:`", "Nothing was subscribed");
        assertThat(ask("subscribe tool*").text()).contains("There is no job", "`**` for any text");
    }

    /** As the app of GitHub takes it. */
    @ParameterizedTest
    @ValueSource(strings = {"main failure", "shop/main, failure, fixed", "ID fixed", "main please"})
    void shouldSayWhatIsTooMuchBehindASubscription(String typed) {
        ask("subscribe shop/main");

        assertThat(ask("unsubscribe " + typed.replace("ID", only().id())).text())
                .contains(
                        "what does `" + typed.replaceFirst("\\S+ ", "") + "` mean? A subscription is ended as a whole",
                        "Nothing was ended");
        assertThat(control.subscriptions().all()).hasSize(1);
    }

    /** Otherwise all of the project would be subscribed, and ended. */
    @Test
    void shouldMeanTheBranchOfAnAddressThatIsWrittenByHand() {
        ask("subscribe shop/**");
        ask("subscribe https://jenkins.example.com/job/shop/main");
        assertThat(only(1).filter().jobs()).containsExactly("shop/main");

        ask("unsubscribe https://jenkins.example.com/job/shop/main/");
        assertThat(only().filter().jobs()).containsExactly("shop/**");
    }

    private String attempt(String text, ActChoice choice) {
        return commands.act(new SlashCommand(Requests.origin("again", Payloads.ANNA), "/ci", text, "builds"), choice)
                .toString();
    }

    /** Another attempt at a request that a crash has cut off comes when somebody may have subscribed anew. */
    @Test
    void shouldEndNoSubscriptionThatWasMadeSince() {
        ask("subscribe shop/**");
        ActChoice choice = FakeChoices.ofOneRequest();
        String first = attempt("unsubscribe shop", choice);
        ask(BOB, "subscribe shop/**");

        assertThat(attempt("unsubscribe shop", choice)).isEqualTo(first).contains("has ended the subscription");
        assertThat(only().author().member()).isEqualTo(BOB);
    }

    /** A name that was typed may mean another job by now. */
    @Test
    void shouldSubscribeAndMuteOnceMoreOnlyTheJobThatItHasChosen() {
        ActChoice choice = FakeChoices.ofOneRequest();
        String first = attempt("mute main", choice);
        ActChoice channel = FakeChoices.ofOneRequest();
        String other = attempt("mute main channel", channel);
        builds.with("main");

        assertThat(attempt("mute main", choice)).isEqualTo(first).contains("You get no direct messages");
        assertThat(quiet).containsExactly("shop/main");
        assertThat(attempt("mute main channel", channel)).isEqualTo(other);
        assertThat(control.mutes().all()).extracting(Mute::jobs).containsExactly(List.of("shop/main"));

        ActChoice subscribed = FakeChoices.ofOneRequest();
        subscribed.keep("shop/main");
        assertThat(attempt("subscribe main", subscribed)).contains("`shop/main`");
    }

    @Test
    void shouldEndNoMuteThatWasMadeSince() {
        ask("mute main channel");
        quiet.add("shop/main");
        ActChoice choice = FakeChoices.ofOneRequest();
        String first = attempt("unmute main", choice);
        assertThat(quiet).isEmpty();
        ask(BOB, "mute main channel");

        assertThat(attempt("unmute main", choice)).isEqualTo(first).contains("has ended the mute of this channel");
        assertThat(control.mutes().all()).hasSize(1);
    }

    @Test
    void shouldNotEndTheSubscriptionOfAnotherChannelUnlessOnesOwn() {
        ask("subscribe main");
        RequestOrigin here = Requests.origin("elsewhere", BOB);
        RequestOrigin elsewhere = new RequestOrigin(
                "elsewhere",
                new InstallationKey(null, here.installation().teamId(), null, false),
                here.requester(),
                "C0ELSE000",
                here.ticket(),
                here.transport(),
                here.receivedAt());
        String text = "unsubscribe " + only().id();
        assertThat(ask(new SlashCommand(elsewhere, "/ci", text, "else")).text()).contains("no subscription");
        assertThat(control.subscriptions().all()).hasSize(1);

        RequestOrigin own = Requests.origin("own", Payloads.ANNA);
        RequestOrigin away = new RequestOrigin(
                "own",
                own.installation(),
                own.requester(),
                "C0ELSE000",
                own.ticket(),
                own.transport(),
                own.receivedAt());
        assertThat(ask(new SlashCommand(away, "/ci", text, "else")).placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(control.subscriptions().all()).isEmpty();
    }

    @Test
    void shouldMuteAJobForWhoAsks() {
        assertThat(ask("mute").text()).contains("Nothing is subscribed or muted here");
        assertThat(ask("mute main").text()).contains("no direct messages about", "Shop » main");
        assertThat(quiet).containsExactly("shop/main");
        assertThat(ask("mute shop/main").text()).contains("before");
        assertThat(ask("mute secret/payroll").text()).contains("There is no job");
        quiet.add("old/*");
        assertThat(ask("mute").text()).contains("`shop/main`", "`old/*`");

        assertThat(ask("unmute main").text()).contains("again");
        assertThat(ask("unmute old/*").text()).contains("again");
        assertThat(quiet).isEmpty();
        assertThat(ask("unmute main").text()).contains("have not muted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mute main 30m                   | false | 2026-03-01T12:30:00Z |
            mute main for 2h                | false | 2026-03-01T14:00:00Z |
            mute main for 1 hour and 30 min | false | 2026-03-01T13:30:00Z |
            mute main until monday          | false | 2026-03-02T08:00:00Z |
            mute main channel until Mon     | true  | 2026-03-02T08:00:00Z |
            mute main until monday channel  | true  | 2026-03-02T08:00:00Z |
            mute main until sunday          | false | 2026-03-08T08:00:00Z |
            mute main until tomorrow        | false | 2026-03-02T08:00:00Z |
            mute main until 2026-03-09      | false | 2026-03-09T00:00:00Z |
            mute main until 17:30           | false | 2026-03-01T17:30:00Z |
            mute main channel until 5 pm.   | true  | 2026-03-01T17:00:00Z |
            mute main until tomorrow 9am    | false | 2026-03-02T09:00:00Z |
            mute main until 9 am tomorrow   | false | 2026-03-02T09:00:00Z |
            mute main until 5.30 p.m.       | false | 2026-03-01T17:30:00Z |
            mute main tomorrow at 9:00      | false | 2026-03-02T09:00:00Z |
            mute main until Mon 9 am channel | true | 2026-03-02T09:00:00Z |
            mute main until 2026-03-09 17:30 | false | 2026-03-09T17:30:00Z |
            mute main 2 h !                 | false | 2026-03-01T14:00:00Z |
            mute main 3d                    | false | 2026-03-04T12:00:00Z |
            mute main channel               | true  |                      | shop/main
            mute main until fixed           | false |                      | shop/main
            mute main fixed channel         | true  |                      | shop/main
            """)
    void shouldMuteForATime(String typed, boolean forChannel, Instant until, String untilFixed) {
        Answer answer = ask(typed);

        assertThat(answer.placement()).isEqualTo(forChannel ? Placement.IN_CHANNEL : Placement.EPHEMERAL);
        assertThat(control.mutes().all()).singleElement().satisfies(mute -> {
            assertThat(mute.isPersonal()).isEqualTo(!forChannel);
            assertThat(mute.until()).isEqualTo(until);
            assertThat(mute.untilFixed()).isEqualTo(untilFixed);
            assertThat(mute.jobs()).containsExactly("shop/main");
        });
        assertThat(quiet).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mute main until yesterday   | I do not understand `yesterday`
            mute main until next week   | I do not understand `next week`
            mute main until 17:30 CET   | I do not understand `17:30 CET`
            mute main until 9 March     | I do not understand `9 March`
            mute main until March 9     | I do not understand `March 9`
            mute main until build 12    | I do not understand `build 12`
            mute main until it is fixed | I do not understand `it is fixed`
            mute main for 1h 30         | I do not understand `1h 30`
            mute main for half an hour  | I do not understand `half an hour`
            mute main until 2020-01-01  | I do not understand `2020-01-01`
            mute main until later       | I do not understand `later`
            mute main 0m                | a minute at least
            mute main 9999d             | 90 days at most
            """)
    void shouldSayWhichTimeIsNone(String typed, String words) {
        assertThat(ask(typed).text()).contains(words);
        assertThat(control.mutes().all()).isEmpty();
        assertThat(quiet).isEmpty();
    }

    @Test
    void shouldProposeADateThatItTakes() {
        Matcher proposed = Pattern.compile("`(\\d{4}-\\d\\d-\\d\\d)`")
                .matcher(ask("mute main until later").text());
        assertThat(proposed.find()).isTrue();

        ask("mute main until " + proposed.group(1));

        assertThat(control.mutes().all()).hasSize(1);
    }

    @Test
    void shouldMuteTheBranchOfTheThreadOrAllBranches() {
        ask(new AppMention(
                Requests.origin("r1", Payloads.ANNA), "<@U0BOT> mute 1h", new MessageReference("1.1", THREAD)));
        ask(new AppMention(
                Requests.origin("r2", Payloads.ANNA),
                "<@U0BOT> mute all channel until fixed",
                new MessageReference("1.2", THREAD)));

        assertThat(control.mutes().all())
                .extracting(Mute::jobs)
                .containsExactly(List.of("shop/main"), List.of("shop/**"));
    }

    @Test
    void shouldEndAMute() {
        ask("mute main channel");
        String id = control.mutes().all().get(0).id();
        Answer answer = ask(BOB, "unmute " + id);
        assertThat(answer.placement()).isEqualTo(Placement.IN_CHANNEL);
        assertThat(answer.text()).contains("<@" + BOB + "> has ended the mute of this channel for `shop/main`");

        ask("mute main 1h");
        assertThat(ask(BOB, "unmute main").text()).contains("have not muted");
        assertThat(ask("unmute main").placement()).isEqualTo(Placement.EPHEMERAL);
        assertThat(control.mutes().all()).isEmpty();
    }

    /** After a crash the request is done by another process. */
    @Test
    void shouldCountTheTimeOfAMuteFromTheRequest() {
        control.passTo(Requests.NOW.plus(Duration.ofMinutes(40)));
        ask("mute main 1h");
        ask("mute alone channel until monday");

        assertThat(control.mutes().all())
                .extracting(Mute::until, Mute::since)
                .containsExactly(
                        tuple(Requests.NOW.plus(Duration.ofHours(1)), Requests.NOW),
                        tuple(Instant.parse("2026-03-02T08:00:00Z"), Requests.NOW));
    }

    @Test
    void shouldMuteUntilTheMorningOfWhoAsks() {
        control.live(ZoneId.of("Asia/Tokyo"));
        ask("mute main until monday");

        assertThat(control.mutes().all())
                .extracting(Mute::until)
                .as("eight o'clock there")
                .containsExactly(Instant.parse("2026-03-01T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mute main 1h", "mute main channel until tomorrow"})
    void shouldSayThatTheTimeOfAMuteIsOverByTheTimeThatItIsDone(String typed) {
        control.passTo(Requests.NOW.plus(Duration.ofDays(3)));

        assertThat(ask(typed).text()).contains("is over by now. Mute it again");
        assertThat(control.mutes().all()).isEmpty();
    }

    @Test
    void shouldListNoMuteThatIsOver() {
        ask("mute main 1h");
        control.passTo(Requests.NOW.plus(Duration.ofHours(1)));
        assertThat(ask("list").text()).contains("Nothing is subscribed");
    }

    /** The list shows what is muted; a job that is deleted can be typed as it is written there. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            mute alone channel           ~ unmute alone
            mute alone 3d                ~ unmute ALONE
            mute alone                   ~ unmute Alone
            mute shop/feature/pay        ~ unmute shop/feature/pay
            mute shop/feature/pay 3d     ~ unmute shop/feature%2Fpay
            mute main all channel        ~ unmute shop/**
            mute alone channel           ~ unmute <https://jenkins.example.com/job/alone/|alone>
            mute alone channel           ~ unmute jenkins.example.com/job/alone
            """)
    void shouldEndAMuteOfAJobThatIsGone(String muted, String typed) {
        ask(muted);
        assertThat(quiet.size() + control.mutes().all().size()).isEqualTo(1);
        builds.hide("anna", "alone").hide("anna", "shop/feature%2Fpay");

        assertThat(ask(typed).text()).contains(muted.endsWith("channel") ? "has ended the mute" : "again");

        assertThat(quiet).isEmpty();
        assertThat(control.mutes().all()).isEmpty();
    }

    /** What follows the job is a time, or who is spared: without it, more would be muted, and for longer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mute alone 90",
                "mute alone 30 channel",
                "mute alone 1 30m",
                "mute alone #7",
                "mute alone ９０",
                "mute alone for=",
                "mute alone duration=2h",
                "mute alone channel=ops",
                "mute alone to=#ops",
                "mute alone all=no",
                "mute alone until 17h",
                "mute alone till 8 h channel",
                "mute alone until=2h until=3h",
                "mute alone until=2h for=3h",
                "mute alone 1.5h",
                "mute alone for 2.5 hours",
                "mute alone 9 am",
                "mute alone at 9am",
                "mute alone from 17:30",
                "mute alone 2026-04-24",
                "mute alone until today",
                "mute alone for tomorrow 9am",
                "mute alone in #ops",
                "mute alone for good",
                "mute alone for tomorrow",
                "mute alone for monday channel",
                "mute alone for=good",
                "mute alone for=monday",
                "mute alone 1M",
                "mute alone in 2h",
                "mute this channel",
                "mute this channel 2h",
                "mute alone 30m 1h",
                "mute alone 2h 2h",
                "mute alone 1h2h",
                "subscribe shop/** branch:main。",
                "subscribe shop/** branch:release/*؟",
                "subscribe shop/** mention:@here۔",
                "subscribe shop/** mention:@here.",
                "subscribe this channel",
                "mute alone next monday",
                "mute alone on monday",
                "mute alone half an hour",
                "mute alone until=2h.",
                "subscribe shop/** branch:main.",
                "subscribe shop/** branch=main.",
                "subscribe *alone*",
                "subscribe *shop* failure",
                "subscribe alone 12",
                "subscribe alone #12 failure",
                "subscribe alone branch=main branch=develop",
                "subscribe alone in <#C012AB|ops>",
                "subscribe alone failure please"
            })
    void shouldNeitherMuteNorSubscribeWithoutAllThatWasTyped(String typed) {
        assertThat(ask(typed).placement()).isEqualTo(Answer.Placement.EPHEMERAL);
        assertThat(quiet).isEmpty();
        assertThat(control.mutes().all()).isEmpty();
        assertThat(control.subscriptions().all()).isEmpty();
    }

    /** It is no part of the name of a job, so it is not said that there is none. */
    @ParameterizedTest
    @CsvSource({
        "mute alone for tomorrow, tomorrow",
        "mute alone for tomorrow., tomorrow",
        "mute alone channel for monday, monday",
        "mute alone for monday channel, monday",
        "mute alone for 2026-04-24, 2026-04-24",
        "mute alone for good, good",
        "mute alone For the tomorrow, tomorrow"
    })
    void shouldSayWhatMayFollowFor(String typed, String end) {
        assertThat(ask(typed).text()).contains("Nothing was muted", "`for " + end + "`", "`until " + end + "`");
    }

    /** To some it is a time of the day, and to others a span. */
    @Test
    void shouldAskWhatAnHourBehindUntilMeans() {
        assertThat(ask("mute alone until 17h").text()).contains("Nothing was muted", "`for 17h`", "`until 17:00`");

        ask("mute alone until 2 hours");
        assertThat(control.mutes().all()).hasSize(1);
    }

    @Test
    void shouldSayWhatMayFollowForInAThread() {
        assertThat(ask(new AppMention(
                                Requests.origin("r1", Payloads.ANNA),
                                "<@U0BOT> mute for tomorrow",
                                new MessageReference("1.1", THREAD)))
                        .text())
                .contains("Nothing was muted", "`until tomorrow`");
        assertThat(quiet).isEmpty();
    }

    /** Whom to spare may be said so. */
    @ParameterizedTest
    @ValueSource(strings = {"mute alone for us until monday", "mute alone for channel 2h", "mute alone for me 2h"})
    void shouldReadForBeforeWhomToSpare(String typed) {
        ask(typed);

        assertThat(control.mutes().all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mute alone for=2h",
                "mute alone until=2h",
                "mute alone UNTIL=2h all=true to=me",
                "mute alone 2h.",
                "mute alone 2h。",
                "mute alone 2h؟",
                "mute alone until=Monday",
                "mute alone until=Fixed to=Me"
            })
    void shouldMuteForATimeThatIsWrittenAsAValue(String typed) {
        builds.withBranch("alone");

        ask(typed);

        assertThat(quiet).isEmpty();
        assertThat(control.mutes().all()).hasSize(1);
    }

    @Test
    void shouldListWhatIsAskedFor() {
        ask("subscribe main");
        ask("mute tools/nightly 2h");

        assertThat(ask("list shop").text()).contains("shop/main").doesNotContain("nightly");
        assertThat(ask("list All")).isEqualTo(ask("list"));
        assertThat(ask("list builds").text()).contains("Nothing with `builds`", "`jobs` lists jobs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            mute Nightly all              ~ Nightly all
            mute release channel 2h       ~ Release channel
            mute Release channel channel  ~ Release channel
            mute Back on Monday monday    ~ Back on Monday
            mute Build until fixed 1h     ~ Build until fixed
            mute Release 2026             ~ Release 2026
            """)
    void shouldMuteAJobWhoseNameEndsLikeAnOption(String typed, String job) {
        builds.with("Nightly all")
                .with("Release channel")
                .with("Back on Monday")
                .with("Build until fixed")
                .with("Release 2026");

        ask(typed);

        assertThat(quiet.isEmpty() ? control.mutes().all().get(0).jobs() : List.copyOf(quiet))
                .containsExactly(job);
    }

    /** That would look at all jobs of Jenkins. */
    @ParameterizedTest
    @ValueSource(strings = {"mute alone channel 1h", "subscribe alone failure", "unmute alone", "unsubscribe x12"})
    void shouldListNoJobsWhereTheFullNameIsThere(String typed) {
        int before = builds.walks();

        ask(typed);

        assertThat(builds.walks() - before).isZero();
    }

    /** Where no build is meant, the first word is the job; in the thread of one, either may be. */
    @Test
    void shouldMuteAJobThatIsCalledLikeAnOption() {
        builds.with("green").with("tools/all").with("us");

        ask("mute green");
        ask("mute all");
        ask("mute us 2h");
        assertThat(quiet).containsExactly("green", "tools/all");
        assertThat(control.mutes().all()).extracting(Mute::jobs).containsExactly(List.of("us"));

        Answer answer = ask(new AppMention(
                Requests.origin("r1", Payloads.ANNA), "<@U0BOT> mute green", new MessageReference("1.1", THREAD)));
        assertThat(answer.text()).contains("`green` is a job", "Nothing was muted");
        assertThat(control.mutes().all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            subscribe Nightly failure             ~ Nightly failure
            subscribe nightly failure fixed       ~ Nightly failure
            subscribe Is it fixed branch:main     ~ Is it fixed
            subscribe Team success/**             ~ Team success/**
            subscribe Team success                ~ Team success/**
            """)
    void shouldSubscribeToAJobWhoseNameEndsLikeAnEvent(String typed, String job) {
        builds.with("Nightly failure").with("Is it fixed").with("Team success/deploy");

        ask(typed);

        assertThat(only().filter().jobs()).containsExactly(job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"say \"hi\"", "Bob's", "tools/**", "say \"hi\" to Bob's", "“a” \"b\" 'c' 「d」"})
    void shouldListAButtonThatEndsAMuteOfAnyName(String job) {
        quiet.add(job);
        String value = AnswerButtons.firstValue(ask("list"));

        assertThat(ask(value).text()).contains("again");
        assertThat(quiet).isEmpty();
    }

    /** It ends more than the job that is typed, so it says what. */
    @Test
    void shouldSayWhatHasEndedWithTheMuteOfAJob() {
        ask("mute main all channel");
        assertThat(ask("unmute main").text()).endsWith("has ended the mute of this channel for `shop/**`.");

        ask("mute main all 1h");
        quiet.add("shop/main");
        assertThat(ask("unmute main").text()).contains("You get direct messages about `shop/main`, `shop/**` again");
    }

    @Test
    void shouldNameNothingInTheChannelThatSomebodyHasMutedForThemselves() {
        ask("mute main 1h");
        quiet.add("shop/main");
        ask("mute main all channel");

        assertThat(ask("unmute main").text()).endsWith("has ended the mute of this channel for `shop/**`.");
    }

    @Test
    void shouldListAllThatThereIsThoughNotAllHaveAButton() {
        for (int number = 0; number < 30; number++) {
            ask("subscribe shop/** branch:b" + number);
        }

        Answer list = ask("list");

        assertThat(control.subscriptions().all())
                .hasSize(30)
                .allSatisfy(one -> assertThat(list.blocks()).contains("`" + one.id() + "`"));
    }
}
