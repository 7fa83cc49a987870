package io.jenkins.plugins.slacknotify.installation;

import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.util.Optional;

/** Port: fetches the next token from Slack, as an app. */
public interface TokenRefresh {
    /** Says what keeps Slack from being asked as this app, such as a missing client secret; empty where nothing does. */
    Optional<String> findProblem(String appId);

    /** Asks Slack whose a token is, on the caller's thread: Slack refuses one that has ended. */
    SlackResult<?> check(IssuedSecret token);

    /** Asks Slack, on the caller's thread. */
    SlackResult<AppGrant> refresh(String appId, IssuedSecret refreshToken);
}
