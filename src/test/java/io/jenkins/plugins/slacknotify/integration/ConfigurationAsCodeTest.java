package io.jenkins.plugins.slacknotify.integration;

import static io.jenkins.plugins.casc.misc.Util.getUnclassifiedRoot;
import static io.jenkins.plugins.casc.misc.Util.toStringFromYamlFile;
import static io.jenkins.plugins.casc.misc.Util.toYamlString;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import org.junit.jupiter.api.Test;

@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {
    @Test
    @ConfiguredWithCode("configuration.yaml")
    void shouldImportEveryKey(JenkinsConfiguredWithCodeRule jenkins) {
        var configuration = SlackNotifyConfiguration.get();

        assertThat(configuration.isEnabled()).isFalse();
        assertThat(configuration.getCredentialsId()).isEqualTo("slack-token");
        assertThat(configuration.getChannel()).isEqualTo("#builds");
        assertThat(configuration.getBotName()).isEqualTo("Builder");
        assertThat(configuration.getBotIcon()).isEqualTo(":hammer:");
        assertThat(configuration.getEvents()).containsExactly("success", "aborted");
        assertThat(configuration.getSeverities().getFixed()).isEqualTo("INFO");
        assertThat(configuration.getSeverities().getNotBuilt()).isEqualTo("CRITICAL");
        assertThat(configuration.getExpiryHours()).isEqualTo(36);
        assertThat(configuration.getThreadDetails()).isEqualTo("full");
        assertThat(configuration.getPersonal().isEnabled()).isTrue();
        assertThat(configuration.getPersonal().getTold()).containsExactly("culprits");
        assertThat(configuration.getRouting().getRules())
                .extracting(RuleConfig::getName)
                .containsExactly("Main is sacred", "Pull requests", "Features", "Deployments");
        assertThat(configuration.getRouting().credentialsOf("partner")).contains("partner-bot-token");
        assertThat(configuration.getApiUrl()).isEqualTo("http://127.0.0.1:9/api/");
    }

    @Test
    @ConfiguredWithCode("configuration.yaml")
    void shouldExportWhatWasImported(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        var context = new ConfigurationContext(ConfiguratorRegistry.get());

        var exported = toYamlString(getUnclassifiedRoot(context).get("slackNotify"));

        assertThat(exported.strip())
                .isEqualTo(toStringFromYamlFile(this, "exported.yaml").strip());
    }
}
