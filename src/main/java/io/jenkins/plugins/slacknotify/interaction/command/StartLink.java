package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.event.text.BranchNames;
import io.jenkins.plugins.slacknotify.interaction.text.SentenceEnd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses that start a job, such as {@code …/job/shop/buildWithParameters?MODE=full}: what they set are values like any other. */
final class StartLink {
    private static final Pattern LINK = Pattern.compile(
            "((?:\\S*/)?job/[^\\s?#]+?)/(?:buildWithParameters|parambuild|build)/?\\?([^\\s#]*?)(?:#\\S*)?[)\\]:"
                    + SentenceEnd.CHARACTERS + "]*");

    /** The longest address that browsers take. */
    private static final int MAX_LENGTH = 8_000;

    /** The other parameters of such an address, of which none is needed here. */
    private static final Set<String> OTHERS = Set.of("token", "cause", "json", "Submit", "statusCode", "redirectTo");

    /** The delay as Jenkins writes it into the address. A command knows no other delay, and reports it as an unknown parameter. */
    private static final String NO_DELAY = "delay=0sec";

    private StartLink() {}

    /** Returns the line with the address of the job, and the values; as it is where it has no such address; empty where values differ. */
    static Optional<CommandLine> read(CommandLine line) {
        String word = line.words().isEmpty() ? "" : line.words().get(0);
        // An address with a blank is refused first, as the pattern would take long for it.
        boolean mayBeLink = word.length() <= MAX_LENGTH && word.chars().noneMatch(Character::isWhitespace);
        Matcher link = LINK.matcher(mayBeLink ? word : "");
        if (!link.matches()) {
            return Optional.of(line);
        }
        Map<String, String> values = new LinkedHashMap<>(line.values());
        for (String pair : link.group(2).split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1 || pair.equals(NO_DELAY) || OTHERS.contains(pair.substring(0, equals))) {
                continue;
            }
            String value = decoded(pair.substring(equals + 1));
            String former = values.putIfAbsent(decoded(pair.substring(0, equals)), value);
            if (former != null && !former.equals(value)) {
                return Optional.empty();
            }
        }
        List<String> words = new ArrayList<>(line.words());
        words.set(0, link.group(1) + "/");
        return Optional.of(
                new CommandLine(line.name(), words, values, line.unquoted(), line.quoted(), line.behindValue()));
    }

    private static String decoded(String text) {
        return BranchNames.readable(text.replace('+', ' '));
    }
}
