package io.jenkins.plugins.slacknotify.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackResultTest {

    @Test
    void shouldMapTheValueOfASuccess() {
        SlackResult<String> answer = new SlackResult.Success<>("builds");

        assertThat(answer.map(String::length)).isEqualTo(new SlackResult.Success<>(6));
        assertThat(answer.success()).contains("builds");
    }

    @Test
    void shouldTakeTheNextAnswerAfterASuccess() {
        SlackResult<String> answer = new SlackResult.Success<>("builds");

        assertThat(answer.flatMap(value -> new SlackResult.Unknown<Integer>(value)))
                .isEqualTo(new SlackResult.Unknown<Integer>("builds"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldKeepAFailureAsItIs(SlackResult<String> failure) {
        assertThat(failure.map(String::length)).isSameAs(failure);
        assertThat(failure.success()).isEmpty();
        assertThat(failure.isRefused(reason -> reason.error().equals("is_archived")))
                .isEqualTo(failure instanceof SlackResult.Refused);
        assertThat(failure.isRefused(reason -> reason.error().equals("not_authed")))
                .isFalse();
    }

    /** A call that only reads has shown nobody anything, whoever has answered it. */
    @Test
    void shouldLeaveNoDoubtAboutACallThatShowsNothing() {
        SlackResult<String> filtered =
                new SlackResult.Refused<>(new Refusal("http_403", "A server in between has answered."));
        SlackResult<String> unanswered = new SlackResult.Unknown<>("no answer");

        assertThat(Stream.concat(Stream.of(filtered, unanswered), failures()).map(SlackResult::withoutDoubt))
                .noneMatch(SlackResult::isUndecided);
        assertThat(unanswered.withoutDoubt()).isEqualTo(new SlackResult.Unreachable<>("no answer"));
        assertThat(failures().limit(3).map(SlackResult::withoutDoubt))
                .containsExactlyElementsOf(failures().limit(3).toList());
    }

    static Stream<SlackResult<String>> failures() {
        return Stream.of(
                new SlackResult.RateLimited<>(Duration.ofSeconds(3)),
                new SlackResult.Refused<>(new Refusal("is_archived", "Unarchive it.")),
                new SlackResult.Unreachable<>("no route"),
                new SlackResult.Unknown<>("no answer"));
    }
}
