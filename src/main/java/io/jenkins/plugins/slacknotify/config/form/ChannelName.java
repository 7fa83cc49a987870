package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.routing.ChannelLink;
import io.jenkins.plugins.slacknotify.slack.api.PastedText;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name or id of a Slack channel as a person types it. Checks it early, where Slack would only refuse it later. */
public final class ChannelName {
    /** Slack's limit for the name of a channel. */
    private static final int MAX_LENGTH = 80;

    /**
     * The characters that no name of a channel has: white space, and punctuation other than {@code -}, {@code _} and a dot. Slack takes
     * letters and digits of any script. A {@code $} or a brace is the rest of a variable that was not replaced.
     */
    private static final Pattern FOREIGN = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\p{Punct}&&[^._-]]");

    private static final String PERSON_ID = SlackId.regex(SlackId.MEMBER, SlackId.DIRECT_MESSAGE);

    /**
     * The ways to write a person of Slack: a member id or that of a conversation with a person, a name or an address, a mention, and the
     * link of a profile.
     */
    private static final Pattern PERSON = Pattern.compile(PERSON_ID + "|@.*|[^\\s#@<>]+@[^\\s#@<>]+|<@[^>]*>"
            + "|(?:https?://[a-z0-9.-]*slack(?:-gov)?\\.com|slack:)/.*\\b" + PERSON_ID + "(?:[/?#&].*)?");

    private ChannelName() {}

    /**
     * Strips and checks the name of a channel. In the link of a channel, the id counts.
     *
     * @return the name without white space around it, or the id; null where there is none
     * @throws IllegalArgumentException where it is a person, or no channel can have this name
     */
    @CheckForNull
    public static String checked(@CheckForNull String typed) {
        if (typed != null && isPerson(typed)) {
            throw new IllegalArgumentException(personRefused());
        }
        return addressee(typed);
    }

    /** The error message for a person in place of a channel. */
    public static String personRefused() {
        return Messages.ChannelName_person();
    }

    /** Returns whether this stands for a person, whom no channel can be called. */
    public static boolean isPerson(String typed) {
        String given = given(typed);
        return given != null && PERSON.matcher(given).matches();
    }

    /**
     * Strips and checks a name as {@link #checked} does, and accepts the id of a person as well. Every field accepted such an id once, and
     * what is stored from that time keeps its effect.
     *
     * @throws IllegalArgumentException where no channel can have this name
     */
    @CheckForNull
    public static String addressee(@CheckForNull String typed) {
        String given = given(typed);
        if (given == null) {
            return null;
        }
        String name = withoutHash(given);
        if (name.isBlank()
                || name.length() > MAX_LENGTH
                || FOREIGN.matcher(name).find()) {
            throw new IllegalArgumentException(Messages.ChannelName_malformed());
        }
        return given;
    }

    @CheckForNull
    private static String given(@CheckForNull String typed) {
        return Util.fixEmptyAndTrim(ChannelLink.idOr(PastedText.clean(typed)));
    }

    /** Returns whether a channel can have this name, or it is the id of a person. */
    public static boolean isValid(String channel) {
        try {
            return addressee(channel) != null;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    /** Returns a sentence about each of several that no channel can be called; empty where all can be channels. */
    public static Optional<String> validationError(List<String> channels) {
        return channels.stream()
                .filter(channel -> !isValid(channel))
                .map(Messages::ChannelName_impossible)
                .reduce((one, other) -> one + " " + other);
    }

    /** Returns whether a name mixes capital and small letters, so that Slack does not find it; an id has capitals only. */
    public static boolean hasCapitals(String channel) {
        String name = withoutHash(channel);
        return !name.equals(name.toUpperCase(Locale.ROOT)) && !name.equals(name.toLowerCase(Locale.ROOT));
    }

    /** The warning for a name for which {@link #hasCapitals} is true. */
    public static String capitalsWarning() {
        return Messages.ChannelName_capitals();
    }

    private static String withoutHash(String channel) {
        return channel.startsWith("#") ? channel.substring(1) : channel;
    }
}
