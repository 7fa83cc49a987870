package io.jenkins.plugins.slacknotify.integration;

import static io.jenkins.plugins.slacknotify.integration.ConnectedSlack.CREDENTIALS_ID;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.XmlFile;
import io.jenkins.plugins.slacknotify.config.SeverityTable;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GlobalConfigurationRoundTripTest {
    @Test
    void shouldKeepDefaults(JenkinsRule jenkins) throws Exception {
        SlackNotifyConfiguration.get().save();
        var before = stored(jenkins);

        jenkins.configRoundtrip();

        assertThat(stored(jenkins)).isEqualTo(before);
    }

    @Test
    void shouldKeepWhatWasSet(JenkinsRule jenkins) throws Exception {
        ConnectedSlack.addCredentials("xoxb-1-2-example");
        setEverything(SlackNotifyConfiguration.get());
        var before = stored(jenkins);

        jenkins.configRoundtrip();

        assertThat(stored(jenkins)).isEqualTo(before);
    }

    private static void setEverything(SlackNotifyConfiguration configuration) {
        var severities = new SeverityTable();
        severities.setFixed("info");
        severities.setNotBuilt("critical");
        configuration.setEnabled(false);
        configuration.setCredentialsId(CREDENTIALS_ID);
        configuration.setChannel("#builds");
        configuration.setBotName("Builder & Co");
        configuration.setBotIcon(":hammer:");
        configuration.setEvents(List.of("success", "aborted"));
        configuration.setSeverities(severities);
        configuration.setExpiryHours(36);
        configuration.setApiUrl("http://127.0.0.1:9/api/");
    }

    private static String stored(JenkinsRule jenkins) throws IOException {
        var file = new File(jenkins.jenkins.getRootDir(), SlackNotifyConfiguration.class.getName() + ".xml");
        return new XmlFile(file).asString();
    }
}
