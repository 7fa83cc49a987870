package io.jenkins.plugins.slacknotify.interaction.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.interaction.command.CommandLine;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The options after the job in {@code subscribe JOB failure,fixed branch:main severity:error mention:@here}.
 *
 * @param line the line with the job's words alone, and the options as values, so that it can be written again
 */
record SubscriptionOptions(
        CommandLine line, Set<EventKind> events, List<String> branches, Severity severity, List<String> mention) {
    private static final Pattern NAME =
            Pattern.compile("(branch|branches|severity|mention|event|events):", Pattern.CASE_INSENSITIVE);

    private static final Pattern OPTION =
            Pattern.compile("(branch|branches|severity|mention|event|events):(.+)", Pattern.CASE_INSENSITIVE);

    /** What parts the names of a list; a bar in the markup of a mention does not. */
    private static final Pattern LIST = Pattern.compile("[,;，；｜、]|\\|(?![^<>]*>)");

    /** Slack's markup of a member or group, with or without a name. */
    private static final Pattern MENTION = Pattern.compile("<(?:@|!subteam\\^|!)([A-Za-z0-9]+)(?:\\|[^>]*)?>");

    /**
     * Reads the options.
     *
     * @param atLeast how many words are the job's in any case, though they look like events
     * @throws IllegalArgumentException where an option is wrong; the message is for people
     */
    static SubscriptionOptions of(CommandLine typed, int atLeast) {
        List<String> job = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        typed.values()
                .forEach((name, value) -> values.merge(canonical(name), value, (one, other) -> one + "," + other));
        for (String word : joined(typed.words())) {
            Matcher option = OPTION.matcher(word);
            if (option.matches()) {
                values.merge(canonical(option.group(1)), option.group(2), (one, other) -> one + "," + other);
            } else if (job.size() >= atLeast && areEvents(word)) {
                values.merge("events", word, (one, other) -> one + "," + other);
            } else {
                job.add(word);
            }
        }
        values.keySet().stream()
                .filter(name ->
                        !Set.of("events", "branch", "severity", "mention").contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("I do not know `" + name
                            + "`. After the job there may be events, `branch:`, `severity:` and `mention:`.");
                });
        return new SubscriptionOptions(
                new CommandLine(typed.name(), job, values),
                list(values.get("events")).stream()
                        .map(SubscriptionOptions::event)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                branches(values.get("branch")),
                values.containsKey("severity") ? Severity.parse(values.get("severity")) : Severity.INFO,
                mentions(values.get("mention")));
    }

    /**
     * Returns the names in a list, as people part them.
     *
     * @throws IllegalArgumentException where one ends like a sentence; the message is for people
     */
    static List<String> names(@CheckForNull String typed) {
        List<String> names = list(typed);
        names.stream()
                .filter(name -> !SentenceEnd.strip(name).equals(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "`" + name
                                    + "` ends like a sentence, and nothing is called so. Leave that out. Nothing was subscribed.");
                });
        return names;
    }

    /**
     * Returns the branches in a list.
     *
     * @throws IllegalArgumentException where one begins with a hyphen, which may mean all but it, or ends like a sentence; the message is for people
     */
    static List<String> branches(@CheckForNull String typed) {
        List<String> branches = names(typed);
        branches.stream().filter(branch -> branch.startsWith("-")).findFirst().ifPresent(branch -> {
            throw new IllegalArgumentException(
                    "`" + branch + "` begins with a hyphen, as no branch does. For all but that, write `!"
                            + branch.replaceFirst("^-+", "") + "`. Nothing was subscribed.");
        });
        return branches;
    }

    /** Returns those whom a list names, on the terms of {@link #names}. */
    static List<String> mentions(@CheckForNull String typed) {
        return names(typed).stream().map(SubscriptionOptions::mention).toList();
    }

    /** Returns the words with each option as one: {@code branch: main} and {@code branch:main, develop} are two words each. */
    private static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        String last = "";
        for (String word : words) {
            boolean goesOn = OPTION.matcher(last).matches()
                    && endsWithSeparator(last)
                    && !OPTION.matcher(word).matches();
            if (goesOn || NAME.matcher(last).matches()) {
                last += word;
                joined.set(joined.size() - 1, last);
            } else {
                last = word;
                joined.add(word);
            }
        }
        return joined;
    }

    private static boolean endsWithSeparator(String list) {
        return LIST.matcher(list.substring(list.length() - 1)).matches();
    }

    private static String canonical(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return switch (small) {
            case "branches" -> "branch";
            case "event" -> "events";
            default -> small;
        };
    }

    private static boolean areEvents(String word) {
        List<String> names = list(word);
        return !names.isEmpty() && names.stream().allMatch(SubscriptionOptions::isEvent);
    }

    /** @throws IllegalArgumentException where it is none, with all that there may be behind a job; the message is for people */
    static EventKind event(String name) {
        try {
            return EventKind.parse(SentenceEnd.strip(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; or `branch:`, `severity:` or `mention:`. Nothing was subscribed.", e);
        }
    }

    private static boolean isEvent(String name) {
        try {
            event(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> list(@CheckForNull String values) {
        return values == null
                ? List.of()
                : Arrays.stream(LIST.split(values))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private static String mention(String typed) {
        Matcher markup = MENTION.matcher(typed);
        String small = typed.toLowerCase(Locale.ROOT);
        return markup.matches() ? markup.group(1) : Mention.ofEverybody(small).isPresent() ? small : typed;
    }

    /** Returns the filter for jobs. @throws IllegalArgumentException where it is wrong; the message is for people */
    SubscriptionFilter filter(List<String> jobs) {
        SubscriptionFilter.checkJobs(jobs);
        SubscriptionFilter.checkBranches(branches);
        return new SubscriptionFilter(jobs, branches, events, severity, mention);
    }
}
