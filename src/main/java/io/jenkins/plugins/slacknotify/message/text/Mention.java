package io.jenkins.plugins.slacknotify.message.text;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mentions in mrkdwn, in the form that Slack's documentation on formatting text describes. Slack notifies whom a message
 * mentions.
 *
 * <p>A person named by an account of Jenkins or by an e-mail address has to be looked up in Slack. Until then the mention holds
 * {@code <?name>}, which is never sent to Slack.
 */
public final class Mention {
    /** The most mentions of a message. More would leave no room for its text. */
    public static final int MAX_MENTIONS = 20;

    private static final Set<String> EVERYBODY = Set.of("here", "channel", "everyone");
    private static final Pattern PERSON = Pattern.compile("[^\\s<>|&,`]{1,200}");

    /** A mention as Slack itself writes it, perhaps with a label, of which the name counts. */
    private static final Pattern MARKUP = Pattern.compile("<(?:@|!subteam\\^|!)([^<>|^]+)(?:\\|[^<>]*)?>");

    private static final Pattern UNRESOLVED = Pattern.compile("<\\?(" + PERSON.pattern() + ")>");

    /** The most characters of a mention of one member. */
    private static final int MEMBER_LENGTH = "<@>".length() + SlackId.MAX_LENGTH;

    private Mention() {}

    /**
     * Writes the mention of these names.
     *
     * @param names {@code here}, {@code channel}, {@code everyone}, ids of members, of user groups and of accounts of Jenkins,
     *     each with an {@code @} before it or not, or as Slack writes it, such as {@code <@U0123ABCD>}; and e-mail addresses
     * @return mrkdwn; null if there are no names
     * @throws IllegalArgumentException if a name is none of these, or if there are more than {@value #MAX_MENTIONS}
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

    /** Returns a name without the {@code @} that it may have, where it is one of those for everybody in a channel. */
    public static Optional<String> ofEverybody(String name) {
        return Optional.of(plainName(name)).filter(EVERYBODY::contains);
    }

    /** Returns a name without the markup by which Slack would write its mention, and without an {@code @} before it. */
    public static String plainName(String written) {
        return withoutAt(withoutMarkup(written));
    }

    private static String of(String written) {
        String name = plainName(written);
        if (EVERYBODY.contains(name)) {
            return "<!" + name + ">";
        }
        if (SlackId.MEMBER.matches(name)) {
            return "<@" + name + ">";
        }
        if (SlackId.USER_GROUP.matches(name)) {
            return "<!subteam^" + name + ">";
        }
        if (PERSON.matcher(name).matches()) {
            return "<?" + name + ">";
        }
        throw new IllegalArgumentException(
                "mention: '" + written + "' is none of here, channel, everyone, a member's id"
                        + " (U…, in the Slack profile: \"Copy member ID\"), a user group's id (S…), an account of this"
                        + " Jenkins without blanks and commas in its id, and an e-mail address.");
    }

    private static String withoutMarkup(String written) {
        Matcher markup = MARKUP.matcher(written);
        return markup.matches() ? markup.group(1) : written;
    }

    private static String withoutAt(String written) {
        return written.startsWith("@") ? written.substring(1) : written;
    }

    /** The accounts and e-mail addresses in a mention that have to be looked up in Slack. */
    public static List<String> unresolvedNames(@CheckForNull String mention) {
        return mention == null
                ? List.of()
                : UNRESOLVED
                        .matcher(mention)
                        .results()
                        .map(person -> person.group(1))
                        .toList();
    }

    /**
     * Replaces accounts and e-mail addresses in a mention by members of Slack.
     *
     * @param members finds the ids of the members whom a name stands for; possibly none
     * @return mrkdwn; null if nobody is left to mention
     */
    @CheckForNull
    public static String resolve(String mention, Function<String, List<String>> members) {
        String resolved = Arrays.stream(mention.split(" "))
                .flatMap(one -> resolve(one, members, UNRESOLVED.matcher(one)))
                .distinct()
                .collect(Collectors.joining(" "));
        return resolved.isEmpty() ? null : resolved;
    }

    private static Stream<String> resolve(String one, Function<String, List<String>> members, Matcher person) {
        return person.matches() ? members.apply(person.group(1)).stream().map(id -> "<@" + id + ">") : Stream.of(one);
    }

    /** Replaces names that were not looked up by plain text, for messages that are shown but not sent. */
    public static String withPlainNames(String mention) {
        return UNRESOLVED.matcher(mention).replaceAll("@$1");
    }

    /**
     * The most characters that a mention has after {@link #resolve}, where each name stands for one member; 0 for null. However long
     * the names are, it leaves most of a message to the text.
     */
    public static int maxLength(@CheckForNull String mention) {
        return mention == null
                ? 0
                : UNRESOLVED
                        .matcher(mention)
                        .replaceAll("x".repeat(MEMBER_LENGTH))
                        .length();
    }
}
