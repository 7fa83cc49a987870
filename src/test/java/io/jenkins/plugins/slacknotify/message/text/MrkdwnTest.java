package io.jenkins.plugins.slacknotify.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {
    private static final int PLENTY = 200;

    @ParameterizedTest
    @CsvSource({
        "<!channel>,                    &lt;!channel&gt;",
        "<@U0123456>,                   &lt;@U0123456&gt;",
        "<https://evil.example|Login>,  &lt;https://evil.example|Login&gt;",
        "R&D,                           R&amp;D",
        "&lt;!here&gt;,                 &amp;lt;!here&amp;gt;",
        "a > b,                         a &gt; b",
        "@channel @here,                @channel @here",
        "Fix `a` in ```b```,            Fix `a` in '''b'''",
        "Bob's {0} %s,                  Bob's {0} %s",
    })
    void shouldShowWhatABuildSaysAsPlainText(String text, String sent) {
        assertThat(Mrkdwn.line(text, PLENTY)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unable to access (https://ada:s3cret@git.example/shop.git/)           | unable to access (https://****@git.example/shop.git/)
            https://ghp_abc@github.com/x and HTTP://a:b@c:8080/?q#f               | https://****@github.com/x and HTTP://****@c:8080/?q#f
            https://ada:p@ss@git.example/                                         | https://****@git.example/
            postgres://app:s3cret@db:5432/shop                                    | postgres://****@db:5432/shop
            jdbc:mysql://root:pw@db/x                                             | jdbc:mysql://****@db/x
            pip install git+https://ghp_abc@github.com/x                          | pip install git+https://****@github.com/x
            "fatal:\\nhttps://ghp_abc@github.com/x"                               | "fatal:\\nhttps://****@github.com/x"
            ftp://ada@example.com:s3cret@ftp.example/                             | ftp://****@ftp.example/
            git+ssh://git@git.example:22/a@b                                      | git+ssh://git@git.example:22/a@b
            https://medium.com/@ada, https://x.com?q=a@b, https://x.com, a@x.com  | https://medium.com/@ada, https://x.com?q=a@b, https://x.com, a@x.com
            ssh://git@git.example/shop.git                                        | ssh://git@git.example/shop.git
            git@git.example:shop.git, ada@example.com                             | git@git.example:shop.git, ada@example.com
            https://npm.example/@scope/x and me@x                                 | https://npm.example/@scope/x and me@x
            https://git.example:8443/ is not for ada@example.com                  | https://git.example:8443/ is not for ada@example.com
            """)
    void shouldShowNoPasswordThatStandsInAnAddress(String text, String shown) {
        assertThat(Mrkdwn.line(text, PLENTY)).isEqualTo(shown);
        assertThat(Mrkdwn.code(text, PLENTY)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a", "ftp://a:b"})
    void shouldShowNoPasswordHoweverLong(String start) {
        assertThat(Mrkdwn.line(start + "@".repeat(100_000) + "x", PLENTY)).endsWith("://****@x");
        assertThat(Mrkdwn.line(start + "a@".repeat(100_000) + "x", PLENTY)).endsWith("://****@x");
    }

    @Test
    void shouldLinkToNoAddressWithAPassword() {
        assertThat(Mrkdwn.link("https://ada:s3cret@git.example/commit/1", "1", PLENTY))
                .isEqualTo("<https://git.example/commit/1|1>");
    }

    @Test
    void shouldWriteAsCodeWhatAnAsteriskWouldKeepFromBeingBold() {
        assertThat(Mrkdwn.bold("shop/main", PLENTY)).isEqualTo("*shop/main*");
        assertThat(Mrkdwn.bold("shop/**", PLENTY)).isEqualTo("`shop/**`");
        assertThat(Mrkdwn.bold("*`<!here>", PLENTY)).isEqualTo("`*'&lt;!here&gt;`");
    }

    @Test
    void shouldShowNothingOfTheColoursOfATerminal() {
        assertThat(Mrkdwn.line("\u001b[1;31mred\u001b[0m: \u001b]8;;https://x\u0007link\u001b]8;;\u0007", PLENTY))
                .isEqualTo("red: link");
        assertThat(Mrkdwn.code("expected \u001b[32m`1`\u001b[39m", PLENTY)).isEqualTo("expected '1'");
    }

    @Test
    void shouldKeepAnApostrophe() {
        assertThat(Mrkdwn.line("Don't", PLENTY)).isEqualTo("Don't");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\ntwo",
                "one\r\ntwo",
                "one\u0000two",
                "one\u001b\u0007two",
                "one\u0085two",
                "one\u2028two",
                "one\u2029two",
                "\n\tone\ntwo\n",
                "one\u202etwo",
                "one\u2066\u2069two"
            })
    void shouldMakeOneLineThatRunsInOneDirection(String text) {
        assertThat(Mrkdwn.line(text, PLENTY)).isEqualTo("one two");
    }

    /** Otherwise "&lt;name&gt; #12 failed" reads from right to left as a whole. */
    @Test
    void shouldKeepANameFromTurningTheSentenceAroundIt() {
        String name = Mrkdwn.line("\u05e2\u05d2\u05dc\u05d4 9", PLENTY);

        assertThat(name).isEqualTo("\u2068\u05e2\u05d2\u05dc\u05d4 9\u2069");
        assertThat(Mrkdwn.line(name, PLENTY)).as("written once more").isEqualTo(name);
        assertThat(Mrkdwn.line(name + " #12 failed", PLENTY)).isEqualTo(name + " #12 failed");
        assertThat(Mrkdwn.line("\u0639\u0631\u0628\u0629", 4)).isEqualTo("\u2068\u0639\u2026\u2069");
        assertThat(Mrkdwn.line("\u2068\u0639", PLENTY))
                .as("one that does not end")
                .isEqualTo("\u2068\u0639\u2069");
        assertThat(Mrkdwn.bold("\u0639", PLENTY)).isEqualTo("*\u2068\u0639\u2069*");
        assertThat(Mrkdwn.line("\u0639", 1)).isEqualTo("\u0639");
        assertThat(Mrkdwn.line("x " + name + " #12", 6)).isEqualTo("x \u2068\u05e2\u2026\u2069");
        assertThat(Mrkdwn.line("shop/\u00fcber", PLENTY)).isEqualTo("shop/\u00fcber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\r", "\u202e", "\u200b\u2060", "\ud83d"})
    void shouldNeverBeEmptyBecauseSlackRefusesAnEmptyText(String text) {
        assertThat(Mrkdwn.line(text, PLENTY)).isEqualTo("…");
    }

    @Test
    void shouldLeaveATextThatJustFits() {
        assertThat(Mrkdwn.line("12345", 5)).isEqualTo("12345");
        assertThat(Mrkdwn.line("123456", 5)).isEqualTo("1234…");
    }

    @Test
    void shouldCountAnEntityAsSlackMayCountIt() {
        assertThat(Mrkdwn.line("&&", 10)).isEqualTo("&amp;&amp;");
        assertThat(Mrkdwn.line("&&&", 10)).isEqualTo("&amp;…");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a family of four,   👨‍👩‍👧‍👦",
        "a flag,             🇩🇪",
        "a skin tone,        👍🏽",
        "a combined accent,  e\u0301",
        "a keycap,           1️⃣",
        "a Hangul syllable,  \u1112\u1161\u11ab",
    })
    void shouldNotCutAUserPerceivedCharacterInTwo(String what, String character) {
        int two = 2 * character.length();

        assertThat(Mrkdwn.line(character.repeat(2), two)).isEqualTo(character.repeat(2));
        assertThat(Mrkdwn.line(character.repeat(3), two)).isEqualTo(character + "…");
    }

    @Test
    void shouldLeaveOutACharacterThatIsLongerThanTheLine() {
        String tower = "a" + "\u0301".repeat(1_000);

        assertThat(Mrkdwn.line(tower, 50)).isEqualTo("…");
        assertThat(Mrkdwn.line("ok " + tower, 50)).isEqualTo("ok …");
    }

    @Test
    void shouldLinkWithALabelThatCannotEndTheLink() {
        assertThat(Mrkdwn.link("https://ci.example/job/a/", "x|y> <!here>", PLENTY))
                .isEqualTo("<https://ci.example/job/a/|x¦y&gt; &lt;!here&gt;>");
    }

    @Test
    void shouldLinkToAnAddressThatCannotEndTheLink() {
        assertThat(Mrkdwn.link("https://ci.example/job/a|b> <!here>\n/?x=1&y=2", "x", PLENTY))
                .isEqualTo("<https://ci.example/job/a%7Cb&gt;%20&lt;!here&gt;%20/?x=1&amp;y=2|x>");
    }

    @Test
    void shouldShowTheBareLabelWhereThereIsNoUsableAddress() {
        assertThat(Mrkdwn.link(null, "a <b>", PLENTY)).isEqualTo("a &lt;b&gt;");
        assertThat(Mrkdwn.link(" ", "a", PLENTY)).isEqualTo("a");
        assertThat(Mrkdwn.link("https://ci.example/" + "x".repeat(3_000), "a", PLENTY))
                .isEqualTo("a");
    }
}
