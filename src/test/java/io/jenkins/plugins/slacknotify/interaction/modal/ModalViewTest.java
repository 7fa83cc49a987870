package io.jenkins.plugins.slacknotify.interaction.modal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModalViewTest {
    /** Jenkins takes any name for a parameter, and Slack refuses a whole view for an empty label. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "\n"})
    void shouldHaveALabelForWhatHasNoName(String name) {
        String json = ModalView.titled("Jenkins")
                .input("a", name, " ", FormElements.line(""))
                .input("b", name, null, FormElements.checkbox(name, true))
                .submit(name, "callback", "")
                .json();
        JsonObject view = JsonParser.parseString(json).getAsJsonObject();

        assertThat(view.getAsJsonArray("blocks"))
                .allSatisfy(block -> assertThat(block.getAsJsonObject()
                                .getAsJsonObject("label")
                                .get("text")
                                .getAsString())
                        .isEqualTo("(no name)"));
        assertThat(view.toString()).doesNotContain("\"text\":\"\"", "\"hint\"");
        assertThat(view.getAsJsonObject("submit").get("text").getAsString()).isNotBlank();
    }
}
