package io.jenkins.plugins.slacknotify.config.rules;

import hudson.model.User;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import java.util.List;
import java.util.Optional;

/** Checks the names in mentions, as far as this Jenkins can without a call to Slack. */
public final class MentionValidator {
    private MentionValidator() {}

    /**
     * Returns a sentence that names those who are no account; empty where there are none. Does not ask the security realm, which may be slow.
     *
     * @throws IllegalArgumentException where somebody cannot be mentioned, see {@link Mention#of}
     */
    public static Optional<String> problem(List<String> names) {
        List<String> unknown = unknown(names);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Messages.MentionValidator_unknown(String.join(", ", unknown)));
    }

    /** Returns the message at a field with names to mention. An unknown account is no more than a warning, as it may be made later. */
    public static FormValidation check(List<String> names) {
        try {
            return problem(names).map(FormValidation::warning).orElseGet(FormValidation::ok);
        } catch (IllegalArgumentException invalid) {
            return FormValidation.error(invalid.getMessage());
        }
    }

    /** Returns the names that are no account, on the terms of {@link #problem}. */
    public static List<String> unknown(List<String> names) {
        return Mention.unresolvedNames(Mention.of(names)).stream()
                .filter(MentionValidator::isUnknown)
                .toList();
    }

    /** Whether a name is neither an e-mail address nor an account that this Jenkins has in memory or on disk. */
    static boolean isUnknown(String name) {
        return !name.contains("@") && User.getById(name, false) == null;
    }
}
