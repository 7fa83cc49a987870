package io.jenkins.plugins.slacknotify.interaction.modal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.rules.ViewValidator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormElementsTest {
    /** One part that Slack refuses keeps the whole window from being shown. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "<!channel> & `x` |", "x", "👨‍👩‍👧", "\u202e\u0000\n", ":tada: "})
    void shouldKeepWithinTheLimitsOfSlackWhateverStandsInAForm(String part) {
        String text = part.repeat(2_000);
        List<String> choices = IntStream.range(0, FormElements.MAX_OPTIONS)
                .mapToObj(number -> text + number)
                .toList();

        String view = ModalView.titled(text + "!")
                .section("A " + text)
                .input("a", text, text, FormElements.line(text))
                .input("b", text, null, FormElements.menu(choices, text + 7))
                .input("c", text, null, FormElements.menu(List.of(text, "other"), text))
                .input("d", text, null, FormElements.menuOfSeveral(choices, Set.of(text + 3)))
                .input("e", text, null, FormElements.checkbox(text, true))
                .close("Cancel")
                .submit("Start", "callback", "{}")
                .json();

        assertThat(new ViewValidator().validate(JsonParser.parseString(view).getAsJsonObject(), "modal"))
                .isEmpty();
    }

    /** Whoever clears the menu of a question would send its first choice otherwise. */
    @Test
    void shouldWantAChoiceInAMenuAlone() {
        String view = ModalView.titled("A")
                .input("menu", "B", null, FormElements.menu(List.of("a", "b"), "b"))
                .input("several", "B", null, FormElements.menuOfSeveral(List.of("a", "b"), Set.of()))
                .input("text", "B", null, FormElements.line(""))
                .json();

        assertThat(JsonParser.parseString(view).getAsJsonObject().getAsJsonArray("blocks"))
                .extracting(block -> block.getAsJsonObject().get("optional").getAsBoolean())
                .containsExactly(false, true, true);
    }

    @Test
    void shouldChooseNothingWhereTheDefaultIsNoChoice() {
        assertThat(FormElements.menu(List.of("a", "b"), "gone").has("initial_option"))
                .isFalse();
        assertThat(FormElements.menuOfSeveral(List.of("a", "b"), Set.of("gone")).has("initial_options"))
                .isFalse();
        assertThat(FormElements.checkbox("a", false).has("initial_options")).isFalse();
        assertThat(FormElements.chosen(List.of("a"), "1")).isEmpty();
        assertThat(FormElements.chosen(List.of("a"), "x")).isEmpty();
    }
}
