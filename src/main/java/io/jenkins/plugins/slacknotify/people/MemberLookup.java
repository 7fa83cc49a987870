package io.jenkins.plugins.slacknotify.people;

import io.jenkins.plugins.slacknotify.people.directory.SlackDirectory;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import io.jenkins.plugins.slacknotify.slack.SlackUser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The members of one workspace, for one occasion: asks the directory once for each name. Not safe for use by several
 * threads.
 */
final class MemberLookup {
    private final SlackDirectory directory;
    private final SlackConnection connection;
    private final Map<String, SlackResult<Optional<SlackUser>>> asked = new HashMap<>();

    MemberLookup(SlackDirectory directory, SlackConnection connection) {
        this.directory = directory;
        this.connection = connection;
    }

    /**
     * The member that the first of the names leads to.
     *
     * <p>Whoever is found deactivated, or is a bot, ends the search. The workspace has said that this person left or that this
     * name is no person's, and the names that follow are weaker guesses at who it is: an alias or an old address may be
     * somebody else's by now.
     *
     * @return a success with nothing in it where none of the names leads to anybody; the first other answer
     */
    SlackResult<Optional<SlackUser>> first(List<String> names) {
        SlackResult<Optional<SlackUser>> answer = new SlackResult.Success<>(Optional.empty());
        for (String name : names) {
            answer = answer.flatMap(found -> found.isPresent() ? new SlackResult.Success<>(found) : find(name));
        }
        return answer;
    }

    private SlackResult<Optional<SlackUser>> find(String name) {
        return asked.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> directory.find(connection, name));
    }
}
