package io.jenkins.plugins.slacknotify.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageValidatorTest {
    private final MessageValidator validator = new MessageValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*<https://ci.example.org/1/|shop #1>* broke",
                "R&amp;D &lt;!here&gt;",
                "ended <!date^1772366400^{date_short_pretty} at {time}|1 Mar 2026, 12:00 UTC>",
                "```\nError\n```",
            })
    void shouldTakeWhatSlackShowsAsItIs(String text) {
        assertThat(validator.validate(text, new JsonArray())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "R&D",
                "a < b",
                "a > b",
                "<javascript:alert(1)|x>",
                "<https://ci.example.org/>",
                "<https://ci.example.org/|a|b>",
                "a\u0000b",
                "a\u202eb",
                "a\ud83d",
                "```\nError",
            })
    void shouldComplainOfWhatSlackWouldNotShowAsItIs(String text) {
        assertThat(validator.validate(text, new JsonArray())).isNotEmpty();
        assertThat(validator.validate("x", section(text.isBlank() ? "" : text))).isNotEmpty();
    }

    @Test
    void shouldCountAllTextOfAMessage() {
        assertThat(validator.validate("x".repeat(4_000), new JsonArray())).isEmpty();
        assertThat(validator.validate("x".repeat(4_001), new JsonArray())).isNotEmpty();
        assertThat(validator.validate("x", sections(4, 2_400))).isEmpty();
        assertThat(validator.validate("x", sections(4, 2_500))).isNotEmpty();
    }

    @Test
    void shouldFindWhomATextMentionsAndWhereItLinks() {
        Mrkdwn found =
                Mrkdwn.of("<!here> <@U0123456> <#C0123456|x> <!subteam^S1> <https://example.org/a|b> &lt;!channel&gt;");

        assertThat(found.mentions()).containsExactly("<!here>", "<@U0123456>", "<#C0123456|x>", "<!subteam^S1>");
        assertThat(found.links()).containsExactly("https://example.org/a");
        assertThat(found.faults()).isEmpty();
    }

    @Test
    void shouldFindEveryText() {
        assertThat(validator.texts("head", section("body"))).isEqualTo(List.of("head", "body"));
    }

    private static JsonArray section(String text) {
        var blocks = JsonParser.parseString("[{'blocks':[{'type':'section','text':{'type':'mrkdwn','text':''}}]}]")
                .getAsJsonArray();
        blocks.get(0)
                .getAsJsonObject()
                .getAsJsonArray("blocks")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("text")
                .addProperty("text", text);
        return blocks;
    }

    private static JsonArray sections(int count, int length) {
        String block = "{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(length) + "'}}";
        return JsonParser.parseString("[{'blocks':[" + String.join(",", Collections.nCopies(count, block)) + "]}]")
                .getAsJsonArray();
    }
}
