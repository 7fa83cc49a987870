package io.jenkins.plugins.slacknotify.interaction.approval;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.alreadyDone;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.QUESTION;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.press;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalInteractionTest {
    private static final ParameterForm.Check ANY = value -> Optional.empty();

    private final FakeMemberAccounts accounts =
            new FakeMemberAccounts().link("U1", "ada").link("U2", "bob");
    private final FakeInputControl inputs = new FakeInputControl();
    private final FakeModals modals = new FakeModals();
    private final ApprovalInteraction interaction = new ApprovalInteraction(accounts, Presses.SEAL, inputs, modals);

    @Test
    void shouldApproveForTheAccountOfTheMember() {
        inputs.asking(QUESTION);

        assertThat(said(act(interaction, approve("1", "U1")))).isEqualTo("You have approved *shop/deploy #12*.");
        assertThat(inputs.trace().describe(""))
                .isEqualTo("Name of ada (ada) from Slack, member U1, channel C0BUILDS, message 1772366400.000100");
        assertThat(inputs.trace().origin().request()).isEqualTo("1");
    }

    @Test
    void shouldTellWhoWasFirstOfTwo() {
        inputs.asking(QUESTION);
        act(interaction, approve("1", "U1"));

        assertThat(said(act(interaction, press("2", "U2", ButtonAction.REJECT, QUESTION))))
                .isEqualTo("Nothing was done: *Name of ada* has approved *shop/deploy #12* before you.");
    }

    @Test
    void shouldTellWhoHasAnsweredThemselves() {
        inputs.always(new InputResult.AlreadyAnswered("Name of ada", true, false, true));

        assertThat(said(act(interaction, press("2", "U1", ButtonAction.REJECT, QUESTION))))
                .isEqualTo("Nothing was done: you have approved *shop/deploy #12* before.");
    }

    @Test
    void shouldReject() {
        inputs.asking(QUESTION);

        assertThat(said(act(interaction, press("1", "U1", ButtonAction.REJECT, QUESTION))))
                .isEqualTo("You have rejected *shop/deploy #12*.");
    }

    @Test
    void shouldSayInASentenceWhyNothingWasDone() {
        assertThat(said(act(interaction, approve("1", "U1"))))
                .contains("is not there any more, or you may not see it", "renamed or deleted");
        inputs.always(new InputResult.Over());
        assertThat(said(act(interaction, approve("2", "U1")))).contains("does not wait for this answer any more");
        inputs.always(new InputResult.AlreadyAnswered(null, false, false));
        assertThat(said(act(interaction, approve("3", "U1")))).contains("Somebody has rejected");
        inputs.always(new InputResult.AlreadyAnswered("Ada", true, true));
        assertThat(said(act(interaction, approve("4", "U1")))).isEqualTo("You have approved *shop/deploy #12*.");
        inputs.always(new InputResult.OnlyInJenkins("https://ci.example.org/job/a/1/input/"));
        assertThat(said(act(interaction, approve("5", "U1"))))
                .contains("<https://ci.example.org/job/a/1/input/|open it>");
    }

    @Test
    void shouldExplainARefusal() {
        accounts.put("U1", new MemberAccount.Linked("ada", "Ada <b>", Instant.parse("2026-03-03T10:00:00Z")));
        inputs.always(new InputResult.Refused("*Job/Build* on *shop/deploy* is missing"));

        assertThat(said(act(interaction, approve("1", "U1"))))
                .isEqualTo("You may not: *Job/Build* on *shop/deploy* is missing. You are *Ada &lt;b&gt;* (`ada`) in"
                        + " Jenkins, with the groups of your last sign-in on 3 March 2026. If they have changed since,"
                        + " sign in to Jenkins once and press again.");
    }

    @Test
    void shouldTryAgainWhileJenkinsLoadsThePipeline() {
        inputs.always(new InputResult.NotLoaded());

        assertThat(act(interaction, approve("1", "U1")))
                .isInstanceOfSatisfying(
                        ActResult.Later.class,
                        later -> assertThat(later.inTheEnd().text())
                                .startsWith(
                                        "Nothing was done: Jenkins does not know yet what *shop/deploy #12* waits for"));
    }

    /** What a member asks of one build stays in order, and of another one it does not wait. */
    @Test
    void shouldBeAboutTheBuildOfTheButton() {
        assertThat(interaction.subject(approve("1", "U1")))
                .isEqualTo("shop/deploy #12")
                .isEqualTo(interaction.subject(press("2", "U1", ButtonAction.REJECT, QUESTION)));
        assertThat(interaction.subject(press("3", "U1", ButtonAction.APPROVE, "none of ours")))
                .isEmpty();
    }

    @Test
    void shouldDoNothingForWhoIsNotLinked() {
        inputs.asking(QUESTION);

        assertThat(said(act(interaction, approve("1", "U9")))).isEqualTo("Not linked");
        assertThat(inputs.trace()).isNull();
    }

    @Test
    void shouldSaySoWhereNobodyCanBeAsked() {
        ApprovalInteraction cutOff = new ApprovalInteraction(
                origin -> {
                    throw new AccountsUnavailableException("down", null);
                },
                Presses.SEAL,
                inputs,
                modals);

        assertThat(said(act(cutOff, approve("1", "U1")))).contains("Press again in a minute");
    }

    @Test
    void shouldDoNothingForAButtonThatAnAuthorHasMadeUp() {
        assertThat(said(act(interaction, press("1", "U1", ButtonAction.APPROVE, "../../etc"))))
                .contains("does not say which build");
        assertThat(interaction.accepts(press("1", "U1", ButtonAction.ABORT, QUESTION)))
                .isFalse();
    }

    /** Whoever has pressed "Open report" reads what they would approve, and of which build. */
    @Test
    void shouldSayWhichQuestionAButtonOfNobodyKnowsWhomAnswers() {
        inputs.asking(QUESTION);

        ActResult asked = act(
                interaction,
                press("1", "U1", ButtonAction.APPROVE, QUESTION.value().orElseThrow()));

        assertThat(said(asked)).contains("approves what *shop/deploy #12* waits for.\n>Deploy?");
        assertThat(inputs.trace()).isNull();
    }

    @Test
    void shouldNotAskWhetherAPressWasMeantThatComesTooLate() {
        inputs.asking(QUESTION);
        act(interaction, approve("1", "U1"));

        for (ButtonAction action : List.of(ButtonAction.APPROVE, ButtonAction.REJECT)) {
            assertThat(said(act(
                            interaction,
                            press("2", "U2", action, QUESTION.value().orElseThrow()))))
                    .isEqualTo("Nothing was done: *Name of ada* has approved *shop/deploy #12* before you.");
        }
    }

    /** Whoever may stop a build may reject its question. */
    @Test
    void shouldAskWhetherARejectionWasMeantThoughTheMemberMayNotApprove() {
        inputs.asking(QUESTION).always(new InputResult.Refused("this question is for *ops* alone"));
        inputs.letAllReject();
        String value = QUESTION.value().orElseThrow();

        assertThat(said(act(interaction, press("1", "U1", ButtonAction.REJECT, value))))
                .startsWith("Nothing was done yet.");
        assertThat(said(act(interaction, press("2", "U1", ButtonAction.APPROVE, value))))
                .startsWith("You may not: this question is for *ops* alone.");
    }

    @Test
    void shouldNameTheBuildInTheForm() {
        askForParameters();
        act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION));

        assertThat(modals.last()).contains("shop/deploy #12: ");
    }

    @Test
    void shouldAskForParametersInAForm() {
        askForParameters();

        assertThat(said(act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION))))
                .isEmpty();

        assertThat(modals.shown()).hasSize(2);
        JsonObject view = JsonParser.parseString(modals.last()).getAsJsonObject();
        JsonArray blocks = view.getAsJsonArray("blocks");
        assertThat(view.getAsJsonObject("submit").get("text").getAsString()).isEqualTo("Ship it");
        assertThat(blocks).hasSize(5);
        assertThat(element(blocks, 1).get("initial_value").getAsString()).isEqualTo("1.0");
        assertThat(element(blocks, 2).get("multiline").getAsBoolean()).isTrue();
        assertThat(element(blocks, 3).has("initial_options")).isTrue();
        assertThat(element(blocks, 4).getAsJsonArray("options")).hasSize(2);
        assertThat(inputs.trace()).isNull();
    }

    @Test
    void shouldApproveWithWhatWasFilledIn() {
        askForParameters();
        act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION));
        ViewSubmission submission = submit(
                "2",
                Map.of(
                        "parameter-0", text("1.4"),
                        "parameter-1", text("a\nb"),
                        "parameter-2", new FieldValue("checkboxes", List.of()),
                        "parameter-3", text("1")));

        assertThat(interaction.accepts(submission)).isTrue();
        assertThat(interaction.receive(submission).followUp()).isEqualTo(Decision.FollowUp.KEEP);
        assertThat(said(act(interaction, submission))).isEqualTo("You have approved *shop/deploy #12*.");
        assertThat(inputs.values())
                .containsExactly(
                        Map.entry("version", "1.4"),
                        Map.entry("notes", "a\nb"),
                        Map.entry("fast", "false"),
                        Map.entry("where", "live"));
        assertThat(inputs.trace().message()).as("the message of the button").isEqualTo("1772366400.000100");
    }

    /** Slack may leave out what nobody has touched in a window that was updated, and sends what is empty as such. */
    @Test
    void shouldTakeWhatSlackDoesNotSendAsTheFormHasShownIt() {
        askForParameters();
        act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION));
        act(interaction, submit("2", Map.of("parameter-0", new FieldValue("plain_text_input", List.of()))));

        assertThat(inputs.values())
                .containsExactly(
                        Map.entry("version", ""),
                        Map.entry("notes", ""),
                        Map.entry("fast", "true"),
                        Map.entry("where", "test"));
    }

    @Test
    void shouldSayInTheFormWhatElseIsToBeKnown() {
        inputs.asking(QUESTION, "*Anna* has approved with `version = 1.3`.");
        act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION));

        assertThat(modals.last()).contains("\"text\":\"*Anna* has approved with `version = 1.3`.\"");
    }

    @Test
    void shouldLeaveTheFormOpenWhereAValueIsWrong() {
        inputs.asking(
                QUESTION,
                new ParameterForm.Field(
                        "version",
                        ParameterForm.Kind.LINE,
                        null,
                        "",
                        List.of(),
                        value -> value.matches("[\\d.]+") ? Optional.empty() : Optional.of("Digits and dots only")));
        act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION));

        Decision wrong = interaction.receive(submit("2", Map.of("parameter-0", text("new"))));
        Decision right = interaction.receive(submit("3", Map.of("parameter-0", text("1.4"))));

        assertThat(wrong.followUp()).isEqualTo(Decision.FollowUp.NOTHING);
        assertThat(wrong.acknowledgement().json()).contains("\"parameter-0\":\"Digits and dots only\"");
        assertThat(right.followUp()).isEqualTo(Decision.FollowUp.KEEP);
    }

    /** What its author has written as the default may look so. */
    @Test
    void shouldLeaveTheFormOpenWhereAKeyboardHasMadeSomethingElseOfAValue() {
        inputs.asking(
                QUESTION,
                new ParameterForm.Field("options", ParameterForm.Kind.LINE, null, "—fast", List.of(), ANY),
                new ParameterForm.Field("mode", ParameterForm.Kind.CHOICE, null, "a", List.of("a", "—none—"), ANY));
        act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION));

        Decision wrong = interaction.receive(submit("2", Map.of("parameter-0", text("—force"))));
        Decision right = interaction.receive(submit(
                "3",
                Map.of("parameter-0", text("—fast"), "parameter-1", new FieldValue("static_select", List.of("1")))));

        assertThat(wrong.acknowledgement().json()).contains("\"parameter-0\":\"Here, a keyboard may have made");
        assertThat(right.followUp()).isEqualTo(Decision.FollowUp.KEEP);
    }

    /** The button names no step: by the time that the form is sent, another question with the same fields may wait. */
    @Test
    void shouldAnswerWithAFormTheQuestionThatItShows() {
        ParameterForm.Field version =
                new ParameterForm.Field("version", ParameterForm.Kind.LINE, null, "", List.of(), ANY);
        ButtonTarget staging = new ButtonTarget(QUESTION.build(), "7");
        ButtonTarget production = new ButtonTarget(QUESTION.build(), "21");
        ButtonTarget any = new ButtonTarget(QUESTION.build(), null);
        inputs.asking(staging, version);
        act(interaction, press("1", "U1", ButtonAction.APPROVE, any));
        ViewSubmission submission = submit("2", Map.of("parameter-0", text("1.4")));

        inputs.approve(
                new ActTrace(new ActOrigin("carol", "3", "", null), "Carol", null, null),
                staging,
                Map.of("version", "1.3"));
        inputs.asking(production, version);

        assertThat(said(act(interaction, submission)))
                .isEqualTo("Nothing was done: *Carol* has approved *shop/deploy #12* before you.");
        assertThat(inputs.find("bob", production)).isInstanceOf(InputLookup.Waiting.class);
        assertThat(inputs.trace().name()).isEqualTo("Carol");
    }

    @Test
    void shouldAnswerTheNextQuestionByAPressThatOpensNoForm() {
        inputs.asking(new ButtonTarget(QUESTION.build(), "7"));

        assertThat(said(act(
                        interaction, press("1", "U1", ButtonAction.APPROVE, new ButtonTarget(QUESTION.build(), null)))))
                .isEqualTo("You have approved *shop/deploy #12*.");
    }

    @Test
    void shouldSayThatThePipelineWaitsOnWhileJenkinsIsAboutToStop() {
        inputs.asking(QUESTION).hold();

        assertThat(said(act(interaction, approve("1", "U1"))))
                .isEqualTo(
                        "You have approved *shop/deploy #12*. Its pipeline goes on as soon as Jenkins starts builds again:"
                                + " it does not now.");
    }

    /** The author's message for the first one stands in Slack still, and its button says "Ship to staging". */
    @Test
    void shouldAskBeforeAButtonThatNamesNoQuestionAnswersALaterOne() {
        ButtonTarget any = new ButtonTarget(QUESTION.build(), null);
        ButtonTarget production = new ButtonTarget(QUESTION.build(), "21");
        inputs.asking(new ButtonTarget(QUESTION.build(), "7"));
        act(interaction, press("1", "U1", ButtonAction.APPROVE, any));
        inputs.asking(production);

        ActResult asked = act(interaction, press("2", "U2", ButtonAction.APPROVE, any));

        assertThat(said(asked))
                .contains("Nothing was done yet.", ">Deploy?", "its message may be about an earlier one")
                .doesNotContain("cannot tell that it has made this button");
        assertThat(asked.toString()).contains("\\\"node\\\":\\\"21\\\"");
        assertThat(inputs.find("bob", production)).isInstanceOf(InputLookup.Waiting.class);
    }

    @Test
    void shouldFindAnAnswerThatACrashHasCutOff() {
        inputs.asking(QUESTION);
        assertThat(alreadyDone(interaction, approve("1", "U1"))).isEmpty();
        act(interaction, approve("1", "U1"));

        assertThat(alreadyDone(interaction, approve("1", "U1")).map(result -> said(result)))
                .contains("You have approved *shop/deploy #12*.");
        assertThat(alreadyDone(interaction, approve("2", "U1"))).isEmpty();
        accounts.put("U1", new MemberAccount.None(MemberAccount.Reason.UNLINKED, "so nothing was done", null));
        assertThat(alreadyDone(interaction, approve("1", "U1")).map(result -> said(result)))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("What you have asked for was done.")
                        .doesNotContain("shop/deploy"));
    }

    @Test
    void shouldWaitForThePipelineBeforeItSaysWhatBecameOfAnAnswer() {
        inputs.always(new InputResult.NotLoaded());

        for (String member : List.of("U1", "U9")) {
            assertThat(alreadyDone(interaction, approve("1", member)))
                    .hasValueSatisfying(result -> assertThat(result)
                            .isInstanceOfSatisfying(
                                    ActResult.Later.class,
                                    later -> assertThat(later.inTheEnd().text())
                                            .as("where it takes more than minutes")
                                            .contains("perhaps it was done")
                                            .doesNotContain("shop/deploy")));
        }
    }

    @Test
    void shouldTellInTheFormThatItIsTooLate() {
        inputs.always(new InputResult.AlreadyAnswered("Bob", true, false));

        act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION));

        assertThat(modals.last()).contains("*Bob* has approved *shop/deploy #12* before you.");
    }

    @Test
    void shouldSaySoWhereSlackOpensNoFormAnyMore() {
        askForParameters();
        modals.expire();

        assertThat(said(act(interaction, press("1", "U1", ButtonAction.ANSWER, QUESTION))))
                .contains("Press again");
    }

    @Test
    void shouldOpenTheFormForAButtonThatKnewOfNoParameters() {
        askForParameters();

        act(interaction, approve("1", "U1"));

        assertThat(modals.last()).contains("\"Ship it\"");
        assertThat(inputs.trace()).isNull();
    }

    private void askForParameters() {
        inputs.asking(
                QUESTION,
                new ParameterForm.Field("version", ParameterForm.Kind.LINE, "Of the shop", "1.0", List.of(), ANY),
                new ParameterForm.Field("notes", ParameterForm.Kind.PARAGRAPH, null, "", List.of(), ANY),
                new ParameterForm.Field("fast", ParameterForm.Kind.YES_OR_NO, null, "true", List.of(), ANY),
                new ParameterForm.Field(
                        "where", ParameterForm.Kind.CHOICE, null, "test", List.of("test", "live"), ANY));
    }

    private static BlockAction approve(String id, String member) {
        return press(id, member, ButtonAction.APPROVE, QUESTION);
    }

    private static FieldValue text(String value) {
        return new FieldValue("plain_text_input", List.of(value));
    }

    private ViewSubmission submit(String id, Map<String, FieldValue> fields) {
        String metadata = JsonParser.parseString(modals.last())
                .getAsJsonObject()
                .get("private_metadata")
                .getAsString();
        Map<String, Map<String, FieldValue>> state = new HashMap<>();
        fields.forEach((block, value) -> state.put(block, Map.of("value", value)));
        return new ViewSubmission(
                Requests.origin(id, "U1"),
                new ViewReference("V1", "modal", "slack-notify.approval.form", "h", metadata),
                new FormState(state));
    }

    private static JsonObject element(JsonArray blocks, int index) {
        return blocks.get(index).getAsJsonObject().getAsJsonObject("element");
    }

    @Test
    void shouldIgnoreOtherForms() {
        InboundRequest other = new ViewSubmission(
                Requests.origin("1", "U1"), new ViewReference("V1", "modal", "other", null, ""), FormState.EMPTY);

        assertThat(interaction.accepts(other)).isFalse();
    }
}
