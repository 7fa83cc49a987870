package io.jenkins.plugins.slacknotify.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretVariablesTest {
    private final SecretVariables secrets =
            new SecretVariables(Set.of("PASSWORD", "PIN"), Set.of("correct<horse", "12"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${ENV, var=\"PASSWORD\"}",
                "${ENV:0:7, var=\"Password\"}",
                "${ENV:0:7, var=\"PASS\\WORD\"}",
                "${ENV, var=\"\\P\\A\\S\\S\\W\\O\\R\\D\"}",
                "${ENV, var=\"PASS\\u0057ORD\"}",
                "${ENV, var=\"PASS\\uuu0057ORD\"}",
                "${PASSWORD}",
                "$PASSWORD"
            })
    void shouldKnowASecretByItsNameHoweverThatIsWritten(String macro) {
        assertThat(secrets.areUsedIn(macro)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${ENV, var=\"PASSWORDS\"}", "${BUILD_LOG, maxLines=5}", "$JOB_NAME"})
    void shouldLeaveOthersAlone(String macro) {
        assertThat(secrets.areUsedIn(macro)).isFalse();
    }

    @Test
    void shouldKnowASecretByItsValue() {
        assertThat(secrets.areContainedIn("it is correct<horse!")).isTrue();
        assertThat(secrets.areContainedIn("<b>correct&lt;horse</b>")).isTrue();
        assertThat(secrets.areContainedIn(" 12\n")).isTrue();
        assertThat(secrets.areContainedIn("at 12:30"))
                .as("a short one, by chance")
                .isFalse();
    }

    /** A log has each line by itself, perhaps behind a time. */
    @Test
    void shouldKnowASecretOfSeveralLinesByEachLongOne() {
        SecretVariables key = new SecretVariables(Set.of("KEY"), Set.of("MIIEpAIBAAKC\n  Xw0zqk9P1sRt\nEND"));

        assertThat(key.areContainedIn("12:30 + echo Xw0zqk9P1sRt")).isTrue();
        assertThat(key.areContainedIn("END of the tests")).isFalse();
        assertThat(key.mask("TEXT", "a MIIEpAIBAAKC\n  Xw0zqk9P1sRt\nEND", "****"))
                .isEqualTo("a ****");
    }

    @Test
    void shouldMaskSecrets() {
        assertThat(secrets.mask("password", "whatever", "****")).isEqualTo("****");
        assertThat(secrets.mask("URL", "https://ada:correct<horse@x", "****")).isEqualTo("https://ada:****@x");
        assertThat(secrets.mask("NUMBER", "12", "****")).isEqualTo("****");
        assertThat(secrets.mask("TIME", "12:30", "****")).isEqualTo("12:30");
    }
}
