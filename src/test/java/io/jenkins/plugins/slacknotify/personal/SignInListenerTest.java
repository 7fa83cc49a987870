package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.StaplerRequest2;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class SignInListenerTest {
    private static final Authentication ANNA = new UsernamePasswordAuthenticationToken("anna", "", List.of());

    /** A request of which only the header and the session are asked. */
    private static StaplerRequest2 request(String authorization, boolean hasSession) {
        Object session = fake(HttpSession.class, null);
        return (StaplerRequest2) Proxy.newProxyInstance(
                SignInListenerTest.class.getClassLoader(),
                new Class<?>[] {StaplerRequest2.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> "Authorization".equals(arguments[0]) ? authorization : null;
                    case "getSession" -> hasSession ? session : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Object fake(Class<?> type, Object answer) {
        return Proxy.newProxyInstance(
                SignInListenerTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer);
    }

    /** So do the realms of GitHub and GitLab, which report no sign-in. */
    @Test
    void shouldTakeWhoeverComesBackToTheRealmsPageForSignedIn() {
        assertThat(SignInListener.isSignIn("anna", ANNA, request(null, true))).isTrue();
    }

    @Test
    void shouldTakeNobodyElseForSignedIn() {
        assertThat(SignInListener.isSignIn("anna", ANNA, null)).as("an SSH key").isFalse();
        assertThat(SignInListener.isSignIn("anna", ANNA, request("Basic YTpi", true)))
                .as("a password or a token in a header")
                .isFalse();
        assertThat(SignInListener.isSignIn("anna", ANNA, request(null, false)))
                .as("a request without a session")
                .isFalse();
        assertThat(SignInListener.isSignIn("bob", ANNA, request(null, true)))
                .as("somebody else's password, in Anna's session")
                .isFalse();
    }
}
