package io.jenkins.plugins.slacknotify.interaction.modal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.interaction.modal.FormOpener.Outcome;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FormOpenerTest {
    private final FakeModals modals = new FakeModals();
    private final FormOpener opener = new FormOpener(modals);

    private Outcome open(Supplier<String> form) {
        return opener.open(Requests.origin("r1", Payloads.ANNA), form, "Press again.");
    }

    @Test
    void shouldOpenAWindowBeforeTheFormIsKnown() {
        Outcome outcome = open(() -> {
            assertThat(modals.last()).contains("Asking Jenkins…");
            return "the form";
        });

        assertThat(outcome).isEqualTo(Outcome.SHOWN);
        assertThat(modals.last()).isEqualTo("the form");
    }

    @Test
    void shouldLookNothingUpWhereNoWindowOpens() {
        modals.expire();

        assertThat(open(() -> {
                    throw new AssertionError("looked up");
                }))
                .isEqualTo(Outcome.NOT_OPENED);
        assertThat(modals.shown()).isEmpty();
    }

    @Test
    void shouldSayInTheWindowThatTheFormIsNotTaken() {
        modals.refuseNext();

        assertThat(open(() -> "too large")).isEqualTo(Outcome.NOT_SHOWN);
        assertThat(modals.last()).contains("The form could not be shown. Press again.");
    }

    /** Another press would be of no use. The limit is in bytes: a letter may have several. */
    @Test
    void shouldSayInTheWindowThatTheFormIsLargerThanSlackTakes() {
        assertThat(open(() -> "x".repeat(250_000))).isEqualTo(Outcome.SHOWN);

        assertThat(open(() -> "ü".repeat(125_001))).isEqualTo(Outcome.NOT_SHOWN);
        assertThat(modals.last())
                .contains("larger than Slack takes", "in Jenkins")
                .doesNotContain("Press again");
    }

    @Test
    void shouldSayInTheWindowThatTheFormCannotBeMade() {
        assertThatThrownBy(() -> open(() -> {
                    throw new AccountsUnavailableException("no realm", new IllegalStateException());
                }))
                .hasMessage("no realm");

        assertThat(modals.last()).contains("The form could not be shown. Press again.");
    }

    /** Slack opens no second window for the same press, so another attempt would end in saying that there is none. */
    @Test
    void shouldTryNoSecondTimeWhereTheFormCannotBeMade() {
        Error failure = new NoClassDefFoundError("of another plugin");
        try (LoggedRecords logged = LoggedRecords.of(FormOpener.class)) {
            assertThat(open(() -> {
                        throw failure;
                    }))
                    .isEqualTo(Outcome.NOT_SHOWN);
            assertThat(logged.thrown()).containsExactly(failure);
        }

        assertThat(modals.last()).contains("The form could not be shown. Press again.");
    }

    @Test
    void shouldTellThatTheMemberHasClosedTheWindow() {
        modals.close();

        assertThat(open(() -> "the form")).isEqualTo(Outcome.NOT_SHOWN);
    }
}
