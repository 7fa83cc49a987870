package io.jenkins.plugins.slacknotify.config.credentials;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControllerEnvironmentTest {
    private static final String TOKEN = "xoxb-1-2-abc";

    @Test
    void shouldHaveNothingWhereNothingIsSet() {
        var environment =
                new ControllerEnvironment(Map.of("PATH", "/bin", "SLACK_BOT_TOKEN", " ", "SLACK_CHANNEL", ""));

        assertThat(environment.credentialsId()).isEmpty();
        assertThat(environment.channel()).isEmpty();
        assertThat(environment.set()).isEmpty();
    }

    @Test
    void shouldOfferATokenAndAChannel() {
        var environment = environment(TOKEN, " #builds ");

        assertThat(environment.credentialsId()).contains("slack-notify-environment");
        assertThat(environment.channel()).contains("#builds");
    }

    /** Docker takes the quotes in the file of {@code --env-file} for a part of the value. */
    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "'%s'", " \" %s \" "})
    void shouldNotTakeQuotesAroundAValueForAPartOfIt(String written) {
        var environment = environment(written.formatted(TOKEN), written.formatted("#builds"));

        assertThat(environment.tokenError()).isEmpty();
        assertThat(environment.channel()).contains("#builds");
        assertThat(environment(written.formatted(""), "'").set()).containsExactly(EnvironmentVariable.CHANNEL);
    }

    @Test
    void shouldStillSendToAPersonButSayWhatToEnter() {
        var environment = environment(TOKEN, "U024BE91L");

        assertThat(environment.channel()).contains("U024BE91L");
        assertThat(environment.channelError())
                .hasValueSatisfying(error -> assertThat(error).startsWith("This is a person. Enter a channel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ada", "two channels", "#a,#b", "#"})
    void shouldNotSendToWhatIsNoChannelButSayWhy(String channel) {
        var environment = environment(TOKEN, channel);

        assertThat(environment.channel()).isEmpty();
        assertThat(environment.channelError())
                .hasValueSatisfying(error -> assertThat(error).startsWith("This is "));
    }

    @Test
    void shouldKeepSecretsFromBuilds() {
        Map<String, String> inherited = new TreeMap<>(Map.of(
                "PATH", "/bin",
                "SLACK_BOT_TOKEN", TOKEN,
                "SLACK_CHANNEL", "#builds",
                "SLACK_APP_CLIENT_ID", "1",
                "SLACK_APP_CLIENT_SECRET", "2",
                "SLACK_SECRET", "3",
                "SLACK_BOT_TOKEN_FILE", "/run/secrets/token",
                "SLACK_APP_TOKEN", "4"));

        new ControllerEnvironment(Map.of()).hideSecretsIn(inherited);

        assertThat(inherited).containsOnlyKeys("PATH", "SLACK_CHANNEL", "SLACK_APP_CLIENT_ID");
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadEveryVariableFromAFile(EnvironmentVariable variable, @TempDir Path folder) throws IOException {
        var file = write(folder, "\uFEFF value\r\n\n");

        var value =
                new ControllerEnvironment(Map.of(variable.variableName() + "_FILE", file.toString())).read(variable);

        assertThat(value.value()).isEqualTo("value");
        assertThat(value.source()).isEqualTo(variable.variableName() + "_FILE");
        assertThat(value.problem()).isNull();
        assertThat(value.toString()).doesNotContain("=value");
    }

    @Test
    void shouldReadAFileAgainWhenItHasChanged(@TempDir Path folder) throws IOException {
        var file = write(folder, "xoxb-1-old");
        var environment = ofFile(file);
        assertThat(environment.secret(EnvironmentVariable.BOT_TOKEN)).isPresent();

        write(folder, "xoxp-not-a-bot");

        assertThat(environment.tokenError())
                .hasValueSatisfying(error ->
                        assertThat(error).contains("This is a user token").doesNotContain("xoxp-not"));
    }

    @ParameterizedTest
    @MethodSource("unusableFiles")
    void shouldSayWhyAFileHasNoValueAndQuoteNothingOfIt(byte[] content, String problem, @TempDir Path folder)
            throws IOException {
        var file = Files.write(folder.resolve("token"), content);

        var environment = ofFile(file);

        assertThat(environment.secret(EnvironmentVariable.BOT_TOKEN)).isEmpty();
        assertThat(environment.credentialsId()).contains("slack-notify-environment");
        assertThat(environment.problems())
                .singleElement()
                .asString()
                .startsWith("SLACK_BOT_TOKEN_FILE names the file " + file)
                .contains(problem)
                .doesNotContain("xoxb");
        assertThat(environment.tokenError())
                .isEqualTo(environment.problems().stream().findFirst());
    }

    static Stream<Arguments> unusableFiles() {
        return Stream.of(
                arguments("".getBytes(UTF_8), "which is empty"),
                arguments(" \r\n".getBytes(UTF_8), "which is empty"),
                arguments("\uFEFF\n".getBytes(UTF_8), "which is empty"),
                arguments("xoxb-1\nxoxb-2\n".getBytes(UTF_8), "several lines"),
                arguments("xoxb-\u00e9".getBytes(ISO_8859_1), "no text in UTF-8"),
                arguments("xoxb-1".repeat(10_000).getBytes(UTF_8), "longer than 8,192 bytes"));
    }

    @Test
    void shouldSayThatAFileIsMissingOrNone(@TempDir Path folder) {
        assertThat(ofFile(folder.resolve("gone")).problems())
                .singleElement()
                .asString()
                .contains("which does not exist");
        assertThat(ofFile(folder).problems()).singleElement().asString().contains("which is not a regular file");
        assertThat(new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN_FILE", "a\0b")).problems())
                .singleElement()
                .asString()
                .contains("which cannot be read");
    }

    /** An endless device, and a pipe that nobody writes to: reading either would never end. */
    @Test
    @Timeout(20)
    @EnabledOnOs(OS.LINUX)
    void shouldNotWaitForADeviceOrAPipe(@TempDir Path folder) throws Exception {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(ofFile(pipe).problems()).singleElement().asString().contains("which is not a regular file");
        assertThat(ofFile(Path.of("/dev/zero")).problems())
                .singleElement()
                .asString()
                .contains("which is not a regular file");
    }

    @Test
    void shouldUseTheValueAndSayThatTheFileIsIgnored(@TempDir Path folder) throws IOException {
        var file = write(folder, "xoxb-of-the-file");

        var environment =
                new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN", TOKEN, "SLACK_BOT_TOKEN_FILE", file.toString()));

        assertThat(environment.read(EnvironmentVariable.BOT_TOKEN).value()).isEqualTo(TOKEN);
        assertThat(environment.problems())
                .containsExactly("SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set. SLACK_BOT_TOKEN is used; take"
                        + " one of them away.");
        assertThat(environment.tokenError()).isEmpty();
    }

    @Test
    void shouldTakeABlankFormForNone(@TempDir Path folder) throws IOException {
        var file = write(folder, TOKEN);

        assertThat(new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN", " ", "SLACK_BOT_TOKEN_FILE", file.toString()))
                        .read(EnvironmentVariable.BOT_TOKEN))
                .isEqualTo(new EnvironmentValue("SLACK_BOT_TOKEN_FILE", TOKEN, null));
        assertThat(new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN", TOKEN, "SLACK_BOT_TOKEN_FILE", "")).problems())
                .isEmpty();
    }

    private static ControllerEnvironment ofFile(Path file) {
        return new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN_FILE", file.toString()));
    }

    private static Path write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("value"), text);
    }

    private static ControllerEnvironment environment(String token, String channel) {
        return new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN", token, "SLACK_CHANNEL", channel));
    }
}
