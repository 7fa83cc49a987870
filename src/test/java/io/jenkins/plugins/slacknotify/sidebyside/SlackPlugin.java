package io.jenkins.plugins.slacknotify.sidebyside;

import java.nio.file.Path;
import java.util.List;

/**
 * jenkinsci/slack-plugin, set up as its README recommends: with a bot of one's own. Its post-build action tells no committers
 * in person; the step does.
 */
record SlackPlugin(PluginArchive archive, List<Path> needs) implements Contender {
    @Override
    public String configuration() {
        return """
              slackNotifier:
                botUser: true
                tokenCredentialId: slack-token
                room: "#system"
                slackUserIdResolver: email
            """;
    }

    @Override
    public String action(String channel) {
        return """
            <jenkins.plugins.slack.SlackNotifier>
              <room>#%s</room>
              <notifySuccess>true</notifySuccess>
              <notifyEveryFailure>true</notifyEveryFailure>
              <notifyUnstable>true</notifyUnstable>
              <commitInfoChoice>AUTHORS_AND_TITLES</commitInfoChoice>
            </jenkins.plugins.slack.SlackNotifier>
            """.formatted(channel);
    }

    @Override
    public String step(String channel) {
        return "slackSend channel: '#%s', color: 'good', message: \"Built ${env.BUILD_URL}\"".formatted(channel);
    }

    @Override
    public String stepForCommitters(String channel) {
        return step(channel) + ", notifyCommitters: true";
    }
}
