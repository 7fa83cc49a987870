package io.jenkins.plugins.slacknotify.interaction.preferences;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;

/** Opens the form of the member's preferences, or links to their page where Slack lets no form be opened. */
public final class PreferencesCommand implements Command {
    private static final int NAME_LIMIT = 100;

    private final PersonalPreferences preferences;
    private final Modals modals;

    public PreferencesCommand(PersonalPreferences preferences, Modals modals) {
        this.preferences = preferences;
        this.modals = modals;
    }

    @Override
    public List<String> names() {
        return List.of("prefs", "preferences", "settings");
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String purpose() {
        return "what you are told in direct messages, as a form";
    }

    @Override
    public Answer run(CommandCall call) {
        Optional<String> view = modals.open(call.origin(), ModalView.saying("Jenkins", "Asking Jenkins…"));
        boolean isShown = view.isPresent()
                && preferences
                        .of(call.as())
                        .filter(settings -> modals.update(call.origin(), view.get(), PreferencesView.of(settings)))
                        .isPresent();
        return Answer.ephemeral(
                isShown
                        ? "I have opened a form."
                        : preferences
                                .page(call.as())
                                .map(page ->
                                        "Slack lets no form be opened from here. Type it after the slash command, or choose on "
                                                + Mrkdwn.link(page, "your page in Jenkins", NAME_LIMIT) + ".")
                                .orElse("Slack lets no form be opened from here. Type it after the slash command."));
    }
}
