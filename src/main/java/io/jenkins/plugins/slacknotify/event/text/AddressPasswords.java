package io.jenkins.plugins.slacknotify.event.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what opens a server in the addresses of a text: {@code https://ada:secret@example.com/}. Builds print such addresses, as Git does
 * where a server turns it away, and a channel is read by more people than the log of a build.
 *
 * <p>By {@code http} and {@code https} all that stands before the {@code @} is left out, as servers take a token in the place of the user.
 * By other schemes, such as {@code ssh://git@example.com}, a user alone stays. What stands before the scheme makes no difference, so that
 * an option such as {@code -xhttp://…} hides nothing.
 *
 * <p><b>Not guaranteed:</b> that a password with a blank or a slash is found, as no address may have them there.
 */
public final class AddressPasswords {
    private static final String SEPARATOR = "://";

    /** The characters that no user and no password has, for a class of characters of a regular expression. */
    private static final String NONE = "\\s/?#\"'<>`";

    /** The characters that neither a user nor a password has, and the at sign that ends the password. */
    private static final String END = NONE + "@";

    /** A user. The quantifiers are possessive, so that matching takes linear time and no stack. */
    private static final String USER = "(?:[^" + END + "]*+@)*+";

    private static final Pattern USERS = Pattern.compile(USER);

    /** A user and a password; the user may be an e-mail address. */
    private static final String PASSWORD = "[^:" + NONE + "]*+:[^" + END + "]*+@";

    private static final Pattern SECRETS =
            Pattern.compile("((?i:https?)://|://(?=" + PASSWORD + "))" + "[^" + END + "]++@" + USER);

    private AddressPasswords() {}

    /** Puts asterisks in the place of users and passwords. */
    public static String mask(String text) {
        return replace(text, "$1****@");
    }

    /** Leaves out users and passwords. */
    public static String remove(String address) {
        return replace(address, "$1");
    }

    /**
     * Returns where a text can be cut: before a user and a password that do not fit as a whole, as nobody could tell them from a host
     * without their {@code @}.
     *
     * @param end the most characters
     * @return {@code end}, or less
     */
    static int cutBefore(String text, int end) {
        int start = text.lastIndexOf(SEPARATOR, end - SEPARATOR.length()) + SEPARATOR.length();
        if (start < SEPARATOR.length()) {
            return end;
        }
        Matcher users = USERS.matcher(text).region(start, text.length());
        return users.lookingAt() && users.end() > end ? start : end;
    }

    private static String replace(String text, String replacement) {
        return text.indexOf('@') < 0 || !text.contains(SEPARATOR)
                ? text
                : SECRETS.matcher(text).replaceAll(replacement);
    }
}
