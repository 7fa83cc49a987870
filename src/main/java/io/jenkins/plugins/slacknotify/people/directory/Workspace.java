package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.event.text.Sha256;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Slack workspace, or a whole organisation.
 *
 * @param apiUrl the address of its API, as one server could claim the id of another server's workspace
 * @param teamId as Slack tells it for a token
 */
record Workspace(URI apiUrl, String teamId) {
    private static final Pattern TEAM_ID = Pattern.compile("[A-Z0-9]{1,40}");
    private static final int HASH_DIGITS = 16;

    /** Returns a workspace; empty where the server gave an invalid id, as the id becomes a part of a file's name. */
    static Optional<Workspace> of(URI apiUrl, String teamId) {
        return TEAM_ID.matcher(teamId).matches() ? Optional.of(new Workspace(apiUrl, teamId)) : Optional.empty();
    }

    String fileName() {
        return teamId + (apiUrl.equals(ApiUrl.SLACK) ? "" : "-" + Sha256.hex(apiUrl.toString(), HASH_DIGITS)) + ".json";
    }
}
