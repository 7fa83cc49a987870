package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySignInsTest {
    /** The realm of the plugin, as far as it is asked: its public fields, as its constructor sets them, and one method. */
    public static class Realm {
        public final String forwardedUser;
        public final String headerGroups;
        public final String headerGroupsDelimiter;
        private final String directory;

        Realm(String forwardedUser, String headerGroups, String headerGroupsDelimiter, String directory) {
            this.forwardedUser = forwardedUser;
            this.headerGroups = headerGroups;
            this.headerGroupsDelimiter = headerGroupsDelimiter;
            this.directory = directory;
        }

        public String getLDAPURL() {
            return directory;
        }
    }

    private static final Realm BY_HEADERS = new Realm("X-Forwarded-User", "X-Forwarded-Groups", "|", null);

    /** Names of headers are the same in any case. */
    private static HttpServletRequest request(Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ProxySignInsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getHeader");
                    return headers.entrySet().stream()
                            .filter(header -> header.getKey().equalsIgnoreCase((String) arguments[0]))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null);
                });
    }

    private static Optional<ProxySignIns.ProxiedSignIn> read(Realm realm, Map<String, String> headers) {
        return ProxySignIns.read(realm, "anna", request(headers));
    }

    private static List<String> groups(Realm realm, String written) {
        return read(realm, Map.of("X-Forwarded-User", "anna", "X-Forwarded-Groups", written))
                .flatMap(ProxySignIns.ProxiedSignIn::groups)
                .orElseThrow();
    }

    @Test
    void shouldTakeTheNameAndTheGroupsFromTheHeadersOfTheRealm() {
        Realm oauth = new Realm("x-auth-request-user", "x-auth-request-groups", ",", null);

        assertThat(read(oauth, Map.of("X-Auth-Request-User", "anna", "X-Auth-Request-Groups", "ops,dev")))
                .contains(new ProxySignIns.ProxiedSignIn("anna", Optional.of(List.of("ops", "dev"))));
        assertThat(read(oauth, Map.of("X-Forwarded-User", "anna", "X-Forwarded-Groups", "ops")))
                .as("the headers of another realm")
                .isEmpty();
    }

    @Test
    void shouldKnowNoGroupsWhereTheRequestBringsNone() {
        assertThat(read(BY_HEADERS, Map.of("X-Forwarded-User", "anna")))
                .contains(new ProxySignIns.ProxiedSignIn("anna", Optional.of(List.of())));
        assertThat(read(
                        new Realm("X-Forwarded-User", null, null, null),
                        Map.of("X-Forwarded-User", "anna", "X-Forwarded-Groups", "ops")))
                .contains(new ProxySignIns.ProxiedSignIn("anna", Optional.of(List.of())));
    }

    /**
     * An API token past the proxy, or the name of somebody else: Jenkins takes the former for anna, and the header says nothing of that.
     */
    @Test
    void shouldNotCountARequestThatDoesNotBearTheNameOfItsAccount() {
        assertThat(read(BY_HEADERS, Map.of("Authorization", "Basic YW5uYTp0b2tlbg==", "X-Forwarded-Groups", "ops")))
                .isEmpty();
        assertThat(read(BY_HEADERS, Map.of("X-Forwarded-User", "bob"))).isEmpty();
        assertThat(read(BY_HEADERS, Map.of("X-Forwarded-User", ""))).isEmpty();
    }

    /** Such a realm authenticates nobody, so whoever has an API token could name any group in a header. */
    @Test
    void shouldCountNoHeaderThatTheRealmDoesNotRead() {
        Realm none = new Realm(null, "X-Forwarded-Groups", "|", null);

        assertThat(read(none, Map.of("X-Forwarded-User", "anna", "X-Forwarded-Groups", "ops")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            |;  ops|dev;                         ops dev
            |;  ' ops | dev '; ops dev
            |;  ops||dev|;                       ops dev
            ,;  ops,dev;                         ops dev
            :;  ops|dev;                         ops|dev
            '|,'; ops|dev,qa;                    ops dev qa
            |;  CN=ops,OU=x,DC=acme|cn=dev;      ops dev
            |;  /acme/ops|OU=x;                  /acme/ops OU=x
            """)
    void shouldSplitTheGroupsAsTheRealmDoes(String delimiter, String written, String groups) {
        Realm realm = new Realm("X-Forwarded-User", "X-Forwarded-Groups", delimiter, null);

        assertThat(groups(realm, written)).containsExactly(groups.split(" "));
    }

    /** The directory says at any time which groups somebody has. */
    @Test
    void shouldLeaveTheGroupsToADirectory() {
        Realm directory = new Realm("X-Forwarded-User", "X-Forwarded-Groups", "|", "ldap://localhost/");

        assertThat(read(directory, Map.of("X-Forwarded-User", "anna", "X-Forwarded-Groups", "ops")))
                .contains(new ProxySignIns.ProxiedSignIn("anna", Optional.empty()));
    }

    /** A version that has other fields. */
    @Test
    void shouldCountNothingOfARealmThatItDoesNotUnderstand() {
        assertThat(ProxySignIns.read(new Object(), "anna", request(Map.of("X-Forwarded-User", "anna"))))
                .isEmpty();
    }
}
