package io.jenkins.plugins.slacknotify.interaction.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import java.util.Locale;

/**
 * The look of previews in one place. What of logs and tests they may show is decided before.
 *
 * @param language in which they are written; that of the Jenkins process where it is null
 * @param emoji with which the headlines of builds begin
 */
public record PreviewTerms(
        MessageButtons buttons, @CheckForNull Locale language, EmojiSet emoji) {}
