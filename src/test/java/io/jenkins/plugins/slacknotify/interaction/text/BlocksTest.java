package io.jenkins.plugins.slacknotify.interaction.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static JsonArray read(Blocks blocks) {
        return JsonParser.parseString(blocks.json()).getAsJsonArray();
    }

    @Test
    void shouldKeepWithinTheLimitsOfSlack() {
        Blocks blocks = Blocks.start();
        IntStream.range(0, 60).forEach(number -> blocks.section("x".repeat(5_000)));

        assertThat(read(blocks)).hasSize(50);
        assertThat(read(blocks)
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("text")
                        .get("text")
                        .getAsString())
                .hasSize(3_000);
    }

    @Test
    void shouldLeaveOutAButtonWhoseValueWouldBeCut() {
        JsonArray blocks = read(Blocks.start()
                .buttons(List.of(
                        new Blocks.Button("y".repeat(100), "slack-notify.a.0", "short"),
                        new Blocks.Button("Long", "slack-notify.a.1", "x".repeat(2_001)))));

        JsonArray elements = blocks.get(0).getAsJsonObject().getAsJsonArray("elements");
        assertThat(elements).hasSize(1);
        JsonObject button = elements.get(0).getAsJsonObject();
        assertThat(button.get("value").getAsString()).isEqualTo("short");
        assertThat(button.getAsJsonObject("text").get("text").getAsString()).hasSize(75);
    }

    @Test
    void shouldHaveNoRowWithoutButtons() {
        assertThat(read(Blocks.start().buttons(List.of()))).isEmpty();
    }

    /** Slack sends a click on a link, too; this plugin does nothing for it. */
    @Test
    void shouldNotAskAnythingByALink() {
        JsonObject button = read(Blocks.start().linkButton("Open", "https://ci/"))
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject();

        assertThat(button.get("url").getAsString()).isEqualTo("https://ci/");
        assertThat(button.get("action_id").getAsString()).doesNotStartWith("slack-notify.");
    }
}
