package io.jenkins.plugins.slacknotify.message.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
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
        "S0614TZR7, <!subteam^S0614TZR7>",
        "<!here>, <!here>",
        "<!channel|channel>, <!channel>",
        "<@U0123ABCD>, <@U0123ABCD>",
        "<@U0123ABCD|Ada Lovelace>, <@U0123ABCD>",
        "<!subteam^S0614TZR7|@ops>, <!subteam^S0614TZR7>",
        "<@ada@example.org>, <?ada@example.org>"
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
    @ValueSource(strings = {"<!date^1>", "<@U0123ABCD", "<@>", "U0123ABCD>", "@", "a|b", "R&D", "`ada`"})
    void shouldTakeNobodyWhomSlackWouldNotNotify(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Mention.of(List.of(name)))
                .withMessageStartingWith("mention: '" + name + "' is none of here, channel, everyone, a member's id");
    }

    @Test
    void shouldLookForAccountsAndAddresses() {
        String mention = Mention.of(List.of("here", "ada", "@bob", "cleo@example.org", "Here", "U1"));

        assertThat(Mention.unresolvedNames(mention)).containsExactly("ada", "bob", "cleo@example.org", "Here", "U1");
        assertThat(Mention.resolve(
                        mention,
                        name -> name.equals("ada")
                                ? List.of("U0ADA000")
                                : name.equals("bob") ? List.of() : List.of("U0TWO")))
                .isEqualTo("<!here> <@U0ADA000> <@U0TWO>");
        assertThat(Mention.unresolvedNames("<!here> <@U0123ABCD>")).isEmpty();
        assertThat(Mention.unresolvedNames(null)).isEmpty();
    }

    @Test
    void shouldMentionNobodyWhereNobodyIsFound() {
        assertThat(Mention.resolve("<?ada> <?bob>", name -> List.of())).isNull();
    }

    /** A preview shows such names. */
    @Test
    void shouldShowWhoIsNotLookedFor() {
        assertThat(Mention.withPlainNames("<!here> <?ada> <?cleo@example.org>"))
                .isEqualTo("<!here> @ada @cleo@example.org");
    }

    @Test
    void shouldBeAsLongAsItCanBecome() {
        assertThat(Mention.maxLength("<?a>")).isGreaterThanOrEqualTo("<@U0123456789ABCDEFGHI>".length());
        assertThat(Mention.maxLength("<!here> <?a> <?b>"))
                .isGreaterThanOrEqualTo("<!here> <@U0123456789ABCDEFGHI> <@U0123456789ABCDEFGHI>".length());
        assertThat(Mention.maxLength(null)).isZero();
    }

    @Test
    void shouldLeaveMostOfAMessageToTheTextHoweverLongTheNamesAre() {
        List<String> names = IntStream.range(0, Mention.MAX_MENTIONS)
                .mapToObj(number -> "n".repeat(196) + (100 + number))
                .toList();

        assertThat(Mention.maxLength(Mention.of(names))).isLessThan(600);
    }

    @Test
    void shouldLeaveRoomForWhatIsSaid() {
        assertThat(Mention.of(Collections.nCopies(20, "here"))).isEqualTo("<!here>");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Mention.of(Collections.nCopies(21, "here")));
    }
}
