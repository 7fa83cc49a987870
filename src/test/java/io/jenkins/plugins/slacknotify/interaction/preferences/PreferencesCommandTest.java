package io.jenkins.plugins.slacknotify.interaction.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.FakeChoices;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.ContextBuilds;
import io.jenkins.plugins.slacknotify.interaction.modal.FakeModals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreferencesCommandTest {
    private final FakeModals modals = new FakeModals();
    private boolean isOn = true;
    private Optional<PersonalSettings> settings =
            Optional.of(new PersonalSettings(Set.of(EventKind.FAILURE), true, Severity.WARNING, List.of("a/b"), null));
    private final PreferencesCommand command = new PreferencesCommand(
            new PreferencesControl() {
                @Override
                public boolean isOn() {
                    return isOn;
                }

                @Override
                public Optional<PersonalSettings> of(String account) {
                    return settings;
                }

                @Override
                public Optional<String> errorOf(String account, PersonalSettings settings, Instant asked) {
                    return Optional.empty();
                }

                @Override
                public void save(String account, PersonalSettings settings, Instant asked) {
                    throw new AssertionError("A command saves nothing");
                }

                @Override
                public Optional<String> page(String account) {
                    return Optional.of("https://jenkins.example.com/me/");
                }
            },
            modals);

    private String ask(boolean takesForms) {
        return command.run(new CommandCall(
                        Requests.origin("r1", Payloads.ANNA),
                        CommandLine.parse("prefs"),
                        new MemberAccount.Linked("anna", "Anna", null),
                        ContextBuilds.NONE,
                        takesForms,
                        null,
                        FakeChoices.ofOneRequest()))
                .text();
    }

    @Test
    void shouldOpenTheForm() {
        assertThat(ask(true)).isEqualTo("I have opened a form.");
        assertThat(modals.last()).contains("a/b").doesNotContain("switched");
    }

    /** Whoever chooses waits in vain otherwise. */
    @Test
    void shouldSayInTheFormThatJenkinsSendsNoneAtPresent() {
        isOn = false;

        ask(true);
        assertThat(modals.last()).contains("a/b", "until an administrator has switched them on");
    }

    @Test
    void shouldSayThatTheFormIsNotForMessages() {
        modals.expire();

        assertThat(ask(false))
                .contains("Type it after the slash command, or choose on <https://jenkins.example.com/me/|");
    }

    @Test
    void shouldSayThatTheFormWasTooLateForWhoHasTypedTheSlashCommand() {
        modals.expire();

        assertThat(ask(true))
                .contains("Slack has opened no form", "Jenkins’ log", "your page in Jenkins")
                .doesNotContain("slash command");
    }

    /** It stood there for ever before, and the member was told to type what they had typed. */
    @Test
    void shouldSayInTheWindowThatSlackTakesNoForm() {
        modals.refuseNext();

        assertThat(ask(true))
                .contains("could not be shown, or you have closed it", "your page in Jenkins")
                .doesNotContain("slash command");
        assertThat(modals.last()).contains("The form could not be shown");
    }

    @Test
    void shouldSayInTheWindowThatThereIsNothingToChoose() {
        settings = Optional.empty();

        ask(true);
        assertThat(modals.last()).contains("no preferences of your account");
    }
}
