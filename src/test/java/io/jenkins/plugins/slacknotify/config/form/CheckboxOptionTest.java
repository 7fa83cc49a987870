package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckboxOptionTest {
    /** The labels are found by ids, so a new one needs its two. */
    @Test
    void shouldHaveANameAndADescriptionForEachChoice() {
        assertThat(Stream.of(
                                CheckboxOption.ofEvents(List.of()),
                                CheckboxOption.ofInvolvements(List.of()),
                                CheckboxOption.ofBranchKinds(List.of()),
                                CheckboxOption.ofCauses(List.of()),
                                CheckboxOption.ofAbilities(List.of()))
                        .flatMap(List::stream))
                .hasSizeGreaterThan(EventKind.values().length)
                .allSatisfy(box -> assertThat(List.of(box.name(), box.description()))
                        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("CheckboxOption", "Labels")));
        assertThat(CheckboxOption.ofBranchKinds(List.of()).get(1).name()).isEqualTo("Pull requests");
        assertThat(EventKindLabels.nameAndDescription(EventKind.NOT_BUILT)).isEqualTo("Not built (nothing was done)");
    }

    @Test
    void shouldOfferEveryEventAndKeepTheChosenOnes() {
        List<String> all = Stream.of(EventKind.values()).map(EventKind::id).toList();

        assertThat(CheckboxOption.ofEvents(all))
                .allMatch(CheckboxOption::chosen)
                .extracting(CheckboxOption::id)
                .isEqualTo(all);
    }

    @Test
    void shouldNameWhatIsChosenAsTheFormDoes() {
        assertThat(CheckboxOption.namesOf(List.of(EventKind.STILL_FAILING, EventKind.FAILURE)))
                .isEqualTo("Failure, Still failing");
        assertThat(CheckboxOption.names(CheckboxOption.ofCauses(List.of("timer", "scm"))))
                .isEqualTo("A commit, The clock");
    }

    @Test
    void shouldOfferPeopleHowBuildsEnd() {
        assertThat(CheckboxOption.ofEnds(List.of("fixed")))
                .extracting(CheckboxOption::id)
                .contains("fixed", "failure")
                .doesNotContain("started", "waitingForInput", "runningLong");
    }
}
