package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.command.TimeSpan;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private static final Set<String> CHANNEL = Set.of("channel", "here", "everybody", "us");
    private static final Set<String> FIXED = Set.of("fixed", "good", "green");

    /** Whether it ends by itself. */
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
        List<String> words = new ArrayList<>(TimeSpan.join(typed.words()));
        Map<String, String> values = known(typed.values());
        String behind = "";
        while (words.size() > atLeast && take(option(words.get(words.size() - 1)), behind, words, values)) {
            behind = option(words.remove(words.size() - 1));
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

    private static boolean isSpan(@CheckForNull String time) {
        return time != null && TimeSpan.parse(time).isPresent();
    }

    /**
     * Takes the last word as an option, where it is one.
     *
     * @param behind the option that was taken before; empty where none was
     */
    private static boolean take(String word, String behind, List<String> words, Map<String, String> values) {
        boolean isAllOfTheChannel =
                words.size() > 1 && words.get(words.size() - 2).equalsIgnoreCase("this");
        if (!isAllOfTheChannel && CHANNEL.contains(word) || word.equals("me")) {
            return values.putIfAbsent("to", word.equals("me") ? "me" : "channel") == null;
        }
        if (word.equals("all") || word.equals("branches")) {
            values.put("all", "true");
            return true;
        }
        if (word.equals("for")) {
            // What is muted "for tomorrow", or "for good", is not muted until then.
            return isSpan(values.get("until")) || CHANNEL.contains(behind) || behind.equals("me");
        }
        if (FILLERS.contains(word)) {
            return values.containsKey("until");
        }
        boolean follows =
                words.size() > 1 && FILLERS.contains(words.get(words.size() - 2).toLowerCase(Locale.ROOT));
        boolean isTime = isSpan(word) || FIXED.contains(word) || dayOf(word).isPresent() || word.equals("tomorrow");
        if (isTime || follows) {
            return values.putIfAbsent("until", word) == null;
        }
        return false;
    }

    /**
     * Returns the moment that a time means, such as {@code 2h}, {@code tomorrow} or {@code monday}.
     *
     * @throws IllegalArgumentException where it is none; the message is for people
     */
    static Instant end(String time, ZonedDateTime now) {
        Optional<Duration> span = TimeSpan.parse(time);
        if (span.isPresent()) {
            if (span.get().isZero()) {
                throw new IllegalArgumentException("A mute lasts a minute at least, such as `30m` or `2h`.");
            }
            return now.plus(span.get()).toInstant();
        }
        if (time.equals("tomorrow")) {
            return morning(now.toLocalDate().plusDays(1), now);
        }
        return dayOf(time)
                .map(day -> morning(now.toLocalDate().with(TemporalAdjusters.next(day)), now))
                .orElseGet(() -> startOf(date(time, now), now));
    }

    private static LocalDate date(String time, ZonedDateTime now) {
        try {
            LocalDate date = LocalDate.parse(time);
            if (date.isAfter(now.toLocalDate())) {
                return date;
            }
        } catch (DateTimeException e) {
            // The sentence below says what would do.
        }
        throw new IllegalArgumentException("I do not understand `" + time
                + "` as an end. Write a time such as `30m`, `2h` or `3d`, a day such as `monday`, `tomorrow` or `"
                + now.toLocalDate().plusWeeks(2) + "`, or `fixed`.");
    }

    private static Instant startOf(LocalDate date, ZonedDateTime now) {
        return date.atStartOfDay(now.getZone()).toInstant();
    }

    /** A working day begins at 8 o'clock, as in the preferences of direct messages. */
    private static Instant morning(LocalDate date, ZonedDateTime now) {
        return date.atTime(LocalTime.of(8, 0)).atZone(now.getZone()).toInstant();
    }

    private static Optional<DayOfWeek> dayOf(String word) {
        return word.length() < 3
                ? Optional.empty()
                : Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                        .findFirst();
    }
}
