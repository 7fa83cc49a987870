package io.jenkins.plugins.slacknotify.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hudson.model.Item;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.trigger.SlackNotifyBuilder;
import io.jenkins.plugins.slacknotify.trigger.SlackNotifyPublisher;
import io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Tests what the forms ask of Jenkins, asked by those who may not. */
@WithJenkins
class PermissionsTest {
    private static final String GLOBAL = "descriptorByName/" + SlackNotifyConfiguration.class.getName() + "/";

    /** Answers that are for administrators only. */
    private static final List<String> ADMINISTRATIVE = List.of(
            GLOBAL + "testConnection",
            GLOBAL + "checkCredentialsId?value=slack-token",
            GLOBAL + "checkChannel?value=builds",
            GLOBAL + "checkBotIcon?value=:x:",
            GLOBAL + "checkApiUrl?value=");

    /** Lists of credentials. */
    private static final List<String> CREDENTIALS = Stream.of(
                    SlackNotifyStep.class, SlackNotifyBuilder.class, SlackNotifyPublisher.class)
            .map(type -> "job/guarded/descriptorByName/" + type.getName() + "/fillCredentialsIdItems")
            .toList();

    private static final String GLOBAL_CREDENTIALS = GLOBAL + "fillCredentialsIdItems";

    /** A method of another verb counts as not there. */
    @TestFactory
    Stream<DynamicTest> shouldAnswerOnlyToPost(JenkinsRule jenkins) throws Exception {
        guard(jenkins);
        return Stream.of(ADMINISTRATIVE, CREDENTIALS, List.of(GLOBAL_CREDENTIALS))
                .flatMap(List::stream)
                .map(path -> dynamicTest(
                        path,
                        () -> assertThat(ask(jenkins, "admin", HttpMethod.GET, path)
                                        .getStatusCode())
                                .isEqualTo(HttpURLConnection.HTTP_NOT_FOUND)));
    }

    @TestFactory
    Stream<DynamicTest> shouldRefuseAllButAdministrators(JenkinsRule jenkins) throws Exception {
        guard(jenkins);
        return ADMINISTRATIVE.stream()
                .map(path -> dynamicTest(path, () -> {
                    assertThat(post(jenkins, null, path).getStatusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
                    assertThat(post(jenkins, "reader", path).getStatusCode())
                            .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
                    assertThat(post(jenkins, "author", path).getStatusCode())
                            .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
                    assertThat(post(jenkins, "admin", path).getStatusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
                }));
    }

    @Test
    void shouldListSystemCredentialsToAdministratorsOnly(JenkinsRule jenkins) throws Exception {
        guard(jenkins);

        assertThat(content(jenkins, "admin", GLOBAL_CREDENTIALS)).contains("slack-token");
        assertThat(content(jenkins, "reader", GLOBAL_CREDENTIALS)).doesNotContain("slack-token");
        assertThat(content(jenkins, "author", GLOBAL_CREDENTIALS)).doesNotContain("slack-token");
    }

    @TestFactory
    Stream<DynamicTest> shouldListCredentialsOfJobToItsAuthorsOnly(JenkinsRule jenkins) throws Exception {
        guard(jenkins);
        return CREDENTIALS.stream()
                .map(path -> dynamicTest(path, () -> {
                    assertThat(content(jenkins, "author", path))
                            .contains("job-token")
                            .doesNotContain("slack-token");
                    assertThat(content(jenkins, "reader", path)).doesNotContain("job-token");
                    assertThat(post(jenkins, null, path).getStatusCode()).isNotEqualTo(HttpURLConnection.HTTP_OK);
                }));
    }

    /** A job and two credentials: one for the system, and one for jobs. */
    private static void guard(JenkinsRule jenkins) throws Exception {
        ConnectedSlack.addCredentials("xoxb-1-2-example");
        ConnectedSlack.addJobCredentials("job-token", "xoxb-1-2-example");
        jenkins.createFreeStyleProject("guarded");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader", "author")
                .grant(Item.CONFIGURE, Item.EXTENDED_READ)
                .everywhere()
                .to("author"));
    }

    private static String content(JenkinsRule jenkins, String user, String path) throws Exception {
        var response = post(jenkins, user, path);
        assertThat(response.getStatusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        return response.getContentAsString();
    }

    private static WebResponse post(JenkinsRule jenkins, String user, String path) throws Exception {
        return ask(jenkins, user, HttpMethod.POST, path);
    }

    /** @param user null for nobody */
    private static WebResponse ask(JenkinsRule jenkins, String user, HttpMethod method, String path) throws Exception {
        try (var client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
            if (user != null) {
                client.login(user);
            }
            var request = new WebRequest(new URL(jenkins.getURL(), path), method);
            client.addCrumb(request);
            return client.loadWebResponse(request);
        }
    }
}
