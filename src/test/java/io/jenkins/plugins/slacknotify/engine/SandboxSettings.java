package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.Router;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;

/** Settings of an engine that talks to a sandbox, with few changes to the defaults. */
final class SandboxSettings {
    private SandboxSettings() {}

    static EngineSettings of(
            SlackSandbox slack, @CheckForNull String defaultChannel, Router router, PeoplePolicy people) {
        return EngineSettings.builder()
                .apiUrl(ApiUrl.of(slack.apiUrl()))
                .defaultChannel(defaultChannel)
                .router(router)
                .people(people)
                .build();
    }
}
