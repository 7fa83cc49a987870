package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckboxOptionTest {
    @Test
    void shouldOfferEveryEventAndKeepTheChosenOnes() {
        List<String> all = Stream.of(EventKind.values()).map(EventKind::id).toList();

        assertThat(CheckboxOption.ofEvents(all))
                .allMatch(CheckboxOption::isChosen)
                .extracting(CheckboxOption::getId)
                .isEqualTo(all);
    }

    @Test
    void shouldOfferPeopleHowBuildsEnd() {
        assertThat(CheckboxOption.ofEnds(List.of("fixed")))
                .extracting(CheckboxOption::getId)
                .contains("fixed", "failure")
                .doesNotContain("started", "waitingForInput", "runningLong");
    }
}
