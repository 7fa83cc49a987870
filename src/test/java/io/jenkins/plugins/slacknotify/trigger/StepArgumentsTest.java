package io.jenkins.plugins.slacknotify.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepArgumentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"5", " 5 "})
    void shouldTakeAWholeNumberOfSeconds(String written) {
        assertThat(StepArguments.toStep(Map.of("timeout", written)).getTimeout())
                .isEqualTo(5);
    }

    static Stream<Object> noSeconds() {
        return Stream.of(new BigDecimal("0.5"), 1.9, 4_294_967_301L, "0.5", "soon");
    }

    @ParameterizedTest
    @MethodSource("noSeconds")
    void shouldSayThatATimeIsNoWholeNumberOfSeconds(Object written) {
        var step = StepArguments.toStep(Map.of("timeout", written));

        assertThat(step.problems()).containsExactly("timeout takes a whole number of seconds, not '" + written + "'.");
        assertThat(step.getTimeout()).isEqualTo(60);
    }

    /** What people write who come from another step. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            color             | Write severity, such as 'WARNING'
            attachments       | Write blocks
            timestamp         | write update with what its slackNotify has returned
            tokenCredentialId | Here it is called credentialsId
            replyBroadcast    | Here it is called broadcast
            notifyCommitters  | Write to: 'committers'
            filePath          | Here it is called file
            initialComment    | Here it is called message
            username          | A destination has the name and icon of the bot
            botUser           | Leave it out
            teamDomain        | Leave it out
            """)
    void shouldSayWhatToWriteInPlaceOfAnOptionThatItLacks(String option, String hint) {
        assertThat(StepArguments.toStep(Map.of(option, "x")).problems())
                .singleElement()
                .asString()
                .startsWith("slackNotify has no option '" + option + "'. ")
                .contains(hint);
    }

    static Stream<Object> threads() {
        return Stream.of(
                "Slack message to #ops [a-1:7ec9c2dae0592b59]",
                List.of("#dev", "Slack message to #ops, #dev [a-1,b-1:7ec9c2dae0592b59]"),
                "C0SBX000007:1795960657.225233",
                "#ops, #dev:1795960657.225233");
    }

    @ParameterizedTest
    @MethodSource("threads")
    void shouldTakeNoThreadForChannels(Object written) {
        var step = StepArguments.toStep(Map.of("channel", written));

        assertThat(step.problems()).singleElement().asString().startsWith("channel takes channels. To reply ");
        assertThat(step.getChannel()).isNull();
    }

    @Test
    void shouldTakeChannelsOfAllNames() {
        for (String name : List.of("#slack, #message", "C0SBX000007", "#1795960657", "#ops slack-message-to-1")) {
            assertThat(StepArguments.toStep(Map.of("channel", name)).problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "markdown", "snippet", "file", "title", "channel", "to"})
    void shouldSayThatAValueHasNoText(String option) {
        Supplier<String> lazy = () -> "lazy";
        for (Object value : List.of(new Object(), lazy, new byte[] {1}, new int[0][0])) {
            assertThat(StepArguments.toStep(Map.of(option, value)).problems())
                    .singleElement()
                    .asString()
                    .startsWith(option + " takes a text, and ")
                    .endsWith(" has none of its own.");
        }
    }

    @Test
    void shouldTakeWhatAFileOfWindowsSaysWithoutItsByteOrderMark() {
        var step = StepArguments.toStep(
                Map.of("markdown", "\uFEFF# Changes", "channel", "\uFEFF#ops", "message", "\uFEFF"));

        assertThat(step.problems()).isEmpty();
        assertThat(step.getMarkdown()).isEqualTo("# Changes");
        assertThat(step.getChannel()).isEqualTo("#ops");
        assertThat(step.getMessage()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mention", "reaction", "channel", "to"})
    void shouldTakeNoMapForNames(String option) {
        assertThat(StepArguments.toStep(Map.of(option, Map.of("ada", "ada@example.org")))
                        .problems())
                .containsExactly(option + " takes a name or a list of names, not a map.");
    }
}
