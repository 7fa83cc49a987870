package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.people.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.Details;
import io.jenkins.plugins.slacknotify.routing.Router;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.slack.ApiUrl;
import java.time.Duration;

/** What an administrator decides who lets an engine talk to a sandbox, and changes few other settings. */
final class SandboxSettings {
    private SandboxSettings() {}

    static EngineSettings of(
            SlackSandbox slack, @CheckForNull String defaultChannel, Router router, PeoplePolicy people) {
        return new EngineSettings(
                true,
                ApiUrl.of(slack.apiUrl()),
                defaultChannel,
                null,
                null,
                Duration.ofHours(24),
                SeverityPolicy.defaults(),
                router,
                people,
                Details.SHORT);
    }
}
