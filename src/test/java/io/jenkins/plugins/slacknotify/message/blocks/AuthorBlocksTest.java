package io.jenkins.plugins.slacknotify.message.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorBlocksTest {
    private static final String SECTION =
            "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*1.4* is out, <!here>\"}}";

    @Test
    void shouldChangeTextsAtWhateverDepth() {
        String json = "[{\"type\":\"section\",\"text\":{\"text\":\"a\\\"b\"},\"n\":1},[true,null,\"a\\\"b c\"]]";

        assertThat(AuthorBlocks.mapTexts(json, text -> text.replace("a\"b", "****")))
                .isEqualTo("[{\"type\":\"section\",\"text\":{\"text\":\"****\"},\"n\":1},[true,null,\"**** c\"]]");
        assertThat(AuthorBlocks.mapTexts("no JSON a\"b", text -> text.replace("a\"b", "****")))
                .isEqualTo("no JSON ****");
    }

    @Test
    void shouldTakeAList() {
        assertThat(parse("[" + SECTION + "]").json()).isEqualTo("[" + SECTION + "]");
    }

    @Test
    void shouldTakeWhatTheBlockKitBuilderCopies() {
        assertThat(parse("{\n  \"blocks\": [" + SECTION + "]\n}")).isEqualTo(parse("[" + SECTION + "]"));
    }

    @Test
    void shouldTakeALoneBlock() {
        assertThat(AuthorBlocks.parse("{\"type\":\"divider\"}", 50).json()).isEqualTo("[{\"type\":\"divider\"}]");
    }

    @Test
    void shouldTakeTheMessageOfAnotherToolWithItsTextForNotifications() {
        AuthorBlocks blocks =
                parse("{\"text\":\"1.4 & more\",\"channel\":\"C1\",\"blocks\":[" + SECTION + "],\"attachments\":[]}");

        assertThat(blocks).isEqualTo(new AuthorBlocks("[" + SECTION + "]", "1.4 & more", false));
    }

    /** As templates of other tools have them, for a bar of colour beside the blocks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"attachments\":[{\"color\":\"#f00\",\"blocks\":[]}]}",
                "{\"text\":\"x\",\"blocks\":[],\"attachments\":[{\"text\":\"lost\"}]}"
            })
    void shouldRefuseAMessageThatHasAttachmentsAlone(String message) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> parse(message))
                .withMessageContaining("attachments cannot be sent");
    }

    @Test
    void shouldRefuseMoreTextThanSlackTakesInAll() {
        String section = SECTION.replace("*1.4* is out, <!here>", "x".repeat(2_900));

        assertThat(parse("[" + String.join(",", Collections.nCopies(4, section)) + "]")
                        .json())
                .hasSizeGreaterThan(4 * 2_900);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> parse("[" + String.join(",", Collections.nCopies(5, section)) + "]"))
                .withMessageContaining("all texts together have 14,500 characters");
    }

    @Test
    void shouldTakeListsAndMapsOfAPipeline() {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "plain_text");
        text.put("text", new StringBuilder("Release"));
        text.put("emoji", true);
        text.put("verbatim", null);

        String json = AuthorBlocks.toJson(List.of(Map.of("type", "header"), Map.of("text", text), new Integer[] {3}));

        assertThat(json)
                .isEqualTo("[{\"type\":\"header\"},"
                        + "{\"text\":{\"type\":\"plain_text\",\"text\":\"Release\",\"emoji\":true}},[3]]");
    }

    @Test
    void shouldLeaveATextAsItIs() {
        assertThat(AuthorBlocks.toJson("{not checked")).isEqualTo("{not checked");
        assertThat(AuthorBlocks.toJson(null)).isNull();
    }

    @Test
    void shouldTellWhereAnObjectStandsThatCannotBeSent() {
        List<Object> blocks = List.of(Map.of("type", "header", "text", new Object()));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AuthorBlocks.toJson(blocks))
                .withMessage("blocks[0].text: takes texts, numbers, booleans, lists and maps, not a Object");
    }

    @Test
    void shouldNotFollowAListThatHoldsItself() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AuthorBlocks.toJson(endless))
                .withMessageEndingWith(": nested too deep");
    }

    @Test
    void shouldRefuseWhatWouldNotFitIntoMemory() {
        List<?> twice = List.of("x");
        for (int i = 0; i < 28; i++) {
            twice = List.of(twice, twice);
        }
        List<?> doubled = twice;
        List<?> repeated = Collections.nCopies(100_000, "x".repeat(100_000));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (List<?> blocks : List.of(doubled, repeated)) {
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> AuthorBlocks.toJson(blocks))
                        .withMessageEndingWith(": the blocks are too large");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                       | blocks: is empty",
                "3                                        | blocks: must be a list",
                "{\"text\":\"x\"}                         | blocks: must be a list",
                "[null]                                   | blocks[0]: must be an object (in Groovy a map), not null",
                "[\"x\"]                                  | blocks[0]: must be an object (in Groovy a map), not a single value",
                "[{\"text\":\"x\"}]                       | blocks[0]: has no type",
                "[{\"type\":\"section\"}]                 | blocks[0]: has no text and no fields",
                "[{\"type\":\"section\",\"text\":\"x\"}]  | blocks[0].text: must be an object (in Groovy a map)",
                "[{\"type\":\"section\",\"text\":{\"text\":\"x\"}}] | blocks[0].text: has no type",
                "[{\"type\":\"section\",\"text\":{\"type\":\"markdown\",\"text\":\"x\"}}] | blocks[0].text.type: must be mrkdwn or plain_text",
                "[{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}] | blocks[0].text.type: must be plain_text",
                "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"\"}}] | blocks[0].text.text: is empty",
                "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":7}}] | blocks[0].text.text: must be a text",
                "[{\"type\":\"context\",\"elements\":{}}] | blocks[0].elements: must be a list",
                "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\"}]}] | blocks[0].elements[0]: has no text",
                "[{\"type\":\"image\",\"image_url\":\"https://x\"}] | blocks[0]: has no alt_text",
                "[{\"type\":\"image\",\"alt_text\":\"x\"}] | blocks[0]: has no image_url and no slack_file",
                "[{\"type\":\"rich_text\"}]               | blocks[0]: has no elements",
                "[{\"type\":\"divider\",\"block_id\":null},{\"type\":\"divider\",\"block_id\":1}] | blocks[1].block_id: must be a text"
            })
    void shouldTellWhatIsWrongAndWhere(String json, String complaint) {
        assertComplaint(json, complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "section, text, mrkdwn, 3000",
        "header, text, plain_text, 150",
    })
    void shouldKeepSlacksLimitsOfTexts(String type, String field, String kind, int limit) {
        String fits = block(type, field, kind, limit);
        assertThat(parse("[" + fits + "]").json()).isEqualTo("[" + fits + "]");

        assertComplaint(
                "[" + SECTION + "," + block(type, field, kind, limit + 1) + "]",
                "blocks[1].text.text: longer than " + limit + " characters (" + (limit + 1) + ")");
    }

    @Test
    void shouldKeepSlacksLimitsOfLists() {
        assertComplaint("[" + "{\"type\":\"divider\"},".repeat(50) + SECTION + "]", "blocks: more than 50 (51)");
        String text = "{\"type\":\"mrkdwn\",\"text\":\"x\"}";
        assertComplaint(
                "[{\"type\":\"context\",\"elements\":[" + (text + ",").repeat(10) + text + "]}]",
                "blocks[0].elements: more than 10 (11)");
    }

    @Test
    void shouldTellSeveralFaultsAtOnceButNotAllOfMany() {
        assertComplaint(
                "[{},{},{},{},{}]",
                "blocks[0]: has no type; blocks[1]: has no type; blocks[2]: has no type; and 2 more");
    }

    @Test
    void shouldLetPassWhatItDoesNotKnow() {
        String json = "[{\"type\":\"hologram\",\"depth\":{\"text\":[1,2.50,null]}},"
                + "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\",\"tone\":\"warm\"},"
                + "\"accessory\":{\"type\":\"dial\"}}]";

        assertThat(parse(json).json()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'type':'divider'}] | (line 1, column 4)",
                "[{\"type\":\"divider\"},] | (line 1, column 22)",
                "[ | (line 1, column 2)",
                "`` | (line 1, column 1)",
            })
    void shouldTellInWhichLineTheJsonIsNone(String json, String position) {
        assertComplaint(Objects.requireNonNull(json), "blocks: this is not valid JSON " + position);
    }

    @Test
    void shouldTakeOneJsonOnly() {
        assertComplaint("[] []", "blocks: this is not valid JSON (line 1, column 5)");
    }

    @Test
    void shouldTakeNoEndlessJson() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> parse(" ".repeat(100_001)))
                .withMessageContaining("100,001 characters");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> parse("[".repeat(90_000)));
    }

    @Test
    void shouldSayInATextWhatTheBlocksSay() {
        String header = "{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"R&D <!here>\"}}";
        String image = "{\"type\":\"image\",\"image_url\":\"https://x\",\"alt_text\":\"a <b>\"}";

        assertThat(parse("[" + String.join(",", Arrays.asList(header, SECTION, image)) + "]")
                        .text())
                .as("only what is mrkdwn can mention somebody")
                .isEqualTo("R&amp;D &lt;!here&gt;\n*1.4* is out, <!here>\na &lt;b&gt;");
        assertThat(parse("[{\"type\":\"divider\"}]").text()).isBlank();
    }

    private static String block(String type, String field, String kind, int length) {
        return "{\"type\":\"%s\",\"%s\":{\"type\":\"%s\",\"text\":\"%s\"}}"
                .formatted(type, field, kind, "x".repeat(length));
    }

    private static AuthorBlocks parse(String json) {
        return AuthorBlocks.parse(json, AuthorBlocks.MAX_BLOCKS);
    }

    private static void assertComplaint(String json, String complaint) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> parse(json))
                .withMessage(complaint);
    }
}
