package io.jenkins.plugins.slacknotify.interaction.claim;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.BUILD;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.press;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import org.junit.jupiter.api.Test;

class ClaimInteractionTest {
    private final ClaimInteraction interaction = new ClaimInteraction(
            new FakeMemberAccounts().link("U1", "ada").link("U2", "bob"), Presses.SEAL, new FakeClaimControl());

    @Test
    void shouldLetOneLookAfterABuildAndTellTheOther() {
        assertThat(said(act(interaction, press("1", "U1", ButtonAction.CLAIM, BUILD))))
                .startsWith("You look after *shop/deploy #12*.");
        assertThat(said(act(interaction, press("2", "U2", ButtonAction.CLAIM, BUILD))))
                .isEqualTo("*Name of ada* looks after *shop/deploy #12* already.");
    }

    @Test
    void shouldReleaseWhatIsClaimed() {
        assertThat(said(act(interaction, press("1", "U2", ButtonAction.RELEASE, BUILD))))
                .isEqualTo("Nothing was done: nobody looks after *shop/deploy #12*.");
        act(interaction, press("2", "U1", ButtonAction.CLAIM, BUILD));

        assertThat(said(act(interaction, press("3", "U2", ButtonAction.RELEASE, BUILD))))
                .isEqualTo("Nobody looks after *shop/deploy #12* any more.");
        assertThat(said(act(interaction, press("4", "U2", ButtonAction.CLAIM, BUILD))))
                .startsWith("You look after");
    }

    /** Whether the button was made by this Jenkins or by anybody. */
    @Test
    void shouldNotAskWhetherAPressWasMeantThatChangesNothing() {
        String value = BUILD.value().orElseThrow();
        assertThat(said(act(interaction, press("1", "U2", ButtonAction.RELEASE, value))))
                .isEqualTo("Nothing was done: nobody looks after *shop/deploy #12*.");
        assertThat(said(act(interaction, press("2", "U1", ButtonAction.CLAIM, value))))
                .startsWith("Nothing was done yet.");
        act(interaction, press("3", "U1", ButtonAction.CLAIM, BUILD));

        assertThat(said(act(interaction, press("4", "U2", ButtonAction.CLAIM, value))))
                .isEqualTo("*Name of ada* looks after *shop/deploy #12* already.");
    }

    @Test
    void shouldDoNothingForWhoIsNotLinked() {
        assertThat(said(act(interaction, press("1", "U9", ButtonAction.CLAIM, BUILD))))
                .isEqualTo("Not linked");
        assertThat(said(act(interaction, press("2", "U1", ButtonAction.CLAIM, BUILD))))
                .startsWith("You look after");
    }
}
