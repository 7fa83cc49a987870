package io.jenkins.plugins.slacknotify.message.wording;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The emoji with which an administrator wants headlines to begin, for kinds of event and for severities. The emoji of a kind
 * takes precedence over that of a severity; without either, a headline has its default emoji. Immutable.
 */
public final class EmojiSet {
    /** The set in which every headline has its default emoji. */
    public static final EmojiSet STANDARD = new EmojiSet(Map.of(), Map.of());

    /** A line such as {@code fixed :tada:}; Slack's rule for the names of a workspace's own emoji. */
    private static final Pattern LINE =
            Pattern.compile("(\\S+?)(?:\\s*+[:=]\\s*+|\\s++)(:[\\p{L}\\p{N}_'+-]{1,100}:(?::skin-tone-[2-6]:)?)");

    /** The kinds of event that say more of a build than its outcome, the most telling first. */
    private static final List<EventKind> MOST_TELLING =
            List.of(EventKind.TIMED_OUT, EventKind.LOST, EventKind.FIXED, EventKind.REGRESSED, EventKind.STILL_FAILING);

    private static final ThreadLocal<EmojiSet> CHOSEN = ThreadLocal.withInitial(() -> STANDARD);

    private final Map<EventKind, String> kinds;
    private final Map<Severity, String> severities;

    private EmojiSet(Map<EventKind, String> kinds, Map<Severity, String> severities) {
        this.kinds = kinds;
        this.severities = severities;
    }

    /**
     * Reads what an administrator writes: in each line an event or a severity by its id, and an emoji between colons.
     *
     * @throws IllegalArgumentException with a sentence that says what to write, where a line is something else, or says something of
     *     an event or severity for the second time
     */
    public static EmojiSet parse(List<String> lines) {
        Map<EventKind, String> kinds = new EnumMap<>(EventKind.class);
        Map<Severity, String> severities = new EnumMap<>(Severity.class);
        for (String line : lines) {
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("'" + line.strip()
                        + "' is not an emoji of an event or severity. Write for example 'fixed :tada:'.");
            }
            String emoji = parts.group(2).toLowerCase(Locale.ROOT);
            Optional<Severity> severity = severity(parts.group(1));
            String before = severity.isPresent()
                    ? severities.put(severity.get(), emoji)
                    : kinds.put(kind(parts.group(1)), emoji);
            if (before != null) {
                throw new IllegalArgumentException("'" + parts.group(1) + "' has two emoji. Remove one of the lines.");
            }
        }
        return new EmojiSet(kinds, severities);
    }

    private static Optional<Severity> severity(String id) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.id().equalsIgnoreCase(id))
                .findFirst();
    }

    private static EventKind kind(String id) {
        try {
            return EventKind.parse(id);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + id + "' is neither an event nor a severity. Use one of: "
                    + Stream.concat(
                                    Arrays.stream(EventKind.values()).map(EventKind::id),
                                    Arrays.stream(Severity.values()).map(Severity::id))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Runs code whose headlines have the emoji of this set, and restores the former set of the thread afterwards. */
    public <T> T use(Supplier<T> writing) {
        EmojiSet before = CHOSEN.get();
        CHOSEN.set(this);
        try {
            return writing.get();
        } finally {
            CHOSEN.set(before);
        }
    }

    /** The emoji of a build in the set that the thread uses; empty for the usual one. */
    static Optional<String> chosen(BuildEvent event, Severity severity) {
        EmojiSet set = CHOSEN.get();
        return kindsOf(event)
                .flatMap(kind -> Stream.ofNullable(set.kinds.get(kind)))
                .findFirst()
                .or(() -> Optional.ofNullable(set.severities.get(severity)));
    }

    /** The kinds whose emoji says what the build is: none of a question that is answered, and of a build that is good so far. */
    private static Stream<EventKind> kindsOf(BuildEvent event) {
        Milestone milestone = event.milestone();
        if (milestone == null ? event.running() && !event.outcome().isBad() : milestone.isInputFinished()) {
            return Stream.empty();
        }
        EnumSet<EventKind> kinds = EnumSet.copyOf(event.kinds());
        return Stream.concat(MOST_TELLING.stream().filter(kinds::contains), kinds.stream());
    }
}
