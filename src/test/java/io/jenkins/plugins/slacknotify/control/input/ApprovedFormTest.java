package io.jenkins.plugins.slacknotify.control.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm.Field;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm.Kind;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovedFormTest {
    private static final ParameterForm ASKED = new ParameterForm(
            "Ship it?",
            "Ship",
            List.of(
                    field("version", Kind.LINE, "1.0", List.of()),
                    field("where", Kind.CHOICE, "test", List.of("test", "live")),
                    field("fast", Kind.YES_OR_NO, "true", List.of())));

    private static Field field(String name, Kind kind, String initial, List<String> choices) {
        return new Field(name, kind, null, initial, choices, value -> Optional.empty());
    }

    private static RecordedAct approval(String name, Map<String, String> given) {
        return new RecordedAct("r", "approved in part", "7", name, name, "U1", null, null, 1).withGiven(given);
    }

    @Test
    void shouldShowWithWhichValuesOthersHaveApproved() {
        ParameterForm form = ApprovedForm.of(
                ASKED,
                List.of(
                        approval("Anna", Map.of("version", "1.3", "where", "live", "fast", "false")),
                        approval("Bob <b>", Map.of("version", "1.4", "where", "test", "fast", "true"))),
                text -> text.replace("1.4", "****"));

        assertThat(form.note())
                .isEqualTo("*Anna* has approved with `version = 1.3`, `where = live`, `fast = false`.\n"
                        + "*Bob &lt;b&gt;* has approved with `version = ****`, `where = test`, `fast = true`.");
        assertThat(form.fields())
                .extracting(Field::initial)
                .as("who changes nothing approves no asterisks")
                .containsExactly("1.0", "test", "true");
        assertThat(ApprovedForm.of(ASKED, List.of(approval("Anna", Map.of("fast", "true"))), text -> "****")
                        .fields())
                .as("after a restart, nobody knows what is secret")
                .isEqualTo(ASKED.fields());
    }

    @Test
    void shouldLeaveAFormAsItIsWhereNobodyHasFilledInAnything() {
        assertThat(ApprovedForm.of(ASKED, List.of(approval("Anna", Map.of())), text -> text))
                .isSameAs(ASKED);
        assertThat(ApprovedForm.of(ASKED, List.of(approval("Anna", Map.of("gone", "1"))), text -> text)
                        .fields())
                .isEqualTo(ASKED.fields());
    }
}
