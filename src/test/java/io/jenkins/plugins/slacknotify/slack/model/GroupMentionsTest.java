package io.jenkins.plugins.slacknotify.slack.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupMentionsTest {
    private static String richText(String element) {
        return "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_list\",\"style\":\"bullet\",\"elements\":["
                + "{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"a <b>\"}," + element
                + "]}]}]}]";
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "channel", "everyone"})
    void shouldWriteWhomRichTextCalls(String range) {
        String called = richText("{\"type\":\"broadcast\",\"range\":\"" + range + "\",\"style\":{\"bold\":true}}");

        assertThat(GroupMentions.removeFromBlocks(called))
                .isEqualTo(richText("{\"type\":\"text\",\"style\":{\"bold\":true},\"text\":\"@" + range + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "<!here> broke, @here broke",
        "<!channel|channel>!, @channel!",
        "\\u003c!everyone\\u003e, @everyone",
        "<!subteam^S1> <@U1> <!date^1^x|y>, <!subteam^S1> <@U1> <!date^1^x|y>"
    })
    void shouldWriteWhomMarkupCalls(String markup, String quiet) {
        assertThat(GroupMentions.removeFrom(markup)).isEqualTo(quiet);
    }

    /** As it was written, with its blanks: whoever compares finds no difference. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ {\"type\": \"section\", \"text\": {\"type\": \"mrkdwn\", \"text\": \"a broadcast <b>\"}} ]",
                "[{\"type\": \"broadcast\"}]",
                "[{\"type\": {\"range\": 1}, \"range\": \"broadcast\"}]",
                "no JSON, but a broadcast {"
            })
    void shouldLeaveBlocksThatCallNobodyAsTheyAre(String blocks) {
        assertThat(GroupMentions.removeFromBlocks(blocks)).isEqualTo(blocks);
    }

    @Test
    void shouldMakeAMessageQuiet() {
        OutgoingMessage loud = OutgoingMessage.of("#builds", "<!here> broke", "d1")
                .withBlocks(richText("{\"type\":\"broadcast\",\"range\":\"here\"}"));

        OutgoingMessage quiet = loud.withoutGroupMentions();

        assertThat(quiet.text()).isEqualTo("@here broke");
        assertThat(quiet.blocks()).isEqualTo(richText("{\"type\":\"text\",\"text\":\"@here\"}"));
        assertThat(quiet.withoutGroupMentions()).isEqualTo(quiet);
    }
}
