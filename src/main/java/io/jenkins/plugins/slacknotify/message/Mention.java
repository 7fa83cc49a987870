package io.jenkins.plugins.slacknotify.message;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whom a message mentions, so that Slack notifies them: as its documentation on formatting text writes it. */
public final class Mention {
    /** More would leave no room for what is said. */
    public static final int MOST = 20;

    private static final Set<String> EVERYBODY = Set.of("here", "channel", "everyone");
    private static final Pattern MEMBER = Pattern.compile("[UW][A-Z0-9]{5,20}");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{5,20}");

    private Mention() {}

    /**
     * @param names {@code here}, {@code channel}, {@code everyone}, ids of members and ids of user groups, each with an
     *     {@code @} before it or not
     * @return mrkdwn; null where there are no names
     * @throws IllegalArgumentException where a name is anything else, or there are more than {@value #MOST}
     */
    @CheckForNull
    public static String of(List<String> names) {
        if (names.size() > MOST) {
            throw new IllegalArgumentException(
                    "A message mentions " + MOST + " at most; mention a user group instead.");
        }
        return names.isEmpty()
                ? null
                : names.stream().map(Mention::of).distinct().collect(Collectors.joining(" "));
    }

    private static String of(String written) {
        String name = written.startsWith("@") ? written.substring(1) : written;
        if (EVERYBODY.contains(name)) {
            return "<!" + name + ">";
        }
        if (MEMBER.matcher(name).matches()) {
            return "<@" + name + ">";
        }
        if (GROUP.matcher(name).matches()) {
            return "<!subteam^" + name + ">";
        }
        throw new IllegalArgumentException(
                "mention: '" + written + "' is none of here, channel, everyone, a member's id"
                        + " (U…, in the Slack profile: \"Copy member ID\") and a user group's id (S…).");
    }
}
