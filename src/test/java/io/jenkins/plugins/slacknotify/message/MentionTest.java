package io.jenkins.plugins.slacknotify.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {
    @ParameterizedTest
    @CsvSource({
        "here, <!here>",
        "@channel, <!channel>",
        "everyone, <!everyone>",
        "U0123ABCD, <@U0123ABCD>",
        "@W0123ABCD, <@W0123ABCD>",
        "S0614TZR7, <!subteam^S0614TZR7>"
    })
    void shouldWriteAsSlackDoes(String name, String mention) {
        assertThat(Mention.of(List.of(name))).isEqualTo(mention);
    }

    @Test
    void shouldMentionEachOnce() {
        assertThat(Mention.of(List.of("here", "U0123ABCD", "@here"))).isEqualTo("<!here> <@U0123ABCD>");
        assertThat(Mention.of(List.of())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@ada", "Here", "U1", "C0123ABCD", "<!here>", "U0123ABCD>", "@", "ada@example.org"})
    void shouldTakeNobodyWhomSlackWouldNotNotify(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Mention.of(List.of(name)))
                .withMessageStartingWith("mention: '" + name + "' is none of here, channel, everyone, a member's id");
    }

    @Test
    void shouldLeaveRoomForWhatIsSaid() {
        assertThat(Mention.of(Collections.nCopies(20, "here"))).isEqualTo("<!here>");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Mention.of(Collections.nCopies(21, "here")));
    }
}
