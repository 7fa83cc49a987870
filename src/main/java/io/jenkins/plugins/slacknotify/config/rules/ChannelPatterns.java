package io.jenkins.plugins.slacknotify.config.rules;

import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import io.jenkins.plugins.slacknotify.routing.ChannelLink;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.List;
import java.util.Optional;

/** The patterns of a channel limit, as an administrator types them. */
final class ChannelPatterns {
    private ChannelPatterns() {}

    /**
     * Warns of names that no channel can have. Says of others without a {@code #} that they are names of destinations: a channel that was
     * meant would be refused to the jobs.
     */
    static FormValidation check(List<String> patterns) {
        // Any letter stands for what an asterisk stands for.
        Optional<String> impossible = ChannelName.validationError(patterns.stream()
                .filter(pattern -> pattern.startsWith("#"))
                .map(pattern -> pattern.replace('*', 'x'))
                .toList());
        if (impossible.isPresent()) {
            return FormValidation.warning(impossible.get());
        }
        List<String> destinations = patterns.stream()
                .map(ChannelLink::idOr)
                // The text for which an asterisk stands may begin with a #.
                .filter(pattern -> !pattern.startsWith("#")
                        && !pattern.startsWith("*")
                        && !SlackId.CHANNEL.matches(pattern)
                        && !SlackId.GROUP.matches(pattern))
                .toList();
        return destinations.isEmpty()
                ? FormValidation.ok()
                : FormValidation.ok(Messages.ChannelPatterns_destinations(String.join(", ", destinations)));
    }
}
