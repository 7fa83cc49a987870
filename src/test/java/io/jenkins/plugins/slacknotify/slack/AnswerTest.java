package io.jenkins.plugins.slacknotify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {

    @Test
    void shouldMapTheValueOfASuccess() {
        Answer<String> answer = new Answer.Success<>("builds");

        assertThat(answer.map(String::length)).isEqualTo(new Answer.Success<>(6));
        assertThat(answer.success()).contains("builds");
    }

    @Test
    void shouldTakeTheNextAnswerAfterASuccess() {
        Answer<String> answer = new Answer.Success<>("builds");

        assertThat(answer.flatMap(value -> new Answer.Unknown<Integer>(value)))
                .isEqualTo(new Answer.Unknown<Integer>("builds"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldKeepAFailureAsItIs(Answer<String> failure) {
        assertThat(failure.map(String::length)).isSameAs(failure);
        assertThat(failure.success()).isEmpty();
    }

    static Stream<Answer<String>> failures() {
        return Stream.of(
                new Answer.RateLimited<>(Duration.ofSeconds(3)),
                new Answer.Refused<>(new Refusal("is_archived", "Unarchive it.", null, null)),
                new Answer.Unreachable<>("no route"),
                new Answer.Unknown<>("no answer"));
    }
}
