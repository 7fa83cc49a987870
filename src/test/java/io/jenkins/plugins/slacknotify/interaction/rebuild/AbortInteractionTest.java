package io.jenkins.plugins.slacknotify.interaction.rebuild;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.BUILD;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.press;
import static io.jenkins.plugins.slacknotify.interaction.press.Presses.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import org.junit.jupiter.api.Test;

class AbortInteractionTest {
    private final FakeRebuildControl runs = new FakeRebuildControl();
    private final FakeModals modals = new FakeModals();
    private final AbortInteraction interaction =
            new AbortInteraction(new FakeMemberAccounts().link("U1", "ada"), Presses.SEAL, runs, modals);

    @Test
    void shouldStopABuildWithTheReason() {
        assertThat(said(act(interaction, press("1", "U1", ButtonAction.ABORT_WITH_REASON, BUILD))))
                .isEmpty();
        assertThat(modals.last()).contains("*shop/deploy #12*", "Reason");
        assertThat(runs.effects()).isEmpty();

        assertThat(said(act(interaction, modals.submitReason("2", "the tests hang"))))
                .isEqualTo("*shop/deploy #12* was told to stop. Does it go on?");
        assertThat(runs.effects()).containsExactly("abort shop/deploy #12: the tests hang");
    }

    @Test
    void shouldSayInTheFormThatThereIsNothingToStop() {
        runs.answer(new RebuildResult.AlreadyOver());
        act(interaction, press("1", "U1", ButtonAction.ABORT_WITH_REASON, BUILD));

        assertThat(modals.last()).contains("has ended already");
    }

    @Test
    void shouldOfferToStopWithoutAFormWhereSlackOpensNone() {
        modals.expire();
        ActResult offered = act(interaction, press("1", "U1", ButtonAction.ABORT_WITH_REASON, BUILD));

        assertThat(said(offered)).startsWith("Nothing was done yet.").contains("without a reason");
        assertThat(((ActResult.Done) offered).answer().orElseThrow().blocks()).contains(ButtonAction.ABORT.id());
        assertThat(runs.effects()).isEmpty();
    }

    @Test
    void shouldTryAgainWhileJenkinsLoadsTheBuild() {
        act(interaction, press("1", "U1", ButtonAction.ABORT_WITH_REASON, BUILD));
        ViewSubmission submission = modals.submitReason("2", "");
        runs.answer(new RebuildResult.NotYet());

        assertThat(act(interaction, submission)).isInstanceOf(ActResult.Later.class);
    }
}
