package io.jenkins.plugins.slacknotify.interaction.maintenance;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words with which people say that something is to begin later: {@code at 18:00}, {@code tomorrow}, {@code in half an hour}.
 *
 * <p><b>Not guaranteed:</b> that a text which looks so is meant so. Whoever finds one asks.
 */
final class LaterTime {
    private static final String DAYS = "(?:tomorrow|tonight|today|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b";

    private static final String CLOCK = "(?:\\d{1,2}:\\d\\d|\\d{1,2}\\s*[ap]\\.?m\\b)";

    private static final String DAY_OF_MONTH = "(?:3[01]|[12]\\d|0?[1-9])";

    /** A date of numbers: one with points ends with a point or a year, which a version does not. */
    private static final String DATE = "(?:\\d{4}-\\d\\d-\\d\\d|" + DAY_OF_MONTH
            + "\\.(?:1[0-2]|0?[1-9])\\.(?:\\d{4}|\\d\\d)?(?![\\p{L}\\p{N}])|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\p{L}\\p{N}]))";

    private static final String MONTHS =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b";

    private static final String LONG_UNITS = "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\\b";

    /** What says a time where a word such as "at" or "in" stands before it. */
    private static final String TIME = "(?:" + CLOCK + "|" + DATE + "|" + DAYS
            + "|" + DAY_OF_MONTH + "(?:st|nd|rd|th)\\b|" + "(?:" + DAY_OF_MONTH + "\\.?\\s+(?:of\\s+)?)?" + MONTHS
            + "|\\d+(?:[.,]\\d+)?\\s*(?:" + LONG_UNITS + "|[mhdw](?!\\p{L}))"
            + "|(?:half\\s+)?(?:an?|one|two|three|few|some)\\s+" + LONG_UNITS
            + "|now\\b(?!\\s+on\\b)|(?:mid)?nights?\\b|(?:after)?noons?\\b|mornings?\\b|evenings?\\b|(?:week)?days?\\b|weekends?\\b"
            + "|week\\b|month\\b|(?:mon|tue|wed|thu|fri|sat|sun)\\b)";

    /** An hour, also with minutes, that is known as one by the word before it alone. */
    private static final String HOUR =
            "(?:(?:2[0-4]|[01]\\d)[0-5]\\d|(?:2[0-4]|[01]?\\d)(?:[.h][0-5]\\d)?)[.,;:!]*(?:\\s|$)";

    /** The words with which people say when something is to begin. */
    private static final Pattern LATER = Pattern.compile(
            "(?:(?:(?:at|from|in|on|after|by|starting|beginning|until|till|next|this|every|each)\\s+)+(?:the\\s+)?"
                    + TIME
                    + "|(?:(?:in|on|next)\\s+)*(?:(?:at|from|after|by|starting|beginning|until|till)\\s+)+" + HOUR
                    + "|" + DAYS + "|" + CLOCK + "|" + DATE + ")(?!['’])",
            Pattern.CASE_INSENSITIVE);

    private LaterTime() {}

    /** Returns the time with which a text begins, as it is written there; empty where it begins with none. */
    static Optional<String> atBeginningOf(String text) {
        Matcher later = LATER.matcher(text);
        return later.lookingAt() ? Optional.of(later.group().strip()) : Optional.empty();
    }
}
