package io.jenkins.plugins.slacknotify.interaction.rebuild;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.alreadyDone;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.BUILD;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.press;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm.Kind;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RerunInteractionTest {
    private static final ParameterForm.Field VERSION = field("version", Kind.LINE, "1.3");
    private static final ParameterForm.Field STAGE =
            field(RerunControl.STAGE, Kind.CHOICE, "Deploy", "Deploy", "Build");

    private final FakeMemberAccounts accounts = new FakeMemberAccounts().link("U1", "ada");
    private final FakeRerunControl runs = new FakeRerunControl();
    private final FakeModals modals = new FakeModals();
    private final FakeChoices choices = new FakeChoices();
    private final RerunInteraction changed = RerunInteraction.withChanges(accounts, Presses.SEAL, runs, modals);
    private final RerunInteraction fromStage = RerunInteraction.fromStage(accounts, Presses.SEAL, runs, modals);

    @Test
    void shouldRunAgainWithWhatWasFilledIn() {
        runs.asking(VERSION);
        act(changed, press("1", "U1", ButtonAction.RUN_CHANGED, BUILD));
        JsonObject form = shown();
        assertThat(form.toString()).contains("Again?", "version", "1.3");

        assertThat(said(act(changed, submission(form, "2", "1.4"))))
                .isEqualTo("*shop/deploy #12* runs again with changes.");
        assertThat(runs.effects()).containsExactly("changed shop/deploy #12 {version=1.4} by ada");
    }

    /** Slack asks to try again where the acknowledgement is late, though the form has come. */
    @Test
    void shouldRunOnceWhatIsSentAgainFromTheSameForm() {
        runs.asking(VERSION);
        act(changed, press("1", "U1", ButtonAction.RUN_CHANGED, BUILD));
        JsonObject form = shown();
        ViewSubmission first = submission(form, "2", "1.4");
        changed.act(first, choices.of(first));
        ViewSubmission second = submission(form, "3", "1.4");
        RerunInteraction ofNextProcess = RerunInteraction.withChanges(accounts, Presses.SEAL, runs, modals);

        assertThat(changed.act(second, choices.of(second))).isEqualTo(ActResult.silent());
        assertThat(ofNextProcess.act(second, choices.of(second))).isEqualTo(ActResult.silent());
        assertThat(runs.effects()).hasSize(1);
    }

    @Test
    void shouldRunAgainFromTheStageThatWasChosen() {
        runs.asking(STAGE);
        act(fromStage, press("1", "U1", ButtonAction.RUN_FROM_STAGE, BUILD));

        act(fromStage, submission(shown(), "2", "1"));

        assertThat(runs.effects()).containsExactly("from Build shop/deploy #12 by ada");
    }

    @Test
    void shouldTakeOnlyItsOwnButtonAndForm() {
        runs.asking(STAGE);
        act(fromStage, press("1", "U1", ButtonAction.RUN_FROM_STAGE, BUILD));
        ViewSubmission sent = submission(shown(), "2", "1");

        assertThat(fromStage.accepts(sent)).isTrue();
        assertThat(changed.accepts(sent)).isFalse();
        assertThat(changed.accepts(press("3", "U1", ButtonAction.RUN_FROM_STAGE, BUILD)))
                .isFalse();
    }

    @Test
    void shouldNotPutValuesIntoOtherParametersThatTheJobHasGotMeanwhile() {
        runs.asking(VERSION, field("notes", Kind.PARAGRAPH, ""));
        act(changed, press("1", "U1", ButtonAction.RUN_CHANGED, BUILD));
        ViewSubmission sent = submission(shown(), "2", "1.4");
        runs.asking(field("notes", Kind.PARAGRAPH, ""), VERSION);

        assertThat(said(act(changed, sent))).contains("was changed since the form was opened");
        assertThat(runs.effects()).isEmpty();
    }

    @Test
    void shouldFindAStartThatACrashHasCutOff() {
        runs.asking(VERSION);
        act(changed, press("1", "U1", ButtonAction.RUN_CHANGED, BUILD));
        ViewSubmission sent = submission(shown(), "2", "1.4");
        assertThat(alreadyDone(changed, sent)).isEmpty();

        act(changed, sent);

        assertThat(alreadyDone(changed, sent).map(result -> said(result)))
                .contains("*shop/deploy #12* runs again with changes.");
    }

    @Test
    void shouldFindAStartOfWhoMayActForNoAccountAnyMore() {
        runs.asking(VERSION);
        act(changed, press("1", "U1", ButtonAction.RUN_CHANGED, BUILD));
        ViewSubmission sent = submission(shown(), "2", "1.4");
        act(changed, sent);

        accounts.put("U1", new MemberAccount.None(MemberAccount.Reason.UNAVAILABLE, "so nothing was done", null));
        assertThat(alreadyDone(changed, sent))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(ActResult.Later.class));
        accounts.put("U1", new MemberAccount.None(MemberAccount.Reason.UNLINKED, "so nothing was done", null));
        assertThat(alreadyDone(changed, sent).map(result -> said(result)))
                .hasValueSatisfying(said -> assertThat(said).startsWith("What you have asked for was done."));
    }

    @Test
    void shouldSayInTheWindowWhyItCannotBe() {
        runs.refuse(new RebuildResult.CannotRepeat("the parameter `KEY` is a secret."));

        act(changed, press("1", "U1", ButtonAction.RUN_CHANGED, BUILD));

        assertThat(shown().toString()).contains("Nothing was done: the parameter `KEY` is a secret.");
        assertThat(shown().has("submit")).isFalse();
    }

    @Test
    void shouldAskAgainWhetherItMayWhenTheFormIsSent() {
        runs.asking(VERSION);
        act(changed, press("1", "U1", ButtonAction.RUN_CHANGED, BUILD));
        ViewSubmission sent = submission(shown(), "2", "1.4");
        runs.refuse(new RebuildResult.Refused("*Job/Build* on *a* is missing"));

        assertThat(said(act(changed, sent))).startsWith("You may not: *Job/Build* on *a* is missing.");
        assertThat(runs.effects()).isEmpty();
    }

    private JsonObject shown() {
        return JsonParser.parseString(modals.last()).getAsJsonObject();
    }

    private static ParameterForm.Field field(String name, Kind kind, String initial, String... choices) {
        return new ParameterForm.Field(name, kind, null, initial, List.of(choices), value -> Optional.empty());
    }

    private static ViewSubmission submission(JsonObject form, String id, String value) {
        return new ViewSubmission(
                Requests.origin(id, "U1"),
                new ViewReference(
                        "V1",
                        "modal",
                        form.get("callback_id").getAsString(),
                        "h",
                        form.get("private_metadata").getAsString()),
                new FormState(Map.of("parameter-0", Map.of("value", new FieldValue("any", List.of(value))))));
    }
}
