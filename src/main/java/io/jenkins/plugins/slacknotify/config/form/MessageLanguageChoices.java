package io.jenkins.plugins.slacknotify.config.form;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;

/** The choices of a field for the language of messages. */
public final class MessageLanguageChoices {
    private MessageLanguageChoices() {}

    /** @param none the label of the empty choice, which says what counts then */
    public static ListBoxModel with(String none) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(none, "");
        choices.add(Messages.MessageLanguageChoices_english(), MessageLanguage.EN.id());
        choices.add(Messages.MessageLanguageChoices_german(), MessageLanguage.DE.id());
        return choices;
    }
}
