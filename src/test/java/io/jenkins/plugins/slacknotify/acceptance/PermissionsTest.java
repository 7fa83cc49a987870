package io.jenkins.plugins.slacknotify.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what over HTTP, and how. */
@JenkinsAcceptance
class PermissionsTest {
    private static final String GLOBAL =
            "descriptorByName/io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration/";
    private static final String STEP = "descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep/";

    /** All that the page of the global configuration asks of the plugin, but for the choice of credentials. */
    private static final String[] QUESTIONS = {
        "testConnection", "checkCredentialsId", "checkChannel", "checkBotIcon", "checkApiUrl"
    };

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldAnswerAdministrators(String question, TestBed bed) {
        bed.admin().post(GLOBAL + question, form(bed)).requireStatus(200);
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldAnswerNobodyElse(String question, TestBed bed) {
        for (var client : new JenkinsClient[] {bed.anonymous(), bed.user("reader"), bed.user("developer")}) {
            assertThat(client.post(GLOBAL + question, form(bed)).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void shouldRefuseGetAndAForeignPage(String question, TestBed bed) {
        assertThat(bed.admin().get(GLOBAL + question + "?value=x").status()).isIn(404, 405);
        assertThat(bed.admin().postWithoutCrumb(GLOBAL + question, form(bed)).status())
                .isEqualTo(403);
    }

    @Test
    void shouldAskSlackForAdministratorsOnly(TestBed bed) {
        bed.sandbox().faults().next("auth.test", Fault.error("fatal_error"));

        bed.user("developer").post(GLOBAL + "testConnection", form(bed));

        assertThat(bed.admin().post(GLOBAL + "testConnection", form(bed)).body())
                .contains("fatal_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "developer"})
    void shouldShowOthersTheCurrentCredentialOnly(String user, TestBed bed) {
        bed.addCredential("not-for-all", "x");

        var choices = bed.user(user).post(GLOBAL + "fillCredentialsIdItems", Map.of());

        assertThat(choices.requireStatus(200).body()).contains("slack-token").doesNotContain("not-for-all");
    }

    @Test
    void shouldShowAdministratorsAllCredentials(TestBed bed) {
        bed.addCredential("for-administrators", "x");

        var choices = bed.admin().post(GLOBAL + "fillCredentialsIdItems", Map.of());

        assertThat(choices.requireStatus(200).body()).contains("slack-token", "for-administrators");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep/",
                "descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyBuilder/",
                "descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher/"
            })
    void shouldShowTheCredentialsOfAJobToWhoMayConfigureIt(String descriptor, TestBed bed) {
        bed.addCredential("for-jobs", "x");
        if (bed.admin().get("job/guarded/").status() == 404) {
            bed.jobs().createPipeline("guarded", "");
        }
        var path = "job/guarded/" + descriptor + "fillCredentialsIdItems";
        var form = Map.of("credentialsId", "current");

        assertThat(bed.user("developer").post(path, form).requireStatus(200).body())
                .contains("for-jobs", "current")
                .doesNotContain("slack-token");
        assertThat(bed.user("reader").post(path, form).requireStatus(200).body())
                .contains("current")
                .doesNotContain("for-jobs");
        assertThat(bed.admin().get(path).status()).isIn(404, 405);
    }

    @Test
    void shouldShowNoCredentialsOutsideOfAJob(TestBed bed) {
        bed.addCredential("hidden-outside", "x");

        assertThat(bed.user("developer")
                        .post(STEP + "fillCredentialsIdItems", Map.of("credentialsId", "current"))
                        .body())
                .doesNotContain("hidden-outside");
    }

    private static Map<String, String> form(TestBed bed) {
        return Map.of(
                "value", "slack-token",
                "credentialsId", "slack-token",
                "channel", "#system",
                "apiUrl", bed.sandbox().apiUrl());
    }
}
