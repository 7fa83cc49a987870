package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A commit, as far as its people are concerned.
 *
 * @param id its id in its repository; null where the source control has none
 * @param summary the first line of the message that is not blank; possibly empty
 * @param coAuthors the people whom the message names besides the author
 * @param at when it was made, as its source control says; null where it does not
 */
public record Commit(
        @CheckForNull String id,
        Person author,
        String summary,
        List<Person> coAuthors,
        @CheckForNull Instant at) {
    private static final int MAX_SUMMARY = 300;

    public Commit {
        summary = Excerpt.truncate(summary, MAX_SUMMARY);
        coAuthors = List.copyOf(coAuthors);
    }

    /**
     * Makes a commit from its id, author and message.
     *
     * @param message the whole message, trailers included
     */
    static Commit of(@CheckForNull String id, Person author, String message) {
        String summary = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        return new Commit(id, author, summary, CoAuthors.parse(message), null);
    }

    /**
     * Returns the commit with its date.
     *
     * @param timestamp in milliseconds since 1970; less than zero where it is unknown, as Jenkins writes that
     */
    Commit dated(long timestamp) {
        return new Commit(id, author, summary, coAuthors, timestamp < 0 ? null : Instant.ofEpochMilli(timestamp));
    }

    public Stream<Person> people() {
        return Stream.concat(Stream.of(author), coAuthors.stream());
    }
}
