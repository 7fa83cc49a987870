package io.jenkins.plugins.slacknotify.trigger;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.security.HMACConfidentialKey;

/**
 * The text of a {@link SlackMessage}, from which another job can make the handle again. It names the deliveries behind the
 * channels: <code>Slack message to #ops [id,id:signature]</code>.
 *
 * <p>A delivery can be answered and replaced by whoever knows such a text. The ids of some deliveries follow from what
 * everybody sees of a build, so they alone prove nothing: the signature, which this Jenkins alone can make, shows that a
 * step has returned that handle.
 */
final class HandleText {
    private static final HMACConfidentialKey KEY = new HMACConfidentialKey(HandleText.class, "handle", 16);

    private static final Pattern TEXT = Pattern.compile("Slack message to .*\\[([\\w.,-]*):(\\p{XDigit}+)]");

    private HandleText() {}

    static String write(List<String> channels, List<String> deliveryIds) {
        String ids = String.join(",", deliveryIds);
        return "Slack message to " + String.join(", ", channels) + " [" + ids + ":" + KEY.mac(ids) + "]";
    }

    /** Whether a text has what looks like a handle's in it, whoever has written it. */
    static boolean isIn(String text) {
        return TEXT.matcher(text).find();
    }

    /** Returns the ids of deliveries in a text; empty where this Jenkins has not written it. */
    static Optional<List<String>> read(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches() || !KEY.checkMac(parts.group(1), parts.group(2))) {
            return Optional.empty();
        }
        return Optional.of(
                parts.group(1).isEmpty() ? List.of() : List.of(parts.group(1).split(",")));
    }
}
