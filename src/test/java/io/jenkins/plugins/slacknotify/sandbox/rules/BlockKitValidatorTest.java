package io.jenkins.plugins.slacknotify.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockKitValidatorTest {
    private final BlockKitValidator validator = new BlockKitValidator();

    @Test
    void shouldTakeEveryKindOfBlock() {
        assertThat(problems("""
                [{"type":"header","block_id":"h","text":{"type":"plain_text","text":"Head","emoji":true}},
                 {"type":"section","text":{"type":"mrkdwn","text":"*b*","verbatim":false},
                  "fields":[{"type":"mrkdwn","text":"f"}],
                  "accessory":{"type":"button","url":"http://localhost:8080/",
                   "text":{"type":"plain_text","text":"Go"}}},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"c"},
                  {"type":"image","image_url":"https://example.org/i.png","alt_text":"i"}]},
                 {"type":"divider"},
                 {"type":"actions","elements":[{"type":"button","action_id":"a","style":"danger",
                  "text":{"type":"plain_text","text":"Stop"},"value":"1"}]},
                 {"type":"image","image_url":"https://example.org/i.png","alt_text":"i"},
                 {"type":"markdown","text":"**b**"},
                 {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                  {"type":"text","text":"t","style":{"bold":true}},{"type":"link","url":"https://example.org/"}]},
                  {"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[]}]},
                  {"type":"rich_text_preformatted","elements":[{"type":"text","text":"p"}],"border":0}]}]""")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'section','text':{'type':'mrkdwn','text':''}}"
                        + "| must be more than 0 characters [json-pointer:/blocks/0/text/text]",
                "{'type':'header','text':{'type':'mrkdwn','text':'x'}}"
                        + "| unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
                "{'type':'header'} | missing required field: text [json-pointer:/blocks/0]",
                "{'type':'section'} | must define one of: text, fields [json-pointer:/blocks/0]",
                "{'type':'blink'} | unsupported type: blink [json-pointer:/blocks/0/type]",
                "{'text':'x'} | missing required field: type [json-pointer:/blocks/0]",
                "7 | must provide an object [json-pointer:/blocks/0]",
                "{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}"
                        + "| invalid additional property: emoji [json-pointer:/blocks/0/text]",
                "{'type':'section','text':'x'} | must provide an object [json-pointer:/blocks/0/text]",
                "{'type':'actions','elements':[]} | no less than 1 items allowed [json-pointer:/blocks/0/elements]",
                "{'type':'image','alt_text':'i','image_url':'http://localhost:8080/i.png'}"
                        + "| downloading image failed [json-pointer:/blocks/0/image_url]",
                "{'type':'image','alt_text':'i','image_url':'http://10.1.2.3/i.png'}"
                        + "| downloading image failed [json-pointer:/blocks/0/image_url]",
                "{'type':'image','alt_text':'i','image_url':'https://jenkins/i.png'}"
                        + "| downloading image failed [json-pointer:/blocks/0/image_url]",
                "{'type':'actions','elements':[{'type':'button','style':'','text':{'type':'plain_text','text':'x'}}]}|"
                        + " must be a valid enum value [json-pointer:/blocks/0/elements/0/style]",
            })
    void shouldSayWhatIsWrongAndWhere(String block, String problem) {
        assertThat(problems("[" + block.replace('\'', '"') + "]")).containsExactly(problem);
    }

    @Test
    void shouldCountCharacters() {
        assertThat(problems(section(3000))).isEmpty();
        assertThat(problems(section(3001)))
                .containsExactly("must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void shouldCountHeadersFieldsAndButtons() {
        assertThat(problems("""
                [{"type":"header","text":{"type":"plain_text","text":"%s"}},
                 {"type":"section","fields":[{"type":"mrkdwn","text":"%s"}]},
                 {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"%s"},
                  "value":"%s"}]}]""".formatted("x".repeat(151), "x".repeat(2001), "x".repeat(76), "x".repeat(2001))))
                .containsExactly(
                        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
                        "must be less than 2001 characters [json-pointer:/blocks/1/fields/0/text]",
                        "must be less than 76 characters [json-pointer:/blocks/2/elements/0/text/text]",
                        "must be less than 2001 characters [json-pointer:/blocks/2/elements/0/value]");
    }

    @Test
    void shouldCountBlocksAndElements() {
        assertThat(problems(repeated("{\"type\":\"divider\"}", 50))).isEmpty();
        assertThat(problems(repeated("{\"type\":\"divider\"}", 51)))
                .containsExactly("no more than 50 items allowed [json-pointer:/blocks]");
        assertThat(problems("[{\"type\":\"context\",\"elements\":"
                        + repeated("{\"type\":\"mrkdwn\",\"text\":\"x\"}", 11) + "}]"))
                .containsExactly("no more than 10 items allowed [json-pointer:/blocks/0/elements]");
    }

    @Test
    void shouldWantBlockIdsToDiffer() {
        assertThat(problems(repeated("{\"type\":\"divider\",\"block_id\":\"same\"}", 2)))
                .containsExactly("block_id already exists [json-pointer:/blocks/1/block_id]");
    }

    @Test
    void shouldMeasureAllText() {
        assertThat(validator.textLength(
                        parse("[" + "{\"type\":\"divider\"}," + section(7).substring(1))))
                .isEqualTo(7);
    }

    private List<String> problems(String blocks) {
        return validator.validate(parse(blocks), "/blocks").stream()
                .map(Violation::toString)
                .toList();
    }

    private static JsonArray parse(String blocks) {
        return JsonParser.parseString(blocks).getAsJsonArray();
    }

    private static String section(int length) {
        return "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + "x".repeat(length) + "\"}}]";
    }

    private static String repeated(String item, int times) {
        return "[" + String.join(",", Collections.nCopies(times, item)) + "]";
    }
}
