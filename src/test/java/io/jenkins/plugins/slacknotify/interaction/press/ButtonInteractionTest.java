package io.jenkins.plugins.slacknotify.interaction.press;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.BUILD;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.press;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonInteractionTest {
    private final List<ButtonAction> done = new ArrayList<>();
    private PressCheck check = PressCheck.POSSIBLE;
    private final ButtonInteraction interaction =
            new ButtonInteraction(
                    new FakeMemberAccounts().link("U1", "ada"), Presses.SEAL, EnumSet.allOf(ButtonAction.class)) {
                @Override
                protected PressCheck check(ButtonPress press, MemberAccount.Linked member) {
                    return check;
                }

                @Override
                protected ActResult act(ButtonPress press, MemberAccount.Linked member) {
                    done.add(press.action());
                    return ActResult.say("Done");
                }
            };

    private static BlockAction unsealed(String id, ButtonAction action) {
        return press(id, "U1", action, BUILD.value().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(ButtonAction.class)
    void shouldDoWhatAButtonOfThisJenkinsSays(ButtonAction action) {
        assertThat(said(act(interaction, press("1", "U1", action, BUILD)))).isEqualTo("Done");
        assertThat(done).containsExactly(action);
    }

    /** Its author may have given it any label. A form says what it is about, so it may open. */
    @ParameterizedTest
    @EnumSource(
            value = ButtonAction.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWER", "REJECT_WITH_REASON", "ABORT_WITH_REASON", "RUN_CHANGED", "RUN_FROM_STAGE", "MUTE"})
    void shouldAskWhetherAButtonOfNobodyKnowsWhomWasMeant(ButtonAction action) {
        ActResult asked = act(interaction, unsealed("1", action));

        assertThat(done).isEmpty();
        assertThat(said(asked))
                .startsWith("Nothing was done yet. The button that you have pressed ")
                .contains("shop/deploy");
        JsonObject button = JsonParser.parseString(
                        ((ActResult.Done) asked).answer().orElseThrow().blocks())
                .getAsJsonArray()
                .get(1)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject();
        assertThat(button.get("action_id").getAsString()).isEqualTo(action.id());

        act(interaction, press("2", "U1", action, button.get("value").getAsString()));
        assertThat(done).as("after the answer was pressed").containsExactly(action);
    }

    @ParameterizedTest
    @EnumSource(
            value = ButtonAction.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWER", "REJECT_WITH_REASON", "ABORT_WITH_REASON", "RUN_CHANGED", "RUN_FROM_STAGE", "MUTE"})
    void shouldSayAtOnceThatAPressHasNoEffect(ButtonAction action) {
        check = new PressCheck.Impossible(ActResult.say("It has ended"));

        assertThat(said(act(interaction, unsealed("1", action)))).isEqualTo("It has ended");
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ButtonAction.class,
            names = {"ANSWER", "REJECT_WITH_REASON", "ABORT_WITH_REASON", "RUN_CHANGED", "RUN_FROM_STAGE", "MUTE"})
    void shouldOpenAFormForAnyButton(ButtonAction action) {
        act(interaction, unsealed("1", action));

        assertThat(done).containsExactly(action);
    }

    @Test
    void shouldBelieveAnEphemeralMessageAndAView() {
        BlockAction press = unsealed("1", ButtonAction.RUN_AGAIN);
        act(
                interaction,
                new BlockAction(press.origin(), press.actions(), press.message(), true, null, FormState.EMPTY));
        act(
                interaction,
                new BlockAction(
                        press.origin(),
                        press.actions(),
                        null,
                        false,
                        new ViewReference("V1", "home", "", "h", ""),
                        FormState.EMPTY));

        assertThat(done).containsExactly(ButtonAction.RUN_AGAIN, ButtonAction.RUN_AGAIN);
    }

    /** An author can put the copy of a sealed value into the options of a menu. */
    @ParameterizedTest
    @ValueSource(strings = {"static_select", "overflow", "radio_buttons", "plain_text_input"})
    void shouldNotBelieveASealThatWasChosenOrTyped(String type) {
        BlockAction button = press("1", "U1", ButtonAction.RUN_AGAIN, BUILD);
        BlockAction.Action pressed = button.actions().get(0);
        BlockAction chosen = new BlockAction(
                button.origin(),
                List.of(new BlockAction.Action(
                        pressed.actionId(),
                        pressed.blockId(),
                        new FieldValue(type, pressed.value().values()))),
                button.message(),
                false,
                null,
                FormState.EMPTY);

        assertThat(said(act(interaction, chosen))).startsWith("Nothing was done yet.");
        assertThat(done).isEmpty();
    }

    @Test
    void shouldNotBelieveASealForAnotherAct() {
        String value = Presses.SEAL.value(ButtonAction.CLAIM, BUILD).orElseThrow();

        act(interaction, press("1", "U1", ButtonAction.KILL, value));

        assertThat(done).isEmpty();
    }
}
