package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A valid question to a workspace: a member id, or an e-mail address.
 *
 * @param text the id, or the address with the letters A to Z in lower case. Other letters stay as they are, so that no
 *     address becomes another one that merely looks like it
 */
record MemberQuery(String text, boolean byId) {
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    /** An address of at most the length that RFC 5321, 4.5.3.1.3 allows, so that addresses in commits cannot fill the memory. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?=.{3,254}$)[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Returns the query for an address or id; empty for what no member can have, so that Slack need not be asked. */
    static Optional<MemberQuery> of(String addressOrId) {
        String text = addressOrId.strip();
        if (SlackId.MEMBER.matches(text)) {
            return Optional.of(new MemberQuery(text, true));
        }
        return ADDRESS.matcher(text).matches()
                ? Optional.of(new MemberQuery(inLowerCase(text), false))
                : Optional.empty();
    }

    private static String inLowerCase(String text) {
        return CAPITAL.matcher(text)
                .replaceAll(letter ->
                        Character.toString(Character.toLowerCase(letter.group().charAt(0))));
    }
}
