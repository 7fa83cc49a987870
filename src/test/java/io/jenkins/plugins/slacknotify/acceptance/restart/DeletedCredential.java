package io.jenkins.plugins.slacknotify.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.Timeouts;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;

/** A credential that the plugin has made, and that the YAML of the next start deletes, as it lists others alone. */
final class DeletedCredential implements Survivor {
    private static final String ID = "slack-notify-app-A1-client-id";
    private static final String FILE =
            "def file = new File(jenkins.model.Jenkins.get().rootDir, 'slack-notify/credentials.json')\n";

    @Override
    public void begin(TestBed bed) {
        bed.admin().script("""
                import io.jenkins.plugins.slacknotify.config.credentials.SystemCredentialStore
                import io.jenkins.plugins.slacknotify.slack.IssuedSecret
                SystemCredentialStore.put('%s', 'Made by the plugin', IssuedSecret.of('123.456'))
                SystemCredentialStore.put('of-somebody', 'Made by hand', IssuedSecret.of('123.456'))
                def settings = io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()
                def app = new io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig('made')
                app.clientIdCredentialsId = '%s'
                def inbound = settings.inbound.copy()
                inbound.apps = [app]
                settings.changeInbound(inbound)
                """.formatted(ID, ID));
        bed.configuration().markChanged();
        await("its copy")
                .atMost(Timeouts.LONG)
                .until(() -> bed.admin().script(FILE + "print file.exists()"), "true"::equals);
        bed.admin().script("""
                def yaml = new File(jenkins.model.Jenkins.get().rootDir, 'jenkins.yaml')
                def text = yaml.text.replaceAll(/(?m)^( +)inbound: .*$/, '$1inbound: {apps: [{name: made, clientIdCredentialsId: %s}]}')
                assert text.contains('name: made')
                yaml.text = (text.contains('credentials:\\n') ? '' : '''\\
                credentials: {system: {domainCredentials: [
                  {credentials: [{string: {id: slack-token, scope: SYSTEM, secret: "${SANDBOX_TOKEN}"}}]}]}}
                '''.stripIndent()) + text
                null
                """.formatted(ID));
    }

    @Override
    public void goOn(TestBed bed) {
        assertThat(
                        bed.admin()
                                .script(
                                        "print com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.credentials*.id"))
                .contains(ID, "slack-token")
                .doesNotContain("of-somebody");
    }
}
