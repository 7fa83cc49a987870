package io.jenkins.plugins.slacknotify.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every page and web method of the plugin with nobody, a reader, somebody who may configure jobs, a manager and an
 * administrator; by a link where a form is wanted; and from a foreign page.
 */
@JenkinsAcceptance
class PermissionTableTest {
    static final Permit[] TABLE = Permit.TABLE.toArray(Permit[]::new);

    private static final Map<String, String> FORM = Map.ofEntries(
            Map.entry("value", "x"),
            Map.entry("from", "x"),
            Map.entry("id", "x"),
            Map.entry("slackId", "x"),
            Map.entry("code", "x"),
            Map.entry("credentialsId", "x"),
            Map.entry("teamId", ""),
            Map.entry("workspace", "x"),
            Map.entry("channel", "x"),
            Map.entry("botName", ""),
            Map.entry("botIcon", ""),
            Map.entry("apiUrl", "http://127.0.0.1:1/"),
            Map.entry("routing", "{}"),
            Map.entry("job", "permitted"),
            Map.entry("build", ""),
            Map.entry("yaml", ""),
            Map.entry("json", "{\"to\":[\"nowhere\"]}"),
            Map.entry("position", "1"),
            Map.entry("version", "none"),
            Map.entry("to", "1"),
            Map.entry("installation", "T0NOBODY"),
            Map.entry("member", "U0NOBODY"));

    @Test
    void shouldHaveARowForEachWebMethod() {
        Set<String> known = new TreeSet<>(Permit.LINKS.keySet());
        known.addAll(Permit.LINKS_OF_READERS.keySet());
        known.addAll(Permit.ELSEWHERE);
        Permit.TABLE.forEach(row -> known.addAll(row.methods()));

        assertThat(WebMethods.all()).hasSizeGreaterThan(30).isEqualTo(known);
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void shouldAnswerWhoeverMayAskAndNobodyElse(Permit row, TestBed bed) {
        for (var user : Permit.EVERYBODY) {
            var client = client(user, bed);
            if (row.methods().isEmpty()) {
                check(row, user, row.path(), client.get(row.path()).status());
            }
            for (var method : row.methods()) {
                var path = row.pathOf(method);
                check(row, user, path, client.post(path, FORM).status());
            }
        }
    }

    private static void check(Permit row, String user, String path, int status) {
        if (row.who().contains(user)) {
            assertThat(status).as("%s asks %s", user, path).isLessThan(500).isNotIn(401, 403, 405);
        } else {
            assertThat(status).as("%s asks %s", user, path).isIn(401, 403, 404);
        }
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void shouldRefuseALinkAndAForeignPage(Permit row, TestBed bed) {
        for (var method : row.methods()) {
            var path = row.pathOf(method);
            if (Permit.HARMLESS.contains(method)) {
                continue;
            }
            assertThat(bed.admin().get(path).status()).as("GET " + path).isIn(404, 405);
            assertThat(bed.admin().postWithoutCrumb(path, FORM).status())
                    .as("without a crumb: " + path)
                    .isEqualTo(403);
        }
    }

    @Test
    void shouldFollowALinkForAdministratorsOnly(TestBed bed) {
        Permit.LINKS.values().forEach(path -> {
            assertThat(bed.admin().get(path).status()).isEqualTo(400);
            Stream.of("anonymous", "reader", "developer", "manager")
                    .forEach(user ->
                            assertThat(client(user, bed).get(path).status()).isEqualTo(403));
        });
    }

    @Test
    void shouldFollowALinkOfABuildForThoseWhoSeeIt(TestBed bed) {
        bed.jobs().build("permitted");
        Permit.LINKS_OF_READERS.values().forEach(path -> {
            Permit.READERS.forEach(
                    user -> assertThat(client(user, bed).get(path).body())
                            .as(user)
                            .contains("Slack does not tell the address"));
            Stream.of("anonymous", "manager")
                    .forEach(user ->
                            assertThat(client(user, bed).get(path).status()).isIn(403, 404));
        });
    }

    /** Jenkins has an address for each extension, past the page that lets only administrators in. */
    @Test
    void shouldShowNothingOfAnExtensionByItself(TestBed bed) {
        var addresses =
                bed.admin().script("""
            def lists = jenkins.model.Jenkins.getDeclaredField('extensionLists')
            lists.accessible = true
            lists.get(Jenkins.get()).each { type, extensions ->
                extensions.findAll { it?.class?.name?.startsWith('io.jenkins.plugins.slacknotify.') }.each {
                    println "extensionList/${type instanceof Class ? type.name : type}/${it.class.name}/"
                }
            }
            null
            """).lines().filter(line -> !line.isBlank()).toList();

        assertThat(addresses)
                .anyMatch(address -> address.endsWith("page.ConnectionTab/"))
                .hasSizeGreaterThan(50);
        for (var address : addresses) {
            for (var view : List.of("", "form")) {
                assertThat(bed.user("reader").get(address + view).status())
                        .as(address + view)
                        .isIn(403, 404);
            }
        }
    }

    private static JenkinsClient client(String user, TestBed bed) {
        return user.equals("anonymous") ? bed.anonymous() : bed.user(user);
    }

    /** Somebody who may manage Jenkins, but neither administer it nor see a job; and a job. */
    @BeforeAll
    static void prepare(TestBed bed) {
        bed.jobs().createPipeline("permitted", "echo 'hi'");
        bed.jobs().build("permitted");
        bed.jobDsl().run("folder('permitted-folder') {}");
        bed.admin().script("""
            import org.jenkinsci.plugins.matrixauth.PermissionEntry
            Jenkins.MANAGE.enabled = true
            Jenkins.get().securityRealm.createAccount('manager', 'manager-password')
            [Jenkins.READ, Jenkins.MANAGE].each {
                Jenkins.get().authorizationStrategy.add(it, PermissionEntry.user('manager'))
            }
            """);
    }
}
