package io.jenkins.plugins.slacknotify.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.harness.Build;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.testbed.GitRepository;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Tests what folders and jobs say about who hears of their builds: for themselves, and for nobody else. */
@JenkinsAcceptance
class FolderRulesTest {
    private static final String STORE_OF =
            "com.cloudbees.plugins.credentials.CredentialsProvider.lookupStores(Jenkins.get().getItemByFullName('%1$s')).find"
                    + " { it.context.fullName == '%1$s' }";

    @Test
    void shouldKeepNamesAndTokensOfAFolderFromItsNeighbour(TestBed bed) {
        bed.channels().open("both-teams");
        for (var folder : List.of("north", "south")) {
            bed.jobDsl().run("""
                folder('%s') {
                    properties {
                        slackNotifyFolder {
                            destinations { namedDestination { name('team'); channel('#both-teams'); credentialsId('team') } }
                            rules { notificationRule { events(['failure']); to(['team']) } }
                        }
                    }
                }
                """.formatted(folder));
            bed.credentials().add("team", bed.slack().installBot(folder), "GLOBAL", STORE_OF.formatted(folder));
            bed.jobs().createPipeline(folder + "/one", "error 'no'");
            bed.jobs().createPipeline(folder + "/two", "error 'no'");
        }
        bed.jobs().createPipeline("east", "slackNotify message: 'from outside', to: 'team', wait: true");

        var builds = Stream.of("north/one", "south/one", "north/two", "south/two")
                .map(job -> bed.jobs().start(job))
                .toList();
        builds.forEach(Build::await);
        var outside = bed.jobs().build("east");

        for (var folder : List.of("north", "south")) {
            for (var job : List.of("one", "two")) {
                assertThat(bed.channels().awaitAbout(folder + " » " + job, "both-teams", 1))
                        .singleElement()
                        .satisfies(
                                message -> assertThat(message.author().name()).isEqualTo(folder));
            }
        }
        assertThat(bed.channels().messagesAbout("from outside", "both-teams")).isEmpty();
        assertThat(outside.console()).contains("team");
    }

    @Test
    void shouldTakeTheNameOfTheNearestFolderAndAskItFirst(TestBed bed) {
        Stream.of("outer-ops", "inner-ops").forEach(bed.channels()::open);
        bed.jobDsl().run("""
            folder('outer') {
                properties {
                    slackNotifyFolder {
                        destinations { namedDestination { name('ops'); channel('#outer-ops') } }
                        rules { notificationRule { to(['ops']) } }
                    }
                }
            }
            folder('outer/inner') {
                properties {
                    slackNotifyFolder {
                        destinations { namedDestination { name('ops'); channel('#inner-ops') } }
                        rules { notificationRule { events(['failure']); to(['ops']); last(true) } }
                    }
                }
            }
            """);
        bed.jobs().createPipeline("outer/inner/bad", "error 'no'");
        bed.jobs().createPipeline("outer/inner/good", "echo 'yes'");

        bed.jobs().build("outer/inner/bad");
        bed.jobs().build("outer/inner/good");

        assertThat(bed.channels().awaitAbout("good", "outer-ops", 1)).hasSize(1);
        assertThat(bed.channels().awaitAbout("bad", "inner-ops", 1)).hasSize(1);
        assertThat(bed.channels().messagesAbout("bad", "outer-ops"))
                .as("the inner rule was the last one")
                .isEmpty();
        assertThat(bed.channels().messagesAbout("good", "inner-ops")).isEmpty();
    }

    @Test
    void shouldCountForTheBranchesOfAMultibranchProject(TestBed bed) {
        bed.channels().open("branches-of-it");
        var repository = GitRepository.create();
        List.of("main", "spike").forEach(branch -> repository.commit(branch, "Jenkinsfile", "error 'no'"));
        bed.admin().script("hudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT = true");
        bed.jobDsl().run("""
            multibranchPipelineJob('branchy') {
                branchSources { git { id('branchy'); remote('%s') } }
                properties {
                    slackNotifyFolder {
                        rules { notificationRule { branches(['main']); to(['#branches-of-it']) } }
                    }
                }
            }
            """.formatted(repository.url()));

        bed.jobs().build("branchy/main", 1).await();
        bed.jobs().build("branchy/spike", 1).await();

        assertThat(bed.channels().awaitAbout("main of branchy", "branches-of-it", 1))
                .hasSize(1);
        bed.channels().awaitAbout("spike of branchy", bed.systemChannel(), 1);
        assertThat(bed.channels().messagesAbout("spike", "branches-of-it")).isEmpty();
        assertThat(bed.admin()
                        .get("job/branchy/job/spike/slack-notify/")
                        .requireStatus(200)
                        .body())
                .contains("It is for other branches than spike.");
    }

    @Test
    void shouldLetADeclarativePipelineSayIt(TestBed bed) {
        bed.channels().open("declared");
        bed.jobs().create("declarative", """
            <flow-definition>
              <properties>
                <hudson.model.ParametersDefinitionProperty>
                  <parameterDefinitions>
                    <hudson.model.StringParameterDefinition><name>END</name><defaultValue>good</defaultValue></hudson.model.StringParameterDefinition>
                  </parameterDefinitions>
                </hudson.model.ParametersDefinitionProperty>
              </properties>
              <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                <sandbox>true</sandbox>
                <script>
                  pipeline {
                    agent none
                    options { slackNotifyRules([[events: ['failure'], to: ['#declared'], severity: 'NOTICE']]) }
                    stages { stage('only') { steps { script { if (params.END == 'bad') error 'no' } } } }
                  }
                </script>
              </definition>
            </flow-definition>
            """);

        var good = bed.jobs().build("declarative", "END", "good");
        var bad = bed.jobs().build("declarative", "END", "bad");

        assertThat(good.result()).isEqualTo("SUCCESS");
        assertThat(bed.channels().awaitAbout("declarative #" + bad.number(), "declared", 1))
                .singleElement()
                .satisfies(message -> assertThat(message.toString()).contains("Notice"));
        assertThat(bed.channels().messagesAbout("declarative #" + good.number() + ">", "declared"))
                .isEmpty();
        assertThat(good.console()).doesNotContain("declared");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one-named  | slackNotifyRules(events: ['failure'], to: ['#declared'])                      | #declared",
                "one-texts  | slackNotifyRules([events: 'failure', to: '#declared'])                        | #declared",
                "one-map    | slackNotifyRules(rules: [events: 'failure, aborted', to: [env.NOPE, '#one']]) | #one",
                "one-listed | slackNotifyRules([null, [events: 'failure', people: ['committers', null]]])   | committers",
            })
    void shouldTakeOneRuleAndOneTextForAList(String job, String property, String told, TestBed bed) {
        bed.jobs().createPipeline(job, "properties([%s])".formatted(property));

        assertThat(bed.jobs().build(job).result()).isEqualTo("SUCCESS");
        assertThat(bed.jobs().configXml(job))
                .contains("<string>failure</string>", "<string>" + told + "</string>")
                .doesNotContain("<null/>");
    }

    /** Jenkins leaves out what it does not know: a rule would be none, and approvals would be asked less than the job says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-options | slackNotifyRules(rules: [[to: ['#declared']]], evnets: ['failure']) | slackNotifyRules has no option 'evnets'.",
                "no-rule     | slackNotifyRules(evnets: ['failure'], to: ['#declared']) | A rule has no option 'evnets'. Did you mean 'events'?",
                "no-approval | slackNotifyApproval(group: 'ops') | slackNotifyApproval has no option 'group'. Did you mean 'groups'?",
            })
    void shouldRefuseAnOptionThatDoesNotExist(String job, String property, String words, TestBed bed) {
        bed.jobs().createPipeline(job, "properties([%s])".formatted(property));

        var build = bed.jobs().build(job);

        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console()).contains(words);
    }

    @Test
    void shouldWriteTheOptionOfADeclarativePipeline(TestBed bed) {
        assertThat(bed.admin().script("""
            import io.jenkins.plugins.slacknotify.config.rules.*
            import org.jenkinsci.plugins.structs.describable.DescribableModel
            def rule = new RuleConfig()
            rule.events = ['failure']
            rule.to = ['ops']
            print org.jenkinsci.plugins.workflow.cps.Snippetizer.object2Groovy(
                DescribableModel.uninstantiate2_(new JobRulesProperty([rule])))
            """))
                .isEqualTo("slackNotifyRules([notificationRule(events: ['failure'], to: ['ops'])])");
    }

    @Test
    void shouldKeepEverythingWhenItsPageIsSaved(TestBed bed, Browser browser) {
        bed.jobDsl().run("""
            folder('folder-kept') {
                properties {
                    slackNotifyFolder {
                        destinations {
                            namedDestination { name('ops'); channel('#ops'); credentialsId('gone'); minimumSeverity('ERROR') }
                            namedDestination { name('away'); channel('#away') }
                        }
                        templates { messageTemplate { name('brief'); wordings { templateWording { text('*{job}*'); events(['fixed']) } } } }
                        rules {
                            notificationRule { name('One'); jobs(['folder-kept/**', '!folder-kept/try']); branches(['main']); branchKinds(['primary'])
                                events(['fixed', 'failure']); minimumSeverity('WARNING'); causes(['scm']); severity('CRITICAL')
                                to(['ops', '#other']); people(['breakers', 'ada']); mention(['here']); mentionFrom('ERROR')
                                template('brief'); last(true) }
                        }
                    }
                }
            }
            pipelineJob('folder-kept/job') {
                properties { slackNotifyRules { rules { notificationRule { events(['aborted']); to(['ops']) } } } }
            }
            """);

        for (var item : List.of("folder-kept", "folder-kept/job")) {
            var before = rules(bed, item);
            var page = bed.process().url().resolve(Jobs.path(item) + "configure");
            browser.open(page);
            browser.find(By.cssSelector("option[value=CRITICAL]"), option -> true);
            browser.run("document.querySelectorAll('.advanced-button').forEach(button => button.click())");
            browser.screenshot("rules-of-" + item.replace('/', '-'), By.name("Submit"));
            browser.click(By.name("Submit"));
            browser.awaitPageAfter(page);

            assertThat(rules(bed, item)).contains("to").isEqualTo(before);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** What nobody could enter any more: a person, a workspace, and what a newer version has written. It goes on as it is. */
    @Test
    void shouldSaveThePageOfWhatIsStoredThoughNobodyCouldEnterIt(TestBed bed, Browser browser) {
        var own = "io.jenkins.plugins.slacknotify.config.rules.";
        bed.jobs().create("folder-former", """
            <com.cloudbees.hudson.plugins.folder.Folder>
              <properties>
                <%1$sFolderRoutingProperty>
                  <destinations>
                    <%1$sDestinationConfig><name>ada</name><channel>U024BE91L</channel></%1$sDestinationConfig>
                    <%1$sDestinationConfig><name>far</name><channel>#far</channel><workspace>gone</workspace></%1$sDestinationConfig>
                  </destinations>
                  <rules>
                    <%1$sRuleConfig><name>Odd</name><minimumSeverity>loud</minimumSeverity><to><string>ada</string></to></%1$sRuleConfig>
                  </rules>
                </%1$sFolderRoutingProperty>
              </properties>
            </com.cloudbees.hudson.plugins.folder.Folder>
            """.formatted(own));
        bed.jobs().create("folder-former/job", """
            <project>
              <properties>
                <%1$sJobRulesProperty>
                  <rules><%1$sRuleConfig><name>Odd</name><minimumSeverity>loud</minimumSeverity></%1$sRuleConfig></rules>
                </%1$sJobRulesProperty>
              </properties>
            </project>
            """.formatted(own));

        for (var item : List.of("folder-former", "folder-former/job")) {
            var page = bed.process().url().resolve(Jobs.path(item) + "configure");
            browser.open(page);
            browser.find(By.cssSelector("option[value=loud]"), option -> true);
            browser.run("document.querySelectorAll('.advanced-button').forEach(button => button.click())");
            if (item.equals("folder-former")) {
                browser.find(
                        By.cssSelector(".warning"), shown -> shown.getText().contains("This is a person"));
                browser.find(
                        By.cssSelector(".warning"), shown -> shown.getText().contains("Only a destination of"));
                browser.screenshot("stored-though-nobody-could-enter-it");
            }
            browser.click(By.name("Submit"));
            browser.awaitPageAfter(page);

            assertThat(rules(bed, item)).as("saved: %s", item).contains("<disabled>false<", ">loud<");
        }
        assertThat(rules(bed, "folder-former")).contains("<channel>U024BE91L<", "<workspace>gone<");

        var destination = "job/folder-former/descriptorByName/" + own + "DestinationConfig/";
        assertThat(check(bed, destination + "checkChannel", "U024BE91X"))
                .contains("class=\"error\"", "This is a person");
        assertThat(check(bed, destination + "checkChannel", "U024BE91L"))
                .contains("class=\"warning\"", "stays as it is");
        assertThat(check(bed, destination + "checkWorkspace?name=ada", "gone")).contains("class=\"error\"");
        assertThat(check(bed, destination + "checkWorkspace?name=far", "gone")).contains("class=\"warning\"");
    }

    /** A page of the system has one element; what is stored in another one is of no account. */
    @Test
    void shouldWarnOfAPersonThatIsStoredOnThePageOfItsDestinationAlone(TestBed bed, Browser browser) {
        bed.configuration().set("routing: {destinations: [{name: ada, channel: '#a'}, {name: ops, channel: '#o'}]}");
        bed.admin().script("""
                def settings = io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration.get()
                def destination = settings.routing.destinations[0]
                def channel = destination.class.getDeclaredField('channel')
                channel.accessible = true
                channel.set(destination, 'U024BE91L')
                settings.save()
                """);
        var page = bed.process().url().resolve("manage/slack/destinations/destination/1/");
        browser.open(page);
        browser.find(By.cssSelector(".warning"), shown -> shown.getText().contains("This is a person"));
        browser.click(By.name("Submit"));
        browser.awaitPageAfter(page);

        assertThat(bed.configuration().exported()).contains("U024BE91L");
        for (var other : List.of("2", "new")) {
            assertThat(check(
                            bed,
                            "manage/slack/destinations/destination/" + other + "/descriptorByName/"
                                    + "io.jenkins.plugins.slacknotify.config.rules.DestinationConfig/checkChannel",
                            "U024BE91L"))
                    .as("at %s", other)
                    .contains("class=\"error\"", "This is a person");
        }
    }

    private static String check(TestBed bed, String address, String value) {
        return bed.admin()
                .post(address, Map.of("value", value))
                .requireStatus(200)
                .body();
    }

    @Test
    void shouldLetSomebodyChooseNoTokenAgain(TestBed bed, Browser browser) {
        bed.jobDsl().run("""
            folder('folder-tokenless') {
                properties { slackNotifyFolder {
                    destinations { namedDestination { name('ops'); channel('#ops'); credentialsId('slack-token') } }
                } }
            }
            job('folder-tokenless/free') { publishers { slackNotify { channel('#ops'); credentialsId('slack-token') } } }
            """);

        for (var item : List.of("folder-tokenless", "folder-tokenless/free")) {
            var page = bed.process().url().resolve(Jobs.path(item) + "configure");
            var list = By.cssSelector("select[name='_.credentialsId']:not(.select-ajax-pending)");
            browser.open(page);
            browser.find(list, select -> "slack-token".equals(select.getDomProperty("value")));
            browser.run("document.querySelectorAll('.advanced-button').forEach(button => button.click())");
            new Select(browser.find(list)).selectByValue("");

            assertThat(browser.find(list).getDomProperty("value")).isEmpty();
            browser.click(By.name("Submit"));
            browser.awaitPageAfter(page);
            assertThat(rules(bed, item)).contains("#ops").doesNotContain("slack-token");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static String rules(TestBed bed, String item) {
        return bed.jobs()
                .configXml(item)
                .replaceFirst("(?s).*?<io.jenkins.plugins.slacknotify", "<io.jenkins.plugins.slacknotify")
                .replaceFirst("(?s)(.*</io.jenkins.plugins.slacknotify[^>]*>).*", "$1")
                .replaceAll("\\s+", "");
    }
}
