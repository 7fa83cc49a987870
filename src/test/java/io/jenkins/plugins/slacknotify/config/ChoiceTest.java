package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    @Test
    void shouldOfferEveryEventAndKeepTheChosenOnes() {
        List<String> all = Stream.of(EventKind.values()).map(EventKind::id).toList();

        assertThat(Choice.ofEvents(all))
                .allMatch(Choice::isChosen)
                .extracting(Choice::getId)
                .isEqualTo(all);
    }

    @Test
    void shouldOfferPeopleHowBuildsEnd() {
        assertThat(Choice.ofEnds(List.of("fixed")))
                .extracting(Choice::getId)
                .contains("fixed", "failure")
                .doesNotContain("started", "waitingForInput", "runningLong");
    }
}
