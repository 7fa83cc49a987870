package io.jenkins.plugins.slacknotify.message.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a message mentions, so that Slack notifies them: as its documentation on formatting text writes it. Somebody who is
 * named by an account of Jenkins or by an e-mail address has to be looked for in Slack, and stands in it as {@code <?name>}
 * until then, which Slack is never sent.
 */
public final class Mention {
    /** More would leave no room for what is said. */
    public static final int MAX_MENTIONS = 20;

    private static final Set<String> EVERYBODY = Set.of("here", "channel", "everyone");
    private static final Pattern MEMBER = Pattern.compile("[UW][A-Z0-9]{5,20}");
    private static final Pattern GROUP = Pattern.compile("S[A-Z0-9]{5,20}");
    private static final Pattern PERSON = Pattern.compile("[^\\s<>|&,`]{1,200}");
    private static final Pattern YET_TO_BE_FOUND = Pattern.compile("<\\?(" + PERSON.pattern() + ")>");

    /** No mention of a member is longer. */
    private static final int MEMBER_LENGTH = 24;

    private Mention() {}

    /**
     * @param names {@code here}, {@code channel}, {@code everyone}, ids of members, of user groups and of accounts of Jenkins,
     *     each with an {@code @} before it or not, and e-mail addresses
     * @return mrkdwn; null where there are no names
     * @throws IllegalArgumentException where a name can be none of these, or there are more than {@value #MAX_MENTIONS}
     */
    @CheckForNull
    public static String of(List<String> names) {
        if (names.size() > MAX_MENTIONS) {
            throw new IllegalArgumentException(
                    "A message mentions " + MAX_MENTIONS + " at most; mention a user group instead.");
        }
        return names.isEmpty()
                ? null
                : names.stream().map(Mention::of).distinct().collect(Collectors.joining(" "));
    }

    private static String of(String written) {
        String name = withoutAt(written);
        if (EVERYBODY.contains(name)) {
            return "<!" + name + ">";
        }
        if (MEMBER.matcher(name).matches()) {
            return "<@" + name + ">";
        }
        if (GROUP.matcher(name).matches()) {
            return "<!subteam^" + name + ">";
        }
        if (PERSON.matcher(name).matches()) {
            return "<?" + name + ">";
        }
        throw new IllegalArgumentException(
                "mention: '" + written + "' is none of here, channel, everyone, a member's id"
                        + " (U…, in the Slack profile: \"Copy member ID\"), a user group's id (S…), an account of this"
                        + " Jenkins and an e-mail address.");
    }

    private static String withoutAt(String written) {
        return written.startsWith("@") ? written.substring(1) : written;
    }

    /** The accounts and addresses in a mention of which only Slack can tell whose they are. */
    public static List<String> unresolvedNames(@CheckForNull String mention) {
        return mention == null
                ? List.of()
                : YET_TO_BE_FOUND
                        .matcher(mention)
                        .results()
                        .map(person -> person.group(1))
                        .toList();
    }

    /**
     * The same with the members in the place of accounts and addresses.
     *
     * @param members the ids of those whom a name leads to; possibly none
     * @return mrkdwn; null where nobody is left
     */
    @CheckForNull
    public static String resolve(String mention, Function<String, List<String>> members) {
        String found = Arrays.stream(mention.split(" "))
                .flatMap(one -> resolve(one, members, YET_TO_BE_FOUND.matcher(one)))
                .distinct()
                .collect(Collectors.joining(" "));
        return found.isEmpty() ? null : found;
    }

    private static Stream<String> resolve(String one, Function<String, List<String>> members, Matcher person) {
        return person.matches() ? members.apply(person.group(1)).stream().map(id -> "<@" + id + ">") : Stream.of(one);
    }

    /** With the names of those who are not looked for, where nothing is sent. */
    public static String withPlainNames(String mention) {
        return YET_TO_BE_FOUND.matcher(mention).replaceAll("@$1");
    }

    /** The most characters that it has once everybody was found. */
    public static int maxLength(@CheckForNull String mention) {
        return mention == null ? 0 : mention.length() + unresolvedNames(mention).size() * MEMBER_LENGTH;
    }
}
