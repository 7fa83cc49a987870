package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.CredentialsTokenSource;
import io.jenkins.plugins.slacknotify.config.rules.RuleDescriber;
import io.jenkins.plugins.slacknotify.engine.Preview;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.html.MessageHtml;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * A message to a destination, as a page shows it.
 *
 * @param problem why it would not get through, as far as that is known without asking Slack; null where nothing is
 *     known
 */
public record MessageRow(
        String destination,
        String severity,
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        RenderedMessage content,
        List<RenderedMessage> thread,
        @CheckForNull String problem) {
    /**
     * Makes the row of a message.
     *
     * @param asConfigured whether the workspaces are the configured ones, and not some that are only tried
     */
    static MessageRow of(Preview.Message message, BuildKey build, boolean asConfigured) {
        Destination destination = message.route().destination();
        boolean known = asConfigured || destination.workspace() == null;
        return new MessageRow(
                RuleDescriber.destination(destination),
                message.route().severity().id(),
                message.botName(),
                message.botIcon(),
                message.content(),
                message.thread(),
                known ? problem(destination, build) : null);
    }

    /** Looks for the token as sending does, and drops it at once. Only administrators read which credential is missing. */
    @CheckForNull
    private static String problem(Destination destination, BuildKey build) {
        try {
            new CredentialsTokenSource().findForPage(destination, build);
            return null;
        } catch (TokenUnavailableException e) {
            return Jenkins.get().hasPermission(Jenkins.ADMINISTER) ? e.getMessage() : Messages.MessageRow_noToken();
        }
    }

    /** The message as HTML. It is escaped, so a page can contain it as it is. */
    public String html() {
        return MessageHtml.of(content);
    }

    /** The messages that follow in the thread as HTML, escaped like {@link #html}. */
    public List<String> threadHtml() {
        return thread.stream().map(MessageHtml::of).toList();
    }
}
