package io.jenkins.plugins.slacknotify.people.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail address of the plain, unambiguous form. What RFC 5322 allows beyond it, such as quotes,
 * comments and a second {@code @}, is refused: it serves to make one domain look like another.
 *
 * @param domain in lower case; of ASCII letters only, as others fold to those (the Kelvin sign to {@code k})
 */
record MailAddress(String domain) {
    /** RFC 5321, section 4.5.3.1. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{gc=C}@*<>()\\[\\]\\\\,;:\"]+@(?<domain>" + DOMAIN.pattern() + ")");

    /** Parses an address; empty where the text is no address of this form. */
    static Optional<MailAddress> parse(String text) {
        Matcher plain = PLAIN.matcher(text);
        return text.length() <= MAX_LENGTH && plain.matches()
                ? Optional.of(new MailAddress(plain.group("domain").toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    static boolean isDomain(String text) {
        return text.length() <= MAX_LENGTH && DOMAIN.matcher(text).matches();
    }
}
