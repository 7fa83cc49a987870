package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Configuration that nobody's form has written: XML by Job DSL, job builders, configuration management or the REST API. */
@JenkinsAcceptance(resetAfterEach = true)
@Order(15)
class ForeignXmlTest {
    private static final String PACKAGE = "io.jenkins.plugins.slacknotify.";

    private static final List<String> TYPES = List.of(
            "config.SlackNotifyConfiguration",
            "config.SeverityTable",
            "config.SystemChannelOptOut",
            "config.approval.ApprovalProperty",
            "config.inbound.InboundConfig",
            "config.subscription.SubscriptionsConfig",
            "config.inbound.SlackAppConfig",
            "config.people.AliasConfig",
            "config.people.DirectMessagesConfig",
            "config.people.PreferencesConfig",
            "config.rules.ChannelLimitConfig",
            "config.rules.DestinationConfig",
            "config.rules.FolderRoutingProperty",
            "config.rules.JobRulesProperty",
            "config.rules.RuleConfig",
            "config.rules.SystemRouting",
            "config.rules.TemplateConfig",
            "config.rules.WordingConfig",
            "config.rules.WorkspaceConfig",
            "personal.SlackUserProperty",
            "trigger.SlackNotifyBuilder",
            "trigger.SlackNotifyPublisher");

    @ParameterizedTest
    @FieldSource("TYPES")
    void shouldHaveTheDefaultOfWhateverIsLeftOut(String type, TestBed bed) {
        assertThat(bed.admin().script(TestBed.resource("foreign-xml.groovy").replace("%TYPE%", PACKAGE + type)))
                .isEqualTo("checked");
    }

    @Test
    void shouldKeepApprovalsWithNumbersOutOfReachPossible(TestBed bed) {
        assertThat(bed.admin().script("""
                def read = Jenkins.XSTREAM2.fromXML("<io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty>"
                        + "<people>50</people><signInHours>-1</signInHours>"
                        + "<remindAfterMinutes>10</remindAfterMinutes><remindEveryMinutes>-5</remindEveryMinutes>"
                        + "</io.jenkins.plugins.slacknotify.config.approval.ApprovalProperty>")
                println([read.people, read.signInHours, read.remindAfterMinutes, read.remindEveryMinutes])""")).contains("[5, 1, 10, 0]");
    }

    /** A canary: the property must have tried every type that Jenkins stores. */
    @Test
    void shouldKnowEveryStoredType(TestBed bed) {
        var described = bed.admin().script("""
            println Jenkins.get().getExtensionList(hudson.model.Descriptor)
                .findAll { it.class.name.startsWith('io.jenkins.plugins.slacknotify.') }
                .collect { it.clazz.name - 'io.jenkins.plugins.slacknotify.' }
                .findAll { !it.contains('Step') && !it.contains('Category') && !it.contains('Monitor') && !it.contains('Provider') }
                .unique().sort().join(' ')
            """);

        assertThat(described.split(" ")).hasSameElementsAs(TYPES);
    }

    @Test
    void shouldAskTheOtherRulesBesideOneWithoutJobs(TestBed bed) {
        bed.channels().open("foreign-rules");
        bed.jobs().create("foreign", """
            <project>
              <properties>
                <io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty>
                  <rules>
                    <io.jenkins.plugins.slacknotify.config.rules.RuleConfig>
                      <name>mine</name>
                      <events><string>failure</string></events>
                      <to><string>#foreign-rules</string></to>
                    </io.jenkins.plugins.slacknotify.config.rules.RuleConfig>
                    <null/>
                    <io.jenkins.plugins.slacknotify.config.rules.RuleConfig>
                      <events><string>no such event</string></events>
                      <to><string>#foreign-rules</string></to>
                    </io.jenkins.plugins.slacknotify.config.rules.RuleConfig>
                  </rules>
                </io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty>
                <io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty/>
              </properties>
              <builders><hudson.tasks.Shell><command>exit 1</command></hudson.tasks.Shell></builders>
            </project>
            """);

        var build = bed.jobs().build("foreign");

        assertThat(bed.channels().awaitAbout("foreign #1", "foreign-rules", 1)).hasSize(1);
        bed.channels().awaitAbout("foreign #1", bed.systemChannel(), 1);
        assertThat(build.consoleLines("[Slack] Rules of this job: "))
                .singleElement()
                .asString()
                .contains("Unknown event 'no such event'");
    }

    @Test
    void shouldSpeakByAnActionWithoutFields(TestBed bed) {
        bed.configuration().set("events: []");
        bed.jobs().create("bare-action", """
            <project>
              <builders>
                <io.jenkins.plugins.slacknotify.trigger.SlackNotifyBuilder/>
              </builders>
              <publishers>
                <io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher>
                  <announcement><options><channel> </channel><message/></options></announcement>
                </io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher>
              </publishers>
            </project>
            """);

        var build = bed.jobs().build("bare-action");

        assertThat(build.consoleLines("[Slack] Handed over for #" + bed.systemChannel()))
                .as("the step, the end of the build in the same message, and the action")
                .hasSize(3);
        bed.channels().awaitAbout("bare-action #1", bed.systemChannel(), 1);
    }

    /** Fields of channels took the ids of people once. What is stored goes on; nobody can enter a person any more. */
    @Test
    void shouldKeepAPersonThatIsStoredAndTakeNoOther(TestBed bed) {
        assertThat(bed.admin().script("""
                import io.jenkins.plugins.slacknotify.config.*
                import io.jenkins.plugins.slacknotify.config.form.ListElement
                import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig
                def refused = { what -> try { what(); 'taken' } catch (IllegalArgumentException e) { e.message } }
                def slack = SlackNotifyConfiguration.get()
                def before = slack.channel
                slack.@channel = 'U024BE91L'
                slack.save()
                slack.load()
                slack.setChannel('U024BE91L')
                println slack.channel + ' ' + slack.toEngineSettings().defaultChannel()
                println refused { slack.setChannel('U024BE91X') }
                println slack.channel
                slack.@channel = before
                slack.save()
                def type = DestinationConfig.name
                def stored = jenkins.model.Jenkins.XSTREAM2.fromXML(
                    "<$type><name>ada</name><channel>D024BE91L</channel></$type>")
                println stored.invalid.toString() + ' ' + stored.channel + ' ' + ListElement.copyOf(stored).channel
                println new DestinationConfig('ada', 'D024BE91L').validationErrors()
                null
                """).lines())
                .satisfiesExactly(
                        kept -> assertThat(kept).isEqualTo("U024BE91L U024BE91L"),
                        refused -> assertThat(refused).startsWith("This is a person. Enter a channel here"),
                        unchanged -> assertThat(unchanged).isEqualTo("U024BE91L"),
                        valid -> assertThat(valid).isEqualTo("false D024BE91L D024BE91L"),
                        entered -> assertThat(entered).startsWith("[channel:This is a person."));
    }

    @Test
    void shouldShowTheFormsOfWhatWasLeftOut(TestBed bed) {
        bed.jobs().create("bare-form", """
            <project>
              <properties>
                <io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty>
                  <rules><io.jenkins.plugins.slacknotify.config.rules.RuleConfig/></rules>
                </io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty>
              </properties>
              <builders><io.jenkins.plugins.slacknotify.trigger.SlackNotifyBuilder/></builders>
              <publishers><io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher/></publishers>
            </project>
            """);
        bed.jobs().create("bare-folder", """
            <com.cloudbees.hudson.plugins.folder.Folder>
              <properties>
                <io.jenkins.plugins.slacknotify.config.rules.FolderRoutingProperty>
                  <destinations><io.jenkins.plugins.slacknotify.config.rules.DestinationConfig/></destinations>
                  <templates><io.jenkins.plugins.slacknotify.config.rules.TemplateConfig/></templates>
                </io.jenkins.plugins.slacknotify.config.rules.FolderRoutingProperty>
              </properties>
            </com.cloudbees.hudson.plugins.folder.Folder>
            """);
        bed.jobs().createPipeline("bare-folder/inside", "error 'no'");

        bed.jobs().build("bare-folder/inside");

        bed.channels().awaitAbout("inside #1", bed.systemChannel(), 1);
        for (var page :
                new String[] {"job/bare-form/configure", "job/bare-folder/configure", "job/bare-folder/slack-notify/"
                }) {
            bed.admin().get(page).requireStatus(200);
        }
    }
}
