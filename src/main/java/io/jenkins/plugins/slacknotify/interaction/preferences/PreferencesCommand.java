package io.jenkins.plugins.slacknotify.interaction.preferences;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.command.Command;
import io.jenkins.plugins.slacknotify.interaction.command.CommandCall;
import io.jenkins.plugins.slacknotify.interaction.command.CommandUsage;
import io.jenkins.plugins.slacknotify.interaction.modal.FormOpener;
import io.jenkins.plugins.slacknotify.interaction.modal.Modals;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;

/** Opens the form of the member's preferences, or links to their page where Slack lets no form be opened. */
public final class PreferencesCommand implements Command {
    private static final int MAX_NAME = 100;

    private final PreferencesControl preferences;
    private final FormOpener opener;

    public PreferencesCommand(PreferencesControl preferences, Modals modals) {
        this.preferences = preferences;
        this.opener = new FormOpener(modals);
    }

    @Override
    public CommandUsage usage() {
        return new CommandUsage(
                List.of("prefs", "preferences", "settings"), "", "what you are told in direct messages, as a form");
    }

    @Override
    public Answer run(CommandCall call) {
        FormOpener.Outcome outcome = opener.open(
                call.origin(),
                () -> preferences
                        .of(call.as())
                        .map(settings -> PreferencesView.of(settings, preferences.isOn()))
                        .orElseGet(() -> FormOpener.saying("Jenkins has no preferences of your account yet.")),
                "Type it again.");
        return Answer.ephemeral(
                switch (outcome) {
                    case SHOWN -> "I have opened a form.";
                    case NOT_OPENED ->
                        call.takesForms()
                                ? FormOpener.NO_FORM + " Type it again" + alternativeOnThePage(call)
                                : "Slack lets no form be opened from here. Type it after the slash command"
                                        + alternativeOnThePage(call);
                    case NOT_SHOWN ->
                        "The form could not be shown, or you have closed it, so nothing was changed. Type it again"
                                + alternativeOnThePage(call);
                });
    }

    /** Returns the end of a sentence that names the page of the preferences in Jenkins. */
    private String alternativeOnThePage(CommandCall call) {
        return preferences
                        .page(call.as())
                        .map(page -> ", or choose on " + Mrkdwn.link(page, "your page in Jenkins", MAX_NAME))
                        .orElse("")
                + ".";
    }
}
