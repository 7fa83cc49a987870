package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The look-up of members of one workspace for one query, which asks the directory once for each name. Not safe for use by
 * several threads.
 */
final class MemberLookup {
    private final SlackDirectory directory;
    private final SlackConnection connection;
    private final Map<String, SlackResult<Optional<SlackUser>>> results = new HashMap<>();

    MemberLookup(SlackDirectory directory, SlackConnection connection) {
        this.directory = directory;
        this.connection = connection;
    }

    /**
     * Finds the member to whom the first of the names leads.
     *
     * <p>Whoever is found deactivated, or is a bot, ends the search. The workspace has said that this person left or that this
     * name is no person's, and the names after it are weaker guesses at who it is: an alias or an old address may be
     * somebody else's by now.
     *
     * @return a success with nothing in it where none of the names leads to anybody; the first result that is no success
     */
    SlackResult<Optional<SlackUser>> first(List<String> names) {
        SlackResult<Optional<SlackUser>> result = new SlackResult.Success<>(Optional.empty());
        for (String name : names) {
            result = result.flatMap(found -> found.isPresent() ? new SlackResult.Success<>(found) : find(name));
        }
        return result;
    }

    private SlackResult<Optional<SlackUser>> find(String name) {
        return results.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> directory.find(connection, name));
    }
}
