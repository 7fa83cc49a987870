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
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionInteractionTest {
    private final FakeMemberAccounts accounts =
            new FakeMemberAccounts().link("U1", "ada").link("U2", "bob");
    private final FakeInputControl inputs = new FakeInputControl();
    private final FakeModals modals = new FakeModals();
    private final RejectionInteraction interaction = new RejectionInteraction(accounts, Presses.SEAL, inputs, modals);

    @Test
    void shouldAskForAReasonInAForm() {
        inputs.asking(QUESTION);

        assertThat(said(act(interaction, reject("1", QUESTION)))).isEmpty();

        JsonObject view = lastView();
        JsonArray blocks = view.getAsJsonArray("blocks");
        assertThat(blocks.get(0).toString()).contains("shop/deploy #12: Deploy?");
        assertThat(view.getAsJsonObject("submit").get("text").getAsString()).isEqualTo("No way");
        JsonObject reason = blocks.get(blocks.size() - 1).getAsJsonObject();
        assertThat(reason.get("optional").getAsBoolean()).isTrue();
        assertThat(reason.getAsJsonObject("label").get("text").getAsString()).isEqualTo("Reason");
        assertThat(inputs.trace()).isNull();
    }

    /** Keyboards of phones make typographic punctuation of what is typed, which is no mistake in words for people. */
    @Test
    void shouldRejectWithTheReason() {
        inputs.asking(QUESTION);
        act(interaction, reject("1", QUESTION));
        ViewSubmission submission = modals.submitReason("2", "  Don’t ship — it’s “too late”…\n");

        assertThat(interaction.receive(submission).followUp()).isEqualTo(Decision.FollowUp.KEEP);
        assertThat(said(act(interaction, submission))).isEqualTo("You have rejected *shop/deploy #12*.");
        assertThat(inputs.trace().origin().reason()).isEqualTo("Don’t ship — it’s “too late”…");
        assertThat(inputs.trace().describe("#ops"))
                .isEqualTo("Name of ada (ada) from Slack #ops, member U1, channel C0BUILDS, message"
                        + " 1772366400.000100; reason: Don’t ship — it’s “too late”…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n "})
    void shouldRejectWithoutAReason(String typed) {
        inputs.asking(QUESTION);
        act(interaction, reject("1", QUESTION));
        act(interaction, modals.submitReason("2", typed));

        assertThat(inputs.trace().origin().reason()).isNull();
    }

    @Test
    void shouldLeaveTheFormOpenWhereTheReasonIsTooLong() {
        inputs.asking(QUESTION);
        act(interaction, reject("1", QUESTION));

        assertThat(interaction
                        .receive(modals.submitReason("2", "x".repeat(501)))
                        .acknowledgement()
                        .json())
                .contains("500 characters at most. This one has 501.");
        assertThat(interaction
                        .receive(modals.submitReason("3", "x".repeat(500)))
                        .followUp())
                .isEqualTo(Decision.FollowUp.KEEP);
    }

    /** Of a reason that comes once Jenkins has forgotten the form, as after a restart, too, the build gets one line. */
    @Test
    void shouldWriteNoLineOfItsOwnIntoTheLog() {
        inputs.asking(QUESTION);
        act(interaction, reject("1", QUESTION));
        act(interaction, modals.submitReason("2", "late\nFinished: SUCCESS" + "x".repeat(1_000)));

        assertThat(inputs.trace().origin().reason())
                .startsWith("late Finished: SUCCESSx")
                .hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void shouldOfferARejectionWithoutAFormWhereSlackOpensNone() {
        inputs.asking(QUESTION);
        modals.expire();

        ActResult offered = act(interaction, reject("1", new ButtonTarget(QUESTION.build(), null)));

        assertThat(said(offered))
                .startsWith("Nothing was done yet. Slack has opened no form.")
                .contains("*shop/deploy #12: Deploy?*", "without a reason");
        String blocks = ((ActResult.Done) offered).answer().orElseThrow().blocks();
        assertThat(blocks)
                .contains(ButtonAction.REJECT.id(), "No way", "\\\"node\\\":\\\"7\\\"")
                .as("a button of this Jenkins, also where the answer is an ordinary message")
                .contains("seal");
        assertThat(inputs.trace()).isNull();
    }

    @Test
    void shouldSayWhyNothingCanBeRejectedAlsoWhereSlackOpensNoForm() {
        inputs.always(new InputResult.AlreadyAnswered("Bob", true, false));

        act(interaction, reject("1", QUESTION));
        assertThat(modals.last()).contains("*Bob* has approved *shop/deploy #12* before you.");

        modals.expire();
        assertThat(said(act(interaction, reject("2", QUESTION))))
                .isEqualTo("Nothing was done: *Bob* has approved *shop/deploy #12* before you.");
    }

    /** Whoever may stop a build may reject its question. */
    @Test
    void shouldOpenTheFormForWhoMayNotApprove() {
        inputs.asking(QUESTION).always(new InputResult.Refused("this question is for *ops* alone"));
        act(interaction, reject("1", QUESTION));
        assertThat(modals.last()).contains("You may not: this question is for *ops* alone.");

        inputs.letAllReject();
        act(interaction, reject("2", QUESTION));
        assertThat(lastView().has("submit")).isTrue();
    }

    @Test
    void shouldTellWhoWasFirstOfTwo() {
        inputs.asking(QUESTION);
        act(interaction, reject("1", QUESTION));
        ViewSubmission submission = modals.submitReason("3", "late");
        inputs.always(new InputResult.AlreadyAnswered("Bob", true, false));

        assertThat(said(act(interaction, submission)))
                .isEqualTo("Nothing was done: *Bob* has approved *shop/deploy #12* before you.");
    }

    @Test
    void shouldFindARejectionThatACrashHasCutOff() {
        inputs.asking(QUESTION);
        act(interaction, reject("1", QUESTION));
        ViewSubmission submission = modals.submitReason("2", "late");
        assertThat(alreadyDone(interaction, submission)).isEmpty();
        act(interaction, submission);

        assertThat(alreadyDone(interaction, submission).map(Presses::said))
                .contains("You have rejected *shop/deploy #12*.");
    }

    private static BlockAction reject(String id, ButtonTarget target) {
        return press(id, "U1", ButtonAction.REJECT_WITH_REASON, target);
    }

    private JsonObject lastView() {
        return JsonParser.parseString(modals.last()).getAsJsonObject();
    }
}
