package io.jenkins.plugins.slacknotify.sidebyside;

import java.nio.file.Path;
import java.util.List;

/** This plugin as it is out of the box. */
record SlackNotify(PluginArchive archive) implements Contender {
    @Override
    public List<Path> needs() {
        return List.of();
    }

    @Override
    public String configuration() {
        return """
              slackNotify:
                credentialsId: slack-token
                channel: "#system"
            """;
    }

    @Override
    public String action(String channel) {
        return """
            <io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher>
              <announcement><options><channel>#%s</channel></options><when/></announcement>
            </io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher>
            """.formatted(channel);
    }

    @Override
    public String step(String channel) {
        return "slackNotify channel: '#%s', message: \"Built ${env.BUILD_URL}\"".formatted(channel);
    }

    @Override
    public String stepForCommitters(String channel) {
        return step(channel) + ", to: 'committers'";
    }
}
