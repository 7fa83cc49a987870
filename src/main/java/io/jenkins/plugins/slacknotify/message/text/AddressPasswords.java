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
    private static final String END = "\\s/?#@\"'<>`";
    private static final Pattern INFOS =
            Pattern.compile("(?i)(?<![a-z0-9+.-])(https?://|[a-z][a-z0-9+.-]{0,30}://(?=[^:" + END + "]*+:[^" + END
                    + "]*+@))" + "[^" + END + "]++@(?:[^" + END + "]*+@)*");

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
