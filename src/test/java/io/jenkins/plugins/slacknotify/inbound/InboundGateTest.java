package io.jenkins.plugins.slacknotify.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.OptionsRequest;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalRecorder;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundGateTest {
    private static final GateReply SILENT = GateReply.acknowledged();

    @AutoClose
    private final LoggedRecords refusalLog = LoggedRecords.of(RefusalRecorder.class);

    @AutoClose
    private final LoggedRecords gateLog = LoggedRecords.of(InboundGate.class);

    private final InboundBench bench = new InboundBench();

    private static GateReply words(String sentence) {
        return new GateReply.Acknowledged(Acknowledgement.answer(Answer.ephemeral(sentence)));
    }

    private static ViewSubmission submission(String id) {
        return new ViewSubmission(
                Requests.origin(id, Payloads.ANNA),
                new ViewReference("V1", "modal", "slack-notify.approve", null, ""),
                FormState.EMPTY);
    }

    static List<InboundRequest> kept() {
        return Requests.kept();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldHaveOnDiskWhatItAcknowledges(InboundRequest request) {
        assertThat(bench.receive(request)).isEqualTo(SILENT);

        assertThat(bench.acts.isKnown(request.id())).isTrue();
        assertThat(bench.jenkins.acted()).isEmpty();
        bench.threads.run();
        assertThat(bench.jenkins.acted()).containsExactly(request);
        assertThat(bench.handled).isEmpty();
    }

    @Test
    void shouldHandleOthersAfterTheyAreAcknowledgedAndKeepNothingOfThem() {
        HomeOpened opened = new HomeOpened(Requests.origin("r1", Payloads.ANNA), "home", null);

        assertThat(bench.receive(opened)).isEqualTo(SILENT);

        assertThat(bench.handled).isEmpty();
        bench.threads.run();
        assertThat(bench.handled).containsExactly(opened);
        assertThat(bench.acts.isKnown("r1")).isFalse();
    }

    @Test
    void shouldAcknowledgeAndCountWhatItDoesNotKnow() {
        UnknownRequest unknown = new UnknownRequest(Requests.origin("r1", Payloads.ANNA), "event/reaction_added");

        assertThat(bench.receive(unknown)).isEqualTo(SILENT);
        bench.threads.run();

        assertThat(bench.handled).isEmpty();
        assertThat(bench.status().unknownTypes()).isEqualTo(Map.of("event/reaction_added", 1L));
    }

    @Test
    void shouldTakeARequestOnceHoweverOftenItComes() {
        for (int i = 0; i < 4; i++) {
            assertThat(bench.receive(Requests.mention("r1"))).isEqualTo(SILENT);
            bench.threads.advance(Duration.ofMinutes(2));
        }

        assertThat(bench.jenkins.effects()).containsExactly("r1");
        assertThat(bench.status().duplicates()).isEqualTo(3);
    }

    @Test
    void shouldHandleOnceWhatIsNotKept() {
        HomeOpened opened = new HomeOpened(Requests.origin("r1", Payloads.ANNA), "home", null);
        bench.receive(opened);
        bench.receive(opened);
        bench.threads.run();

        assertThat(bench.handled).hasSize(1);
    }

    @Test
    void shouldAskSlackToComeAgainWhileTheSameRequestIsBeingTaken() {
        bench.decision = request -> {
            // Another thread, at this moment.
            assertThat(bench.receive(request)).isInstanceOf(GateReply.TryAgain.class);
            return Decision.byKind(request);
        };

        assertThat(bench.receive(Requests.mention("r1"))).isEqualTo(SILENT);
        assertThat(bench.acts.isKnown("r1")).isTrue();
    }

    @Test
    void shouldNotAcknowledgeAnEventThatTheDiskDoesNotTakeAndTakeItWhenItComesAgain() {
        bench.disk.full();
        assertThat(bench.receive(Requests.mention("r1"))).isInstanceOf(GateReply.TryAgain.class);
        assertThat(bench.status().refusals()).containsKey(RefusalReason.NOT_KEPT);

        bench.disk.mend();
        assertThat(bench.receive(Requests.mention("r1"))).isEqualTo(SILENT);
        bench.threads.run();
        assertThat(bench.jenkins.effects()).containsExactly("r1");
    }

    @Test
    void shouldSayThatNothingWasDoneWhereTheDiskDoesNotTakeACommand() {
        bench.disk.full();

        assertThat(bench.receive(Requests.command("r1"))).isEqualTo(words(RefusalSentences.NOT_KEPT));
        bench.disk.mend();
        bench.threads.advance(Duration.ofMinutes(10));

        assertThat(bench.jenkins.acted()).isEmpty();
    }

    @Test
    void shouldSayInTheModalThatNothingWasDone() {
        bench.disk.full();

        assertThat(bench.receive(submission("r1")))
                .isEqualTo(new GateReply.Acknowledged(Acknowledgement.notice(RefusalSentences.NOT_KEPT)));
    }

    @Test
    void shouldSayThatNothingWasDoneToWhoeverHasPressedAButton() {
        bench.disk.full();

        assertThat(bench.receive(Requests.press("r1", "slack-notify.approve"))).isEqualTo(SILENT);
        bench.threads.run();

        assertThat(bench.responder.texts()).containsExactly(RefusalSentences.NOT_KEPT);
        assertThat(bench.responder.said())
                .extracting(said -> said.answer().threadTs())
                .as("where the button stands")
                .containsExactly("1772366000.000200");
    }

    @Test
    void shouldRefuseARequestForAnotherApp() {
        bench.withApps(new InboundApp("acme", "A0OTHER", null));

        assertThat(bench.receive(Requests.command("r1"))).isEqualTo(words(RefusalSentences.FOREIGN_APP));
        bench.threads.run();

        assertThat(bench.jenkins.acted()).isEmpty();
        assertThat(bench.status().lastRefusal().reason()).isEqualTo(RefusalReason.FOREIGN_APP);
        assertThat(bench.status().lastRefusal().detail()).contains("acme");
    }

    @Test
    void shouldRefuseARequestFromAnotherWorkspace() {
        bench.settings = bench.settings.installedIn(Map.of("acme", Set.of("T0OTHER")));

        assertThat(bench.receive(Requests.command("r1"))).isEqualTo(words(RefusalSentences.FOREIGN_WORKSPACE));
        assertThat(bench.receive(Requests.uninstalled("r2"))).isEqualTo(SILENT);
        bench.threads.run();

        assertThat(bench.status().lastRefusal().detail()).contains("E0CORP", "acme");

        assertThat(bench.jenkins.acted()).isEmpty();
        assertThat(bench.responder.said()).isEmpty();
    }

    /** The people of a workspace with an app of its own know the secret of that. */
    @Test
    void shouldRefuseARequestThatAnAppMakesForTheWorkspaceOfAnother() {
        bench.settings =
                bench.settings.installedIn(Map.of("acme", Set.of("T0OTHER"), "main", Set.of(Payloads.TEAM, "E0CORP")));

        assertThat(bench.receive(Requests.command("r1"))).isEqualTo(words(RefusalSentences.FOREIGN_WORKSPACE));
        bench.threads.run();

        assertThat(bench.jenkins.acted()).isEmpty();
    }

    /** A job may have a token of its own for that workspace, and send to the channel. */
    @Test
    void shouldTakeInWhatBecomesOfAChannelOfAnyWorkspace() {
        bench.settings = bench.settings.installedIn(Map.of("acme", Set.of("T0OTHER")));
        InboundRequest changed = Requests.kept().stream()
                .filter(request -> request.kind() == RequestKind.CHANNEL_CHANGE)
                .findFirst()
                .orElseThrow();

        bench.receive(changed);
        bench.threads.run();

        assertThat(bench.jenkins.acted()).hasSize(1);
    }

    @Test
    void shouldTakeRequestsOfAnyWorkspaceWhileItsOwnIsNotKnown() {
        bench.withApps(new InboundApp("acme", null, null));

        assertThat(bench.receive(Requests.command("r1"))).isEqualTo(SILENT);
    }

    @Test
    void shouldTakeAWorkspaceOfTheOrganisationInWhichTheAppIsInstalled() {
        bench.settings = bench.settings.installedIn(Map.of("acme", Set.of("E0CORP")));

        assertThat(bench.receive(Requests.uninstalled("r1"))).isEqualTo(SILENT);
        bench.threads.run();

        assertThat(bench.jenkins.effects()).containsExactly("r1");
    }

    private static RequestOrigin outside(String id) {
        return new RequestOrigin(
                id,
                new InstallationKey(Payloads.APP, Payloads.TEAM, null, false),
                new Requester("U0EVE", "T0OTHERS"),
                "C1",
                ReplyTicket.NONE,
                Transport.HTTP,
                Requests.NOW);
    }

    @Test
    void shouldDoNothingForAMemberOfAnotherOrganisation() {
        assertThat(bench.receive(new SlashCommand(outside("r1"), "/jenkins", "build shop", null)))
                .isEqualTo(words(RefusalSentences.OUTSIDER));
        bench.threads.run();

        assertThat(bench.jenkins.acted()).isEmpty();
        assertThat(bench.status().refusals()).containsKey(RefusalReason.OUTSIDER);
    }

    @Test
    void shouldAnswerWithASentenceWhatIsOff() {
        bench.with(Set.of());

        assertThat(bench.receive(Requests.command("r1"))).asString().contains("Commands are switched off");
        assertThat(bench.receive(submission("r2"))).asString().contains("switched off");
        bench.receive(Requests.press("r3", "slack-notify.approve"));
        bench.receive(Requests.mention("r4"));
        bench.receive(new HomeOpened(Requests.origin("r5", Payloads.ANNA), "home", null));
        assertThat(bench.receive(new OptionsRequest(Requests.origin("r6", Payloads.ANNA))))
                .isEqualTo(new GateReply.Acknowledged(Acknowledgement.options("[]")));
        bench.threads.run();

        assertThat(bench.jenkins.acted()).isEmpty();
        assertThat(bench.handled).isEmpty();
        assertThat(bench.responder.texts())
                .hasSize(2)
                .anyMatch(text -> text.startsWith("Buttons are switched off"))
                .anyMatch(text -> text.startsWith("Commands are switched off"));
    }

    @Test
    void shouldSwitchEachAbilityByItself() {
        bench.with(Set.of(Ability.COMMANDS));
        assertThat(bench.receive(Requests.command("r1"))).isEqualTo(SILENT);
        assertThat(bench.receive(submission("r2"))).isEqualTo(SILENT);
        bench.receive(Requests.press("r3", "slack-notify.approve"));
        assertThat(bench.acts.isKnown("r3")).isFalse();

        bench.with(Set.of(Ability.BUTTONS));
        bench.receive(Requests.press("r4", "slack-notify.approve"));
        assertThat(bench.acts.isKnown("r4")).isTrue();
        assertThat(bench.receive(Requests.command("r5"))).asString().contains("switched off");
    }

    @Test
    void shouldAlwaysTakeWhatSlackReportsOfInstallationsAndChannels() {
        bench.with(Set.of());

        bench.receive(Requests.uninstalled("r1"));

        assertThat(bench.acts.isKnown("r1")).isTrue();
    }

    @Test
    void shouldOnlyAcknowledgeALinkButton() {
        for (Set<Ability> abilities : List.of(Set.of(Ability.values()), Set.<Ability>of())) {
            bench.with(abilities);
            assertThat(bench.receive(Requests.press("r" + abilities.size(), "open-build")))
                    .isEqualTo(SILENT);
        }
        bench.threads.run();

        assertThat(bench.jenkins.acted()).isEmpty();
        assertThat(bench.handled).isEmpty();
        assertThat(bench.responder.said()).isEmpty();
    }

    @Test
    void shouldTakeSoManyRequestsOfAMemberInAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(bench.receive(Requests.command("anna" + i))).isEqualTo(SILENT);
        }

        assertThat(bench.receive(Requests.command("anna5"))).isEqualTo(words(RefusalSentences.TOO_MANY));
        assertThat(bench.receive(Requests.command("ben", "U0BEN"))).isEqualTo(SILENT);
        bench.threads.advance(Duration.ofMinutes(1));
        assertThat(bench.receive(Requests.command("anna6"))).isEqualTo(SILENT);
        assertThat(bench.acts.isKnown("anna5")).isFalse();
    }

    @Test
    void shouldTellTheMemberOnceAMinuteThatItIsTooMuch() {
        for (int i = 0; i < 20; i++) {
            bench.receive(Requests.press("r" + i, "slack-notify.again"));
        }
        bench.threads.run();

        assertThat(bench.responder.texts().stream().filter(RefusalSentences.TOO_MANY::equals))
                .hasSize(1);
        assertThat(bench.status().refusals()).containsEntry(RefusalReason.TOO_MANY, 15L);
        assertThat(refusalLog.messages()).hasSize(1);
    }

    /** Such as each message of somebody of another organisation in a shared channel, or everything while commands are off. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldAnswerSoManyRefusalsOfAMemberInAMinute(boolean isOutside) {
        bench.with(isOutside ? Set.of(Ability.values()) : Set.of());
        for (int i = 0; i < 20; i++) {
            bench.receive(new AppMention(
                    isOutside ? outside("r" + i) : Requests.origin("r" + i, Payloads.ANNA),
                    "<@U0BOT> status",
                    new MessageReference("1772366400.000100", null)));
        }
        bench.threads.run();

        assertThat(bench.responder.said()).as("and that it is too much").hasSize(6);
    }

    /** Nobody asks for a preview or for the home tab, and a press that nothing answers would be lost without a word. */
    @Test
    void shouldNotCountWhatHappensByTheWayAsWhatAMemberAsksFor() {
        for (int i = 0; i < 20; i++) {
            bench.receive(opened("r" + i));
        }
        assertThat(bench.status().refusals()).containsEntry(RefusalReason.TOO_MANY, 15L);

        bench.receive(Requests.press("press", "slack-notify.again"));
        bench.threads.run();

        assertThat(bench.jenkins.effects()).containsExactly("press");
    }

    @Test
    void shouldNotLimitWhatSlackReports() {
        for (int i = 0; i < 50; i++) {
            bench.receive(Requests.uninstalled("r" + i));
        }

        assertThat(bench.acts.waiting()).isEqualTo(50);
    }

    @Test
    void shouldHandleSoManyAtOnceThatAreNotKept() {
        bench.settings = new InboundSettings(true, bench.settings.apps(), Set.of(Ability.values()), 1_000);
        for (int i = 0; i < InboundGate.MAX_AT_ONCE; i++) {
            assertThat(bench.receive(opened("r" + i))).isEqualTo(SILENT);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(bench.receive(opened("more" + i)))
                    .as("Slack sends it again")
                    .isInstanceOf(GateReply.TryAgain.class);
        }
        bench.threads.run();
        assertThat(bench.handled).hasSize(InboundGate.MAX_AT_ONCE);
        assertThat(bench.status().refusals()).containsEntry(RefusalReason.BUSY, 10L);

        assertThat(bench.receive(opened("more0"))).isEqualTo(SILENT);
        bench.threads.run();
        assertThat(bench.handled).hasSize(InboundGate.MAX_AT_ONCE + 1);
    }

    private static HomeOpened opened(String id) {
        return new HomeOpened(Requests.origin(id, Payloads.ANNA), "home", null);
    }

    /** What Slack does not send again is acknowledged: otherwise its member sees a warning, and nobody tries again. */
    @Test
    void shouldAcknowledgeWhatSlackDoesNotSendAgainThoughItIsBusy() {
        bench.settings = new InboundSettings(true, bench.settings.apps(), Set.of(Ability.values()), 1_000);
        bench.decision = request -> Decision.handle(Acknowledgement.EMPTY);
        for (int i = 0; i < InboundGate.MAX_AT_ONCE; i++) {
            bench.receive(opened("r" + i));
        }

        assertThat(bench.receive(Requests.press("press", "slack-notify.approve")))
                .isEqualTo(SILENT);
        assertThat(bench.receive(Requests.mention("mention"))).isInstanceOf(GateReply.TryAgain.class);
    }

    @Test
    void shouldSayThatItIsBusyWhereTooManyActsWait() {
        bench.settings = new InboundSettings(true, bench.settings.apps(), Set.of(Ability.values()), 10_000);
        bench.jenkins.then(request -> new ActResult.Later(Duration.ofHours(1), "quieting down"));
        for (int i = 0; i < 1_000; i++) {
            bench.receive(Requests.command("r" + i));
        }

        assertThat(bench.receive(Requests.command("more"))).isEqualTo(words(RefusalSentences.BUSY));
        assertThat(bench.receive(Requests.mention("event"))).isInstanceOf(GateReply.TryAgain.class);
    }

    @Test
    void shouldGiveSlackWhatTheHandlerHasDecided() {
        Acknowledgement errors = Acknowledgement.errors(Map.of("version", "There is no such version."));
        bench.decision = request -> Decision.nothingMore(errors);

        assertThat(bench.receive(submission("r1"))).isEqualTo(new GateReply.Acknowledged(errors));
        bench.threads.run();

        assertThat(bench.jenkins.acted()).isEmpty();
        assertThat(bench.handled).isEmpty();
    }

    /** As the sentences of another plugin may be. An acknowledgement that says nothing closes the form. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void shouldLeaveAFormOpenHoweverLongItsErrorsAre(int fields) {
        Map<String, String> errors = new HashMap<>();
        for (int field = 0; field < fields; field++) {
            errors.put("parameter-" + field, "'".repeat(20_000));
        }
        bench.decision = request -> Decision.nothingMore(Acknowledgement.errors(errors));

        assertThat(bench.receive(submission("r1"))).asString().contains("response_action", "parameter-0");
    }

    @Test
    void shouldHandleAtOnceWhatTheHandlerDoesNotWantToBeKept() {
        bench.decision = request -> Decision.handle(Acknowledgement.EMPTY);
        bench.receive(Requests.press("r1", "slack-notify.approve"));
        bench.threads.run();

        assertThat(bench.handled).hasSize(1);
        assertThat(bench.acts.isKnown("r1")).isFalse();
    }

    @Test
    void shouldNotKeepWhatCannotBeKeptThoughTheHandlerWantsIt() {
        bench.decision = request -> Decision.keep(Acknowledgement.EMPTY);
        bench.receive(new HomeOpened(Requests.origin("r1", Payloads.ANNA), "home", null));
        bench.threads.run();

        assertThat(bench.handled).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldKeepARequestWhoseHandlerFails(boolean byOverflow) {
        bench.decision = request -> {
            if (byOverflow) {
                throw new StackOverflowError("as the test wants it");
            }
            throw new IllegalStateException("as the test wants it");
        };

        assertThat(bench.receive(Requests.command("r1"))).isEqualTo(SILENT);

        assertThat(bench.acts.isKnown("r1")).isTrue();
        assertThat(gateLog.messages()).hasSize(1);
    }

    @Test
    void shouldSendALongAnswerSeparately() {
        Answer longAnswer = Answer.ephemeral("x".repeat(Acknowledgement.MAX_BYTES));
        bench.decision = request -> Decision.nothingMore(Acknowledgement.answer(longAnswer));

        assertThat(bench.receive(Requests.command("r1"))).isEqualTo(SILENT);
        bench.threads.run();

        assertThat(bench.responder.said()).extracting(said -> said.answer()).containsExactly(longAnswer);
    }

    @Test
    void shouldLeaveOutAModalThatIsTooLong() {
        bench.decision = request -> Decision.nothingMore(
                Acknowledgement.update("{\"type\": \"" + "ü".repeat(Acknowledgement.MAX_BYTES / 2) + "\"}"));

        assertThat(bench.receive(submission("r1"))).isEqualTo(SILENT);
        assertThat(gateLog.messages()).hasSize(1);
    }

    @Test
    void shouldCountWhatComesByItsKind() {
        bench.receive(Requests.command("r1"));
        bench.receive(Requests.mention("r2"));
        bench.receive(Requests.mention("r3"));

        assertThat(bench.status().requests())
                .isEqualTo(Map.of(RequestKind.SLASH_COMMAND, 1L, RequestKind.APP_MENTION, 2L));
        assertThat(bench.status().lastRequest().kind()).isEqualTo(RequestKind.APP_MENTION);
        assertThat(bench.status().requestsLastHour()).isEqualTo(3);
    }
}
