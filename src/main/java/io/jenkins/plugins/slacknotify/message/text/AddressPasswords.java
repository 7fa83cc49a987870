package io.jenkins.plugins.slacknotify.message.text;

import java.util.regex.Pattern;

/**
 * Finds what opens a server in the addresses of a text: {@code https://ada:secret@example.com/}. Builds print such addresses, as Git does
 * where a server turns it away, and a channel is read by more people than the log of a build.
 *
 * <p>By {@code http} and {@code https} all that stands before the {@code @} is left out, as servers take a token in the place of the user.
 * By other schemes, such as {@code ssh://git@example.com}, a user alone stays.
 *
 * <p><b>Not guaranteed:</b> that a password with a blank or a slash is found, as no address may have them there.
 */
final class AddressPasswords {
    /** The characters that no user and no password has, for a class of characters of a regular expression. */
    private static final String NONE = "\\s/?#\"'<>`";

    /** With the sign that ends both. */
    private static final String END = NONE + "@";

    /** A user and a password; the user may be an e-mail address. */
    private static final String PASSWORD = "[^:" + NONE + "]*+:[^" + END + "]*+@";

    /**
     * What stands before {@code http} does not matter: pip and npm write {@code git+https}. The last group is possessive, as another one
     * takes the stack of the thread at thousands of signs.
     */
    private static final Pattern INFOS = Pattern.compile("(?i)(https?://|(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}://(?="
            + PASSWORD + "))" + "[^" + END + "]++@(?:[^" + END + "]*+@)*+");

    private AddressPasswords() {}

    /** Puts asterisks in the place of users and passwords. */
    static String mask(String text) {
        return replace(text, "$1****@");
    }

    /** Leaves out users and passwords. */
    static String remove(String address) {
        return replace(address, "$1");
    }

    private static String replace(String text, String replacement) {
        return text.indexOf('@') < 0 || !text.contains("://")
                ? text
                : INFOS.matcher(text).replaceAll(replacement);
    }
}
