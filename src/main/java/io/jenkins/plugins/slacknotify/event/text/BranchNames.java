package io.jenkins.plugins.slacknotify.event.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The two ways to write the name of a job that stands for a branch. Jenkins writes {@code shop/feature%2Fcart}, as in its addresses;
 * people write {@code shop/feature/cart}.
 */
public final class BranchNames {
    private BranchNames() {}

    /** Whether two names, or patterns for them, are the same to people: neither the way of writing nor case matters. */
    public static boolean isSame(String one, String other) {
        return readable(one).equalsIgnoreCase(readable(other));
    }

    /** Returns a name as people write it. A name that has a percent sign of its own is returned as it is. */
    public static String readable(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
