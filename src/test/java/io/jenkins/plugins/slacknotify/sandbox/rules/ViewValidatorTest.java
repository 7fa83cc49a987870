package io.jenkins.plugins.slacknotify.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewValidatorTest {
    private static final String MODAL = """
        {"type": "modal", "title": {"type": "plain_text", "text": "Why"}, "submit": {"type": "plain_text", "text": "Send"},
         "private_metadata": "m", "blocks": [
           {"type": "input", "block_id": "a", "label": {"type": "plain_text", "text": "A"},
            "element": {"type": "plain_text_input", "action_id": "t"}},
           {"type": "input", "block_id": "b", "label": {"type": "plain_text", "text": "B"}, "optional": true,
            "element": {"type": "radio_buttons", "action_id": "r", "options": [
              {"text": {"type": "plain_text", "text": "One"}, "value": "1"}]}}]}""";

    private final ViewValidator validator = new ViewValidator();

    private String first(String view, String type) {
        var violations = validator.validate(JsonParser.parseString(view).getAsJsonObject(), type);
        return violations.isEmpty() ? "" : violations.get(0).toString();
    }

    @Test
    void shouldTakeWhatSlackTakes() {
        assertThat(first(MODAL, "modal")).isEmpty();
        assertThat(first("{\"type\": \"home\", \"blocks\": [{\"type\": \"divider\"}]}", "home"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "text": "Why"            | "text": "A title that is far too long" | must be less than 25 characters [json-pointer:/view/title/text]
        "submit":                | "sumbit":                              | invalid additional property: sumbit [json-pointer:/view]
        "plain_text_input"       | "plain_text_output"                    | unsupported type: plain_text_output [json-pointer:/view/blocks/0/element/type]
        "label":                 | "lable":                               | missing required field: label [json-pointer:/view/blocks/0]
        "type": "modal"          | "type": "home"                         | must be a valid enum value [json-pointer:/view/type]
        "action_id": "r", "opti  | "action_id": "r", "no_opti             | missing required field: options [json-pointer:/view/blocks/1/element]
        """)
    void shouldRefuseWhatSlackRefuses(String text, String instead, String violation) {
        assertThat(first(MODAL.replace(text, instead), "modal")).isEqualTo(violation);
    }

    @Test
    void shouldAskForASubmitButtonBesideInputs() {
        assertThat(first(MODAL.replace("\"submit\": {\"type\": \"plain_text\", \"text\": \"Send\"},", ""), "modal"))
                .startsWith("missing required field: submit");
    }

    @Test
    void shouldTakeAHundredBlocksAndAMetadataOfThreeThousandCharacters() {
        assertThat(first(home(100, 3_000), "home")).isEmpty();
        assertThat(first(home(101, 0), "home")).startsWith("no more than 100 items allowed");
        assertThat(first(home(1, 3_001), "home")).startsWith("must be less than 3001 characters");
    }

    private static String home(int blocks, int metadata) {
        return "{\"type\": \"home\", \"private_metadata\": \"" + "x".repeat(metadata) + "\", \"blocks\": ["
                + String.join(",", Collections.nCopies(blocks, "{\"type\": \"divider\"}")) + "]}";
    }
}
