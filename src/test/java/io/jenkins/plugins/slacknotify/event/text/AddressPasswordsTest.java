package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPasswordsTest {
    private static final String TOKEN = "https://x-access-token:ghs_16C7e42F292c6912E7@github.com/x/y";
    private static final int SECRET_START = TOKEN.indexOf("x-access");
    private static final int SECRET_END = TOKEN.indexOf("github");

    /** Whatever stands before it, such as the letter of an option or the dots of a progress. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            + curl -xhttp://ada:s3cret@proxy:3128/      | + curl -xhttp://****@proxy:3128/
            pip -ihttps://ada:s3cret@pypi/              | pip -ihttps://****@pypi/
            Cloning...https://ada:s3cret@git/           | Cloning...https://****@git/
            git+https://t0ken@git/ -fsvn+http://t0ken@x | git+https://****@git/ -fsvn+http://****@x
            -xsocks5://ada:s3cret@proxy:1080            | -xsocks5://****@proxy:1080
            ...postgres://app:s3cret@db                 | ...postgres://****@db
            """)
    void shouldMaskAnAddressBehindOtherText(String text, String shown) {
        assertThat(AddressPasswords.mask(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/@scope/pkg",
                "https://medium.com/@ada",
                "https://x.com/?q=a@b",
                "https://example.com, ada@example.com",
                "git@github.com:x/y",
                "mailto:ada@x",
                "ssh://git@github.com/x",
                "https://localhost:8080",
                "http://[::1]:8080/a@b"
            })
    void shouldLeaveWhatOpensNothing(String text) {
        assertThat(AddressPasswords.mask(text)).isEqualTo(text);
        assertThat(Excerpt.truncate(text + " and more", text.length())).isEqualTo(text);
    }

    /** What is cut off may be the sign that tells a password from a host. */
    @Test
    void shouldCutBeforeASecretThatDoesNotFit() {
        String line = "x".repeat(250) + " " + TOKEN;
        int start = 251 + SECRET_START;
        int end = 251 + SECRET_END;

        for (int limit = start; limit < end; limit++) {
            assertThat(Excerpt.truncate(line, limit)).isEqualTo(line.substring(0, start));
        }
        assertThat(Excerpt.truncate(line, start - 1)).isEqualTo(line.substring(0, start - 1));
        assertThat(Excerpt.truncate(line, end)).isEqualTo(line.substring(0, end));
        assertThat(Excerpt.truncateWithEllipsis(line, start + 5)).isEqualTo(line.substring(0, start) + "…");
    }

    @Test
    void shouldCutBeforeASecretWithAnAtSign() {
        assertThat(Excerpt.truncate("https://ada:p@ss@git.example/", 15)).isEqualTo("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "a@", "a", "a+", "a:", "http", "https://", "://a:", "https://a:b@"})
    void shouldReadALongLineInOneGo(String repeated) {
        String line = "https://" + repeated.repeat(1_000_000 / repeated.length()) + "://";

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(AddressPasswords.mask(line + "@")).isNotNull();
            assertThat(AddressPasswords.mask("@" + line)).isNotNull();
            assertThat(Excerpt.truncate(line, 300)).isNotNull();
        });
    }
}
