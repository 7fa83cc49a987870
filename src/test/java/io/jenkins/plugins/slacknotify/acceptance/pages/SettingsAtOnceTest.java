package io.jenkins.plugins.slacknotify.acceptance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import org.junit.jupiter.api.Test;

/** Configuration as Code is applied while a page saves the settings: one waits for the other. */
@JenkinsAcceptance(resetAfterEach = true)
class SettingsAtOnceTest {
    /** The page's change has not come to its end while the other one waits for the settings. */
    private static final String AT_ONCE = """
            import io.jenkins.plugins.casc.ConfigurationAsCode
            import io.jenkins.plugins.slacknotify.config.*
            import java.lang.management.ManagementFactory
            def settings = SlackNotifyConfiguration.get()
            def file = File.createTempFile('settings', '.yaml')
            file.text = 'unclassified: {slackNotify: {channel: "#code", botName: Code, routing: {rules: []}}}'
            def code = new Thread({ ConfigurationAsCode.get().configure(file.path) })
            def seen = { Jenkins.XSTREAM2.toXML(settings) }
            SettingsChange.make(settings, {
                def before = seen()
                code.start()
                def waits = false
                while (code.alive && !waits) {
                    def lock = ManagementFactory.threadMXBean.getThreadInfo(code.id)?.lockInfo
                    waits = lock?.identityHashCode == System.identityHashCode(settings)
                    Thread.onSpinWait()
                }
                print "code waits: $waits, sees the same: ${before == seen()}; "
                settings.botName = 'Page'
            })
            code.join()
            file.delete()
            print "in the end $settings.channel $settings.botName ${settings.routing.rules}, on disk ${settings.configFile.asString().contains('<botName>Code<')}"
            """;

    @Test
    void shouldLetCodeWaitForAPageThatSaves(TestBed bed) {
        bed.configuration()
                .set("botName: Before", "routing: {rules: [{name: Kept, events: [failure], to: ['#kept']}]}");

        assertThat(bed.admin().script(AT_ONCE))
                .isEqualTo("code waits: true, sees the same: true; in the end #code Code [], on disk true");
    }
}
