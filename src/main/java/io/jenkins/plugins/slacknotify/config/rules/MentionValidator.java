package io.jenkins.plugins.slacknotify.config.rules;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import java.util.List;
import java.util.Optional;

/** Whom a mention names, as far as this Jenkins can tell without asking Slack. */
public final class MentionValidator {
    private MentionValidator() {}

    /**
     * Says who is no account; empty where there is nothing to say. Does not ask the security realm, which may take its time.
     *
     * @throws IllegalArgumentException where somebody cannot be mentioned, see {@link Mention#of}
     */
    public static Optional<String> problem(List<String> names) {
        List<String> unknown = Mention.unresolvedNames(Mention.of(names)).stream()
                .filter(name -> !name.contains("@") && User.getById(name, false) == null)
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.MentionNames_unknown(String.join(", ", unknown)));
    }
}
