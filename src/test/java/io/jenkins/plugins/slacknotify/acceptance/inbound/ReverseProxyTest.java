package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts that a proxy in front of Jenkins authenticates, with the Reverse Proxy Auth plugin. */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class ReverseProxyTest {
    private static final String USER = "X-Forwarded-User";
    private static final String GROUPS = "X-Forwarded-Groups";

    @Test
    void shouldKnowTheGroupsThatTheProxyHasSentAndCountNoTokenPastIt() {
        try (var bed = InboundBed.start(false, Set.of(), Set.of("reverse-proxy-auth"), yaml -> yaml)) {
            var token = bed.admin().script("""
                    def robot = User.getById('robot', true)
                    def token = robot.getProperty(jenkins.security.ApiTokenProperty).tokenStore.generateNewToken('test').plainValue
                    robot.save()
                    Jenkins.get().securityRealm = new org.jenkinsci.plugins.reverse_proxy_auth.ReverseProxySecurityRealm(
                            '%s', null, null, '%s', '|', null, null, null, null, false, null, null, null, null, null, null,
                            null, null, 15, false, null, null)
                    print token
                    """.formatted(USER, GROUPS));
            var url = bed.process().url();
            var admin = JenkinsClient.anonymous(url).with(Map.of(USER, "admin"));
            var anna =
                    JenkinsClient.anonymous(url).with(Map.of(USER, "anna", GROUPS, "ops | CN=dev,OU=people,DC=acme"));
            var basic = Base64.getEncoder().encodeToString(("robot:" + token).getBytes(StandardCharsets.UTF_8));
            var robot = JenkinsClient.anonymous(url).with(Map.of("Authorization", "Basic " + basic, GROUPS, "ops"));

            assertThat(authorities(anna)).containsExactlyInAnyOrder("authenticated", "ops", "dev");
            assertThat(name(robot)).isEqualTo("robot");

            assertThat(admin.script("""
                    import io.jenkins.plugins.slacknotify.personal.*
                    def groups = { RealmAccounts.authentication(User.getById(it, false)).get().authorities*.authority.sort() }
                    print([RealmAccounts.groupsAtSignIn('anna').sort(), groups('anna')])
                    """)).isEqualTo("[[authenticated, dev, ops], [authenticated, dev, ops]]");
            assertThat(admin.script("""
                    def signedIn = { io.jenkins.plugins.slacknotify.personal.SlackLinks.get().signedInAt(it).epochSecond > 0 }
                    print([signedIn('anna'), signedIn('robot')])
                    """)).isEqualTo("[true, false]");
            // Other tests have this Jenkins afterwards, and sign in by a password.
            admin.script(
                    "Jenkins.get().securityRealm = new hudson.security.HudsonPrivateSecurityRealm(false, false, null)");
        }
    }

    private static String name(JenkinsClient client) {
        return client.get("whoAmI/api/json")
                .requireStatus(200)
                .json()
                .get("name")
                .getAsString();
    }

    private static Set<String> authorities(JenkinsClient client) {
        var known = client.get("whoAmI/api/json").requireStatus(200).json().getAsJsonArray("authorities");
        return StreamSupport.stream(known.spliterator(), false)
                .map(authority -> authority.getAsString())
                .collect(Collectors.toSet());
    }
}
