package io.jenkins.plugins.slacknotify.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Tests who may ask what over HTTP, and how. */
@JenkinsAcceptance
class WebMethodPermissionsTest {
    private static final String GLOBAL =
            "descriptorByName/io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration/";
    private static final String PERSONAL =
            "descriptorByName/io.jenkins.plugins.slacknotify.config.people.DirectMessagesConfig/";
    private static final String ALIAS = "descriptorByName/io.jenkins.plugins.slacknotify.config.people.AliasConfig/";
    private static final String RULES = "descriptorByName/io.jenkins.plugins.slacknotify.config.rules.";
    private static final String STEP = "descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep/";

    /** All that the page of the global configuration asks of the plugin, but for the choice of credentials. */
    private static final String[] QUESTIONS = {
        GLOBAL + "testConnection",
        GLOBAL + "checkCredentialsId",
        GLOBAL + "checkChannel",
        GLOBAL + "checkBotIcon",
        GLOBAL + "checkExpiryHours",
        GLOBAL + "checkApiUrl",
        PERSONAL + "checkIgnored",
        PERSONAL + "checkWithoutAccount",
        ALIAS + "checkTo",
        RULES + "WorkspaceConfig/checkName",
        RULES + "WorkspaceConfig/checkCredentialsId",
        RULES + "WorkspaceConfig/checkTeamId",
        RULES + "DestinationConfig/checkName",
        RULES + "DestinationConfig/checkChannel",
        RULES + "DestinationConfig/checkBotIcon",
        RULES + "DestinationConfig/test",
        RULES + "TemplateConfig/checkName",
        RULES + "RuleConfig/checkJobs",
        RULES + "RuleConfig/checkBranches",
        RULES + "RuleConfig/checkMention",
        RULES + "RuleConfig/checkPeople"
    };

    /** The lists of credentials in forms of the system. */
    private static final String[] LISTS_OF_THE_SYSTEM = {
        GLOBAL + "fillCredentialsIdItems", RULES + "WorkspaceConfig/fillCredentialsIdItems"
    };

    /** The addresses of what jobs announce with. */
    private static final String[] ANNOUNCEMENTS = {
        STEP,
        "descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyBuilder/",
        "descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher/"
    };

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldAnswerAdministrators(String question, TestBed bed) {
        bed.admin().post(question, form(bed)).requireStatus(200);
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldAnswerNobodyElse(String question, TestBed bed) {
        for (var client : new JenkinsClient[] {bed.anonymous(), bed.user("reader"), bed.user("developer")}) {
            assertThat(client.post(question, form(bed)).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldRefuseGetAndAForeignPage(String question, TestBed bed) {
        assertThat(bed.admin().get(question + "?value=x").status()).isIn(404, 405);
        assertThat(bed.admin().postWithoutCrumb(question, form(bed)).status()).isEqualTo(403);
    }

    @Test
    void shouldAskSlackForAdministratorsOnly(TestBed bed) {
        bed.credentials().add("asked-with", bed.slack().installBot("asked"));
        var form = new HashMap<>(form(bed));
        form.put("credentialsId", "asked-with");

        bed.user("developer").post(GLOBAL + "testConnection", form);
        assertThat(bed.sandbox().calls()).extracting(ApiCall::bot).doesNotContain("asked");

        bed.admin().post(GLOBAL + "testConnection", form);
        assertThat(bed.sandbox().calls()).extracting(ApiCall::bot).contains("asked");
    }

    /** Neither the credentials that there are, nor the one that is chosen. */
    @ParameterizedTest
    @FieldSource("LISTS_OF_THE_SYSTEM")
    void shouldShowNoCredentialToOthers(String list, TestBed bed) {
        bed.credentials().add("not-for-all", "x");

        for (var client : new JenkinsClient[] {bed.anonymous(), bed.user("reader"), bed.user("developer")}) {
            assertThat(client.post(list, Map.of()).requireStatus(200).body())
                    .doesNotContain("slack-token", "not-for-all");
        }
    }

    @Test
    void shouldShowTheChosenCredentialToWhoMayReadTheConfigurationOfTheSystem(TestBed bed) {
        bed.credentials().add("not-for-all", "x");
        bed.admin().script("""
            import org.jenkinsci.plugins.matrixauth.PermissionEntry
            Jenkins.SYSTEM_READ.enabled = true
            Jenkins.get().securityRealm.createAccount('auditor', 'auditor-password')
            [Jenkins.READ, Jenkins.SYSTEM_READ].each {
                Jenkins.get().authorizationStrategy.add(it, PermissionEntry.user('auditor'))
            }
            """);

        assertThat(bed.user("auditor")
                        .post(GLOBAL + "fillCredentialsIdItems", Map.of())
                        .requireStatus(200)
                        .body())
                .contains("slack-token")
                .doesNotContain("not-for-all");
    }

    @Test
    void shouldShowAdministratorsAllCredentials(TestBed bed) {
        bed.credentials().add("for-administrators", "x");

        var choices = bed.admin().post(GLOBAL + "fillCredentialsIdItems", Map.of());

        assertThat(choices.requireStatus(200).body()).contains("slack-token", "for-administrators");
    }

    @ParameterizedTest
    @FieldSource("ANNOUNCEMENTS")
    void shouldShowTheCredentialsOfAJobToWhoMayConfigureIt(String descriptor, TestBed bed) {
        bed.credentials().add("for-jobs", "x");
        var path = guardedJob(bed) + descriptor + "fillCredentialsIdItems";
        var form = Map.of("credentialsId", "current");

        assertThat(bed.user("developer").post(path, form).requireStatus(200).body())
                .contains("for-jobs", "current")
                .as("what holds where none is chosen")
                .contains("- of the system -")
                .doesNotContain("slack-token");
        assertThat(bed.user("reader").post(path, form).requireStatus(200).body())
                .contains("current")
                .doesNotContain("for-jobs");
        assertThat(bed.admin().get(path).status()).isIn(404, 405);
    }

    /** It tells which accounts there are. */
    @ParameterizedTest
    @FieldSource("ANNOUNCEMENTS")
    void shouldCheckThePeopleOfAMessageForWhoMayConfigureTheJob(String descriptor, TestBed bed) {
        var path = guardedJob(bed) + descriptor + "checkTo";
        var form = Map.of("value", "nobody-of-that-name");
        var objection = "neither an e-mail address nor an account";

        for (var client : new JenkinsClient[] {bed.admin(), bed.user("developer")}) {
            assertThat(client.post(path, form).requireStatus(200).body()).contains(objection);
            assertThat(client.post(path, Map.of("value", "reader, breakers")).body())
                    .doesNotContain(objection);
        }
        assertThat(bed.user("reader").post(path, form).requireStatus(200).body())
                .doesNotContain(objection);
        assertThat(bed.anonymous().post(path, form).status()).isIn(403, 404);
        assertThat(bed.admin().get(path + "?value=x").status()).isIn(404, 405);
        assertThat(bed.admin().postWithoutCrumb(path, form).status()).isEqualTo(403);
        assertThat(bed.user("developer").post(descriptor + "checkTo", form).body())
                .as("outside of a job")
                .doesNotContain(objection);
    }

    @Test
    void shouldShowNoCredentialsOutsideOfAJob(TestBed bed) {
        bed.credentials().add("hidden-outside", "x");

        assertThat(bed.user("developer")
                        .post(STEP + "fillCredentialsIdItems", Map.of("credentialsId", "current"))
                        .requireStatus(200)
                        .body())
                .contains("current")
                .doesNotContain("hidden-outside");
    }

    /** The path of a job that reader may read, and developer configure. */
    private static String guardedJob(TestBed bed) {
        if (bed.admin().get("job/guarded/").status() == 404) {
            bed.jobs().createPipeline("guarded", "");
        }
        return "job/guarded/";
    }

    private static Map<String, String> form(TestBed bed) {
        return Map.of(
                "value", "slack-token",
                "from", "ada",
                "credentialsId", "slack-token",
                "channel", "#system",
                "routing", "{}",
                "apiUrl", bed.sandbox().apiUrl());
    }
}
