package io.jenkins.plugins.slacknotify.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackPluginSettingsTest {
    private static final String JOB = """
            <?xml version='1.1' encoding='UTF-8'?>
            <project>
              <publishers>
                <hudson.tasks.Mailer/>
                <jenkins.plugins.slack.SlackNotifier plugin="slack@795.v4b_9705b_e6d47">
                  <baseUrl></baseUrl>
                  <room>#ops</room>
                  <notifyFailure>true</notifyFailure>
                  <notifySuccess>false</notifySuccess>
                  <slackUserIdResolver class="jenkins.plugins.slack.user.NoSlackUserIdResolver">
                    <enabled>true</enabled>
                  </slackUserIdResolver>
                </jenkins.plugins.slack.SlackNotifier>
              </publishers>
            </project>
            """;

    @Test
    void shouldReadTheActionOfAJob() throws IOException {
        SlackPluginSettings action = SlackPluginSettings.ofJob(JOB).orElseThrow();

        assertThat(action.channels()).containsExactly(new LegacyChannel("#ops"));
        assertThat(action.is("notifyFailure")).isTrue();
        assertThat(action.is("notifySuccess")).isFalse();
        assertThat(action.is("notifyAborted")).as("not there").isFalse();
        assertThat(action.text("baseUrl")).as("empty").isEmpty();
        assertThat(action.fields()).doesNotContainKey("slackUserIdResolver");
    }

    @Test
    void shouldFindNothingInAJobWithoutIt() throws IOException {
        assertThat(SlackPluginSettings.ofJob("<project><publishers/></project>"))
                .isEmpty();
        assertThat(SlackPluginSettings.ofJob(
                        "<project><description>jenkins.plugins.slack.SlackNotifier" + "</description></project>"))
                .isEmpty();
    }

    @Test
    void shouldRefuseXmlThatReachesOutOfItself() {
        String outside =
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>jenkins.plugins.slack.SlackNotifier&e;</x>";

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> SlackPluginSettings.ofJob(outside));
    }

    @Test
    void shouldReadTheSectionOfTheSystemPage() throws IOException {
        SystemTranslation system = SystemTranslation.of(SlackPluginSettings.ofSystem("""
                <jenkins.plugins.slack.SlackNotifier_-DescriptorImpl plugin="slack@795.v4b_9705b_e6d47">
                  <tokenCredentialId>slack-bot</tokenCredentialId>
                  <botUser>true</botUser>
                  <iconEmoji>jenkins</iconEmoji>
                  <username>CI</username>
                  <room>#builds,#web</room>
                </jenkins.plugins.slack.SlackNotifier_-DescriptorImpl>
                """));

        assertThat(system.credentialsId()).isEqualTo(new ImportedSetting("slack-bot", List.of()));
        assertThat(system.channel().value()).isEqualTo("#builds");
        assertThat(system.channel().notes()).singleElement().asString().contains("several channels");
        assertThat(system.botName().value()).isEqualTo("CI");
        assertThat(system.botIcon().value()).isEqualTo(":jenkins:");
    }

    @Test
    void shouldNotTakeOverATokenThatIsNoBots() throws IOException {
        SystemTranslation system = SystemTranslation.of(
                SlackPluginSettings.ofSystem("<x><tokenCredentialId>webhook</tokenCredentialId></x>"));

        assertThat(system.credentialsId().value()).isNull();
        assertThat(system.credentialsId().notes()).singleElement().asString().contains("not of a bot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ada", "$TEAM", "team/dev", "#"})
    void shouldSayWhichRoomCanBeNoSystemChannelAndTakeTheRest(String room) throws IOException {
        SystemTranslation system = SystemTranslation.of(
                SlackPluginSettings.ofSystem("<x><room>" + room + "</room><username>CI</username></x>"));

        assertThat(system.channel().value()).isNull();
        assertThat(system.channel().notes()).singleElement().asString().contains("'" + room + "'", "left out");
        assertThat(system.botName().value()).isEqualTo("CI");
    }
}
