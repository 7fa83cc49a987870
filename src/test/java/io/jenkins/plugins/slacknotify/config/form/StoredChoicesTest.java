package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.event.build.BranchKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredChoicesTest {
    @Test
    void shouldShowEachBoxThatIsStoredAndUnknown() {
        List<String> stored = List.of("main", BranchKind.PRIMARY.id(), "<b>", "main");

        List<CheckboxOption> boxes = StoredChoices.boxes(CheckboxOption.ofBranchKinds(stored), stored);

        assertThat(boxes)
                .filteredOn(CheckboxOption::chosen)
                .extracting(CheckboxOption::id)
                .containsExactly(BranchKind.PRIMARY.id(), "main", "<b>");
        assertThat(boxes).extracting(CheckboxOption::name).endsWith("main (unknown)", "<b> (unknown)");
        assertThat(boxes).hasSize(BranchKind.values().length + 2);
    }

    @Test
    void shouldChooseAnItemThatIsStoredAndUnknown() {
        assertThat(StoredChoices.items(severities(), "URGENT"))
                .last()
                .satisfies(item -> assertThat(item.name).isEqualTo("URGENT (unknown)"))
                .satisfies(item -> assertThat(item.value).isEqualTo("URGENT"))
                .satisfies(item -> assertThat(item.selected).isTrue());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "notice")
    void shouldAddNothingToWhatIsKnown(String stored) {
        assertThat(StoredChoices.items(severities(), stored)).hasSize(2).noneMatch(item -> item.selected);
    }

    private static ListBoxModel severities() {
        var choices = new ListBoxModel();
        choices.add("all", "");
        choices.add("from notice", "notice");
        return choices;
    }
}
