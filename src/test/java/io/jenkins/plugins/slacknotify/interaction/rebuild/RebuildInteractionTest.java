package io.jenkins.plugins.slacknotify.interaction.rebuild;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.alreadyDone;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.BUILD;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.press;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RebuildInteractionTest {
    private final FakeRebuildControl runs = new FakeRebuildControl();
    private final FakeMemberAccounts accounts =
            new FakeMemberAccounts().link("U1", "ada").link("U2", "bo").link("U3", "cy");
    private final RebuildInteraction interaction = new RebuildInteraction(accounts, Presses.SEAL, runs);

    @Test
    void shouldRunAgainAndOfferToTakeItBack() {
        ActResult result = act(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD));

        assertThat(said(result)).isEqualTo("*shop/deploy #12* runs again with the same parameters.");
        JsonObject button = button(result);
        assertThat(button.get("action_id").getAsString()).isEqualTo(ButtonAction.CANCEL.id());

        act(
                interaction,
                press("2", "U1", ButtonAction.CANCEL, button.get("value").getAsString()));
        assertThat(runs.effects())
                .containsExactly("again shop/deploy #12", "cancel shop/deploy " + FakeRebuildControl.SLOT);
    }

    @Test
    void shouldTakeADoubleClickAsOne() {
        act(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD));

        assertThat(act(interaction, press("2", "U1", ButtonAction.RUN_AGAIN, BUILD)))
                .isEqualTo(ActResult.silent());
        assertThat(runs.effects()).containsExactly("again shop/deploy #12");
    }

    @Test
    void shouldFindAStartThatACrashHasCutOff() {
        assertThat(alreadyDone(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD)))
                .as("nothing was started yet")
                .isEmpty();
        act(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD));

        assertThat(alreadyDone(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD))
                        .map(it -> said(it)))
                .contains("*shop/deploy #12* runs again with the same parameters.");
        assertThat(alreadyDone(interaction, press("1", "U1", ButtonAction.ABORT, BUILD)))
                .isEmpty();
    }

    /** After a restart, Slack or the security realm may not answer yet. */
    @Test
    void shouldWaitUntilItKnowsWhoHasPressed() {
        act(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD));
        accounts.put("U1", new MemberAccount.None(MemberAccount.Reason.UNAVAILABLE, "so nothing was done", null));

        for (ButtonAction action : List.of(ButtonAction.RUN_AGAIN, ButtonAction.ABORT)) {
            assertThat(alreadyDone(interaction, press("1", "U1", action, BUILD)))
                    .hasValueSatisfying(result -> assertThat(result).isInstanceOf(ActResult.Later.class));
        }
        accounts.fail(new AccountsUnavailableException("down", null));
        assertThat(alreadyDone(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD)))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(ActResult.Later.class));
    }

    @ParameterizedTest
    @EnumSource(
            value = MemberAccount.Reason.class,
            names = {"UNLINKED", "DEACTIVATED", "ACCOUNT_DISABLED", "ACCOUNT_GONE", "SIGN_IN_TOO_OLD", "GUEST"})
    void shouldFindAStartOfWhoMayActForNoAccountAnyMore(MemberAccount.Reason reason) {
        act(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD));
        accounts.put("U1", new MemberAccount.None(reason, "so nothing was done", null));

        assertThat(alreadyDone(interaction, press("1", "U1", ButtonAction.RUN_AGAIN, BUILD))
                        .map(result -> said(result)))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("What you have asked for was done.")
                        .doesNotContain("shop/deploy"));
        assertThat(alreadyDone(interaction, press("2", "U1", ButtonAction.RUN_AGAIN, BUILD)))
                .as("one that had no effect")
                .isEmpty();
    }

    @Test
    void shouldAbort() {
        assertThat(said(act(interaction, press("1", "U1", ButtonAction.ABORT, BUILD))))
                .startsWith("*shop/deploy #12* was told to stop.");
        assertThat(runs.effects()).containsExactly("abort shop/deploy #12");
    }

    @Test
    void shouldAbortLaterWhatIsBeingLoaded() {
        runs.answer(new RebuildResult.NotYet());
        var later = (ActResult.Later) act(interaction, press("1", "U1", ButtonAction.ABORT, BUILD));
        assertThat(later.inTheEnd().text()).contains("*shop/deploy #12*", "Try again in a few minutes");
    }

    @Test
    void shouldOfferTheNextHarderWayBehindADialog() {
        JsonObject terminate = button(act(interaction, press("1", "U1", ButtonAction.ABORT, BUILD)));
        assertThat(terminate.get("action_id").getAsString()).isEqualTo(ButtonAction.TERMINATE.id());
        assertThat(terminate.getAsJsonObject("confirm").toString()).contains("shop/deploy #12 is cut off");

        JsonObject kill = button(act(
                interaction,
                press("2", "U1", ButtonAction.TERMINATE, terminate.get("value").getAsString())));
        assertThat(kill.get("action_id").getAsString()).isEqualTo(ButtonAction.KILL.id());
        assertThat(kill.has("confirm")).isTrue();

        assertThat(said(act(
                        interaction,
                        press("3", "U1", ButtonAction.KILL, kill.get("value").getAsString()))))
                .isEqualTo("*shop/deploy #12* was killed.");
        assertThat(runs.effects())
                .containsExactly("abort shop/deploy #12", "terminate shop/deploy #12", "kill shop/deploy #12");
    }

    @Test
    void shouldSayInASentenceWhyNothingWasDone() {
        runs.answer(new RebuildResult.AlreadyOver());
        assertThat(said(act(interaction, press("1", "U1", ButtonAction.ABORT, BUILD))))
                .contains("has ended already");
        assertThat(said(act(interaction, press("2", "U1", ButtonAction.CANCEL, BUILD))))
                .contains("not in the queue");
        runs.answer(new RebuildResult.NoSuchBuild());
        assertThat(said(act(interaction, press("3", "U1", ButtonAction.RUN_AGAIN, BUILD))))
                .contains("is not there");
        runs.answer(new RebuildResult.CannotRepeat("it has passwords."));
        assertThat(said(act(interaction, press("4", "U2", ButtonAction.RUN_AGAIN, BUILD))))
                .isEqualTo("Nothing was done: it has passwords.");
        runs.answer(new RebuildResult.Refused("*Job/Build* on *a* is missing"));
        assertThat(said(act(interaction, press("5", "U3", ButtonAction.RUN_AGAIN, BUILD))))
                .startsWith("You may not: *Job/Build* on *a* is missing. You are");
    }

    /** Of a button that anybody may have made, whoever has pressed would be asked first whether that was meant. */
    @ParameterizedTest
    @EnumSource(
            value = ButtonAction.class,
            names = {"ABORT", "TERMINATE", "KILL", "CANCEL"})
    void shouldNotAskWhetherAPressWasMeantThatComesTooLate(ButtonAction action) {
        String value = BUILD.value().orElseThrow();
        assertThat(said(act(interaction, press("1", "U1", action, value)))).startsWith("Nothing was done yet.");

        runs.answer(new RebuildResult.AlreadyOver());
        assertThat(said(act(interaction, press("2", "U1", action, value))))
                .isEqualTo(said(act(interaction, press("3", "U1", action, BUILD))))
                .containsAnyOf("has ended already", "not in the queue");
    }

    @Test
    void shouldDoNothingForWhoIsNotLinked() {
        assertThat(said(act(interaction, press("1", "U9", ButtonAction.ABORT, BUILD))))
                .isEqualTo("Not linked");
        assertThat(runs.effects()).isEmpty();
    }

    private static JsonObject button(ActResult result) {
        String blocks = ((ActResult.Done) result).answer().orElseThrow().blocks();
        for (JsonElement block : JsonParser.parseString(blocks).getAsJsonArray()) {
            if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                return block.getAsJsonObject().getAsJsonArray("elements").get(0).getAsJsonObject();
            }
        }
        throw new AssertionError("no button in " + blocks);
    }
}
