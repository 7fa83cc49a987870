package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.interaction.text.TimeSpan;
import io.jenkins.plugins.slacknotify.interaction.text.TypedEnd;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The options after the job in {@code mute JOB channel for 30m}: whom to spare, and how long.
 *
 * @param line the line with the job's words alone, and the options as values, so that it can be written again
 * @param forChannel whether the channel hears nothing, and not only the member
 * @param allBranches whether all branches of the job's project are meant
 * @param until when it ends; null where only a good build ends it, or nothing does
 * @param untilFixed whether a good build ends it
 */
record MuteOptions(
        CommandLine line,
        boolean forChannel,
        boolean allBranches,
        @CheckForNull Instant until,
        boolean untilFixed) {
    private static final Set<String> FILLERS = Set.of("for", "until", "the", "till");

    /** The words behind a job that stand before a time. */
    private static final Set<String> TIMES = Set.of("for", "until", "till");

    private static final Set<String> UNTIL = Set.of("until", "till");

    /** A time of the day as it is written in French, Portuguese or Spanish, and as a span it is another end. */
    private static final Pattern HOUR = Pattern.compile("([01]?\\d|2[0-3])\\s?h");

    private static final Set<String> CHANNEL = Set.of("channel", "here", "everybody", "us");
    private static final Set<String> FIXED = Set.of("fixed", "good", "green");

    boolean ends() {
        return until != null || untilFixed;
    }

    /**
     * Reads the options, which stand behind the job.
     *
     * @param atLeast how many words are the job's in any case, though they look like options
     * @throws IllegalArgumentException where the time is none; the message is for people
     */
    static MuteOptions of(CommandLine typed, int atLeast, ZonedDateTime now) {
        List<String> words = new ArrayList<>(typed.words());
        Map<String, String> values = known(typed.values());
        String behind = "";
        while (words.size() > atLeast) {
            int first = words.size() - length(words, words.size() - atLeast, now);
            String option = option(String.join(" ", words.subList(first, words.size())));
            if (!take(option, behind, words.subList(0, first), values, now)) {
                break;
            }
            words.subList(first, words.size()).clear();
            behind = option;
        }
        if (words.size() > atLeast + 1 && TIMES.contains(words.get(atLeast).toLowerCase(Locale.ROOT))) {
            throw notAnEnd(
                    String.join(
                            " ",
                            typed.words().subList(atLeast + 1, typed.words().size())),
                    now);
        }
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        if (words.size() > 1 && last.codePoints().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("`" + last + "` is no time without a unit. Write for example `" + last
                    + "m`, `" + last + "h` or `" + last + "d`. Nothing was muted.");
        }
        String time = values.get("until");
        boolean isForEnd = words.size() > atLeast && last.equalsIgnoreCase("for") && time != null && !isSpan(time);
        Instant until = time == null || FIXED.contains(time) ? null : end(time, now);
        if (until != null && until.isAfter(now.toInstant().plus(Mute.MAX_DURATION))) {
            throw new IllegalArgumentException("A mute lasts " + Mute.MAX_DURATION.toDays()
                    + " days at most. For longer, `unsubscribe`, or `mute JOB` without a time for yourself.");
        }
        if (words.size() > atLeast && UNTIL.contains(last.toLowerCase(Locale.ROOT)) && isHour(time)) {
            throw new IllegalArgumentException("`" + last + " " + time + "` may mean several things: `for " + time
                    + "` says how long, and `until " + HOUR.matcher(time).replaceFirst("$1:00")
                    + "` when it ends. Nothing was muted.");
        }
        if (isForEnd) {
            throw new IllegalArgumentException(
                    "`for " + time + "` may mean several things: `for` stands before a time such"
                            + " as `2h`, and `until " + time + "` says when it ends. Nothing was muted.");
        }
        return new MuteOptions(
                new CommandLine(typed.name(), words, values),
                "channel".equals(values.get("to")),
                "true".equals(values.get("all")),
                until,
                time != null && FIXED.contains(time));
    }

    /**
     * Returns the options that are typed or written again as {@code name=value}.
     *
     * @throws IllegalArgumentException where there is another one, which would be dropped; the message is for people
     */
    private static Map<String, String> known(Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            String small = name.toLowerCase(Locale.ROOT);
            String option = option(value);
            boolean isTime = small.equals("until") || small.equals("for") && isSpan(option);
            boolean isKnown = isTime
                    || small.equals("to") && Set.of("me", "channel").contains(option)
                    || small.equals("all") && option.equals("true");
            if (!isKnown || values.put(isTime ? "until" : small, option) != null) {
                throw new IllegalArgumentException(
                        "I do not understand `" + name + "=" + value
                                + "`. After the job there may be `channel`, `all`, and a time such as `2h`. Nothing was muted.");
            }
        });
        return values;
    }

    /** Returns a word as an option, without what ends the sentence, and in small letters, unless those make a time of what is none. */
    private static String option(String word) {
        String bare = SentenceEnd.strip(word);
        String small = bare.toLowerCase(Locale.ROOT);
        return isSpan(small) && !isSpan(bare) ? bare : small;
    }

    private static boolean isHour(@CheckForNull String time) {
        return time != null && HOUR.matcher(time).matches();
    }

    private static boolean isSpan(@CheckForNull String time) {
        return time != null && TimeSpan.parse(time).isPresent();
    }

    /** Returns of how many words the last option is: a time may have several. */
    private static int length(List<String> words, int atMost, ZonedDateTime now) {
        return IntStream.rangeClosed(2, Math.min(TimeSpan.MAX_WORDS, atMost))
                .filter(length -> {
                    int first = words.size() - length;
                    return isEnd(
                            option(String.join(" ", words.subList(first, words.size()))), words.subList(0, first), now);
                })
                .max()
                .orElse(1);
    }

    /** A clock or a date by itself may be when it is to begin. */
    private static boolean isEnd(String text, List<String> before, ZonedDateTime now) {
        return isSpan(text)
                || !text.isEmpty()
                        && (Character.isLetter(text.codePointAt(0)) || endsWithFiller(before))
                        && TypedEnd.read(text, now).isPresent();
    }

    private static boolean endsWithFiller(List<String> words) {
        return !words.isEmpty() && FILLERS.contains(words.get(words.size() - 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Takes the last words as an option, where they are one.
     *
     * @param behind the option that was taken before; empty where none was
     * @param before the words before it
     */
    private static boolean take(
            String word, String behind, List<String> before, Map<String, String> values, ZonedDateTime now) {
        boolean isAllOfTheChannel =
                !before.isEmpty() && before.get(before.size() - 1).equalsIgnoreCase("this");
        if (!isAllOfTheChannel && CHANNEL.contains(word) || word.equals("me")) {
            return values.putIfAbsent("to", word.equals("me") ? "me" : "channel") == null;
        }
        if (word.equals("all") || word.equals("branches")) {
            values.put("all", "true");
            return true;
        }
        if (word.equals("for")) {
            // A mute "for tomorrow" or "for good" does not end at that time.
            return isSpan(values.get("until")) || CHANNEL.contains(behind) || behind.equals("me");
        }
        if (FILLERS.contains(word)) {
            return values.containsKey("until") && !(UNTIL.contains(word) && isHour(values.get("until")));
        }
        return (FIXED.contains(word) || isEnd(word, before, now) || endsWithFiller(before))
                && values.putIfAbsent("until", word) == null;
    }

    /**
     * Returns the moment that a time means, such as {@code 2h}, {@code tomorrow} or {@code monday}.
     *
     * @throws IllegalArgumentException where it is none, or over; the message is for people
     */
    static Instant end(String time, ZonedDateTime now) {
        return TypedEnd.read(time, now)
                .filter(end -> end.isAfter(now.toInstant()))
                .orElseThrow(() -> notAnEnd(time, now));
    }

    private static IllegalArgumentException notAnEnd(String time, ZonedDateTime now) {
        return new IllegalArgumentException("I do not understand `" + time
                + "` as an end that is to come. Write a time such as `30m`, `2h` or `3d`, a minute at least; one such as"
                + " `17:30`; a day such as `monday`, `tomorrow` or `"
                + now.toLocalDate().plusWeeks(2) + "`; or `fixed`. Nothing was muted.");
    }
}
