package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.ConfiguredBot;
import io.jenkins.plugins.slacknotify.config.connection.ScopeMessages;
import io.jenkins.plugins.slacknotify.config.connection.SlackProblem;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.manifest.ScopeCheck;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The result of asking Slack for the scopes of a token, compared with what the configuration needs.
 *
 * @param good whether the token has all scopes that the configuration needs
 * @param granted what it has; null where Slack does not say
 */
public record ScopeReport(
        boolean good, List<String> sentences, @CheckForNull Set<String> granted) {
    /** Asks Slack for the scopes of a bot's token, on the caller's thread. */
    static ScopeReport ask(ScopeNeeds needs, ConfiguredBot bot) {
        ScopeReport report = answer(needs, bot);
        String workspace = bot.workspace();
        return workspace == null ? report : report.after(Messages.ScopeReport_workspace(workspace));
    }

    private ScopeReport after(String sentence) {
        return new ScopeReport(
                good, Stream.concat(Stream.of(sentence), sentences.stream()).toList(), granted);
    }

    private static ScopeReport answer(ScopeNeeds needs, ConfiguredBot bot) {
        try {
            SlackResult<BotIdentity> answer = bot.identify();
            return answer instanceof SlackResult.Success<BotIdentity> success
                    ? of(needs, success.value())
                    : problem(SlackProblem.describe(answer));
        } catch (TokenUnavailableException e) {
            return problem(e.getMessage());
        }
    }

    private static ScopeReport of(ScopeNeeds needs, BotIdentity bot) {
        if (bot.scopes().isEmpty()) {
            return problem(Messages.ScopeReport_unknown(bot.botName(), bot.workspace()));
        }
        ScopeCheck check = ScopeCheck.of(needs, bot.scopes());
        Optional<String> missing = ScopeMessages.missing(check);
        String first = missing.orElseGet(() -> Messages.ScopeReport_good(bot.botName(), bot.workspace()));
        List<String> sentences = Stream.of(Optional.of(first), ScopeMessages.advisable(check), unused(check))
                .flatMap(Optional::stream)
                .toList();
        return new ScopeReport(missing.isEmpty(), sentences, bot.scopes());
    }

    private static Optional<String> unused(ScopeCheck check) {
        return check.unused().isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.ScopeReport_unused(String.join(", ", check.unused())));
    }

    private static ScopeReport problem(String sentence) {
        return new ScopeReport(false, List.of(sentence), null);
    }
}
