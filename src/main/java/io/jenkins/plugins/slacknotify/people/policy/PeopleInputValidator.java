package io.jenkins.plugins.slacknotify.people.policy;

import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The validation of what administrators and people enter about notifications in person, for pages and for configuration as
 * code, before anything is stored. Later nothing is refused: invalid input matches nothing.
 *
 * <p>Each method returns the validation error as plain English sentences that do not quote the input; empty where it is valid.
 */
public final class PeopleInputValidator {
    private static final int MAX_LENGTH = 500;

    private static final Pattern BLANKS_OR_CONTROL = Pattern.compile("[\\s\\p{gc=Cc}]");

    private static final String EXACTLY_ONE_AT =
            "An address has one @ with something on each side of it, such as ada@example.com.";

    private PeopleInputValidator() {}

    /** Validates a pattern of {@link Preferences#quietJobs}. */
    public static Optional<String> validateJobPattern(String pattern) {
        String text = pattern.strip();
        if (text.contains("\\")) {
            return Optional.of("Put / between folders and jobs, such as team/app/main.");
        }
        if (text.startsWith("/") || text.endsWith("/") || text.contains("//")) {
            return Optional.of("A job's full name neither begins nor ends with a slash, and has no two in a row: write"
                    + " team/app for the job, and team/** for all that is in the folder.");
        }
        return validateWildcards(text);
    }

    /** Validates a pattern of {@link PeoplePolicy#ignored}. */
    public static Optional<String> validateAddressPattern(String pattern) {
        String text = pattern.strip();
        if (text.matches("\\*+(@\\*+)?")) {
            return Optional.of(
                    "This fits every address, so nobody would be told. Name what they have in common, such as"
                            + " *@users.noreply.github.com.");
        }
        if (BLANKS_OR_CONTROL.matcher(text).find() || !hasOneAt(text)) {
            return Optional.of(EXACTLY_ONE_AT + " Write * for any text: noreply@*.");
        }
        return validateWildcards(text);
    }

    /** Validates a domain of {@link PeoplePolicy#withoutAccount}. */
    public static Optional<String> validateDomain(String domain) {
        String text = domain.strip();
        if (text.contains("@")) {
            return Optional.of("Write the domain alone, without the @ and what is before it: example.com.");
        }
        if (text.contains("*")) {
            return Optional.of(
                    "Each domain has to be named, as a subdomain may be in other hands: write example.com and"
                            + " mail.example.com, each by itself.");
        }
        if (!MailAddress.isDomain(text) || !text.contains(".")) {
            return Optional.of(
                    "This is not a domain of e-mail addresses. Write it with its dots, such as example.com, and"
                            + " letters beyond a to z in the form that begins with xn--.");
        }
        return Optional.empty();
    }

    /** Validates both parts of an {@link Alias}. */
    public static Optional<String> validateAlias(String from, String to) {
        return validateAliasFrom(from.strip()).or(() -> validateAliasTo(from, to.strip()));
    }

    private static Optional<String> validateAliasFrom(String from) {
        if (from.isEmpty() || from.length() > MAX_LENGTH) {
            return Optional.of(
                    "Name whom the alias is for: an address, a pattern such as *@old.example, or the id of an"
                            + " account.");
        }
        if (from.indexOf('*') != from.lastIndexOf('*')) {
            return Optional.of("An alias has one * at most. Write one alias for each domain.");
        }
        if (from.contains("*") && (!hasOneAt(from) || "*@*".equals(from))) {
            return Optional.of("A pattern is for addresses, and has one @ with something on each side of it, such as"
                    + " *@old.example.");
        }
        return Optional.empty();
    }

    private static Optional<String> validateAliasTo(String from, String to) {
        if (SlackId.MEMBER.matches(to)) {
            return from.contains("*")
                    ? Optional.of(
                            "All that the pattern fits would be one person in Slack. Write an address with a * in it,"
                                    + " such as *@new.example, or one alias for each person.")
                    : Optional.empty();
        }
        if (to.contains("*") && !from.contains("*")) {
            return Optional.of("The * stands for nothing, as there is none in what the alias is for.");
        }
        if (from.contains("*") && !to.contains("*")) {
            return Optional.of(
                    "All that the pattern fits would be one person in Slack. Write the * where their own part of"
                            + " the address belongs, such as *@new.example.");
        }
        return MailAddress.parse(to.replaceFirst("\\*", "x")).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Write an e-mail address, such as ada@example.com, or a Slack member id, such as U012AB3CD.");
    }

    private static Optional<String> validateWildcards(String pattern) {
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
            return Optional.of("A pattern has 1 to " + MAX_LENGTH + " characters.");
        }
        return pattern.contains("***")
                ? Optional.of("Write * for any text within one part, and ** for any text at all; there is no ***.")
                : Optional.empty();
    }

    private static boolean hasOneAt(String text) {
        int at = text.indexOf('@');
        return at > 0 && at < text.length() - 1 && at == text.lastIndexOf('@');
    }
}
