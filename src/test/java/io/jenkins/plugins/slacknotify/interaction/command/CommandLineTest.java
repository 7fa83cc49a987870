package io.jenkins.plugins.slacknotify.interaction.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '^', textBlock = """
            status shop/main                           ! status ! shop/main
            STATUS   shop/main\u00a0#12                ! status ! shop/main|#12
            <@U0BOT> log shop                          ! log    ! shop
            <@U0BOT|jenkins>: log shop                 ! log    ! shop
            <@U0BOT> <@U0BOT>  log shop                ! log    ! shop
            <@U0BOT>\u00a0<@U0BOT>\u00a0log shop     ! log    ! shop
            <@U0BOT>, log shop                         ! log    ! shop
            log "My Job" 12                            ! log    ! My Job|12
            log “My Job” 12                            ! log    ! My Job|12
            log 'My Job'                               ! log    ! My Job
            log ‘My Job’                               ! log    ! My Job
            log „My Job“                               ! log    ! My Job
            log `My Job` 12                            ! log    ! My Job|12
            `log shop`                                 ! log    ! shop
            <@U0BOT> ```log shop```                    ! log    ! shop
            log «My Job» 12                            ! log    ! My Job|12
            log «\u00a0My Job\u00a0» 12              ! log    ! My Job|12
            log ‹My Job›                               ! log    ! My Job
            log »My Job« 12                            ! log    ! My Job|12
            log ›My Job‹                               ! log    ! My Job
            log »Shop » main«                          ! log    ! Shop » main
            log shop ?                                 ! log    ! shop?
            log ‚My Job‘                               ! log    ! My Job
            log 「My Job」                             ! log    ! My Job
            log Shop » main                            ! log    ! Shop|»|main
            log Anna’s job                             ! log    ! Anna’s|job
            log Anna's job                             ! log    ! Anna's|job
            log "open                                  ! log    ! open
            status <https://ci/job/a/|ci/job/a>        ! status ! https://ci/job/a/
            status <https://ci/job/a/>                 ! status ! https://ci/job/a/
            status <http://shop.io|shop.io>            ! status ! shop.io
            status <http://ci/job/a|ci/job/a>          ! status ! http://ci/job/a
            status <http://evil.io|shop.io>            ! status ! http://evil.io
            status <HTTPS://ci/job/a/>                 ! status ! HTTPS://ci/job/a/
            status: (<https://ci/job/a/12>),           ! status ! https://ci/job/a/12
            status <http://ci/job/a|ci/job/a>?         ! status ! http://ci/job/a
            status <http://ci/job/a|ci/job/a>/12       ! status ! ci/job/a/12
            status <https://ci/job/a/>12               ! status ! https://ci/job/a/12
            subscribe <http://shop.io|shop.io>/**      ! subscribe ! shop.io/**
            status "<https://ci/job/a/|a b>" x         ! status ! https://ci/job/a/|x
            jobs "see <http://a.io/b|a.io/b> now"      ! jobs   ! see a.io/b now
            ｓｔａｔｕｓ！ shop                          ! status ! shop
            status a﷐0﷑b                     ! status ! a0b
            status *<https://ci/job/a/|Shop » a>* 12   ! status ! https://ci/job/a/|12
            status _*~<https://ci/job/a/>~*_           ! status ! https://ci/job/a/
            *status <https://ci/job/a/>*               ! status ! https://ci/job/a/
            _status_ *shop*                            ! status ! *shop*
            status *<#C012AB|ops>*                     ! status ! #ops
            status <mailto:a@b.io|a@b.io>              ! status ! a@b.io
            status <tel:0123456789|01234-56789>        ! status ! 01234-56789
            status <#C012AB|ops> <#C012AB>             ! status ! #ops|<#C012AB>
            status shop main　x          ! status ! shop|main|x
            ﻿status sh​op                    ! status ! shop
            status shop‍🚀                        ! status ! shop‍🚀
            status a &amp; b &lt;c&gt;                 ! status ! a|&|b|<c>
            status https://ci/job/a/?x=y               ! status ! https://ci/job/a/?x=y
            """)
    void shouldReadWords(String text, String name, String words) {
        CommandLine line = CommandLine.parse(text);

        assertThat(line.name()).isEqualTo(name);
        assertThat(line.words()).containsExactly(words.split("\\|"));
        assertThat(line.values()).isEmpty();
    }

    /** Names that are copied from a window of Windows, from a text in Hebrew or from a page that breaks words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status \u200eshop/main\u200f",
                "status \u202ashop/main\u202c",
                "\u2068status\u2069 \u2066shop/main\u2069",
                "status shop\u00ad/main",
                "status shop\uFFFC/main\uFFFC",
                "status \u061cshop/main\u2069\u180e",
                "status\u2003shop/main\ufeff"
            })
    void shouldReadNothingThatIsInvisible(String text) {
        assertThat(CommandLine.parse(text)).isEqualTo(new CommandLine("status", List.of("shop/main"), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            status shop <@U0BOT>              ! status shop
            status shop\u00a0<@U0BOT|ci> ?   ! status shop
            <@U0BOT> status shop <@U0ANNA>    ! <@U0BOT> status shop <@U0ANNA>
            run shop WHO=<@U0ANNA>            ! run shop WHO=<@U0ANNA>
            run shop WHO=<@U0ANNA> <@U0BOT>.  ! run shop WHO=<@U0ANNA>
            ask <@U0BOT> to run shop          ! ask <@U0BOT> to run shop
            stop <@U0BOB> <@U0BOT>            ! stop <@U0BOB>
            """)
    void shouldReadWhatCallsTheAppLast(String text, String command) {
        assertThat(CommandLine.withoutLastMention(text)).isEqualTo(command);
    }

    /** Whoever is in a channel with the app writes such a message, and it is read on the thread that reads all requests. */
    @Test
    void shouldReadManyMentionsAndBlanks() {
        String mentions = "<@U0BOT> ".repeat(4_000);
        String blanks = " ".repeat(40_000) + "x";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(CommandLine.withoutLastMention(mentions + "status")).isEqualTo(mentions + "status");
            assertThat(CommandLine.parse(mentions + "status").name()).isEqualTo("status");
            for (int time = 0; time < 20; time++) {
                assertThat(CommandLine.withoutLastMention("status" + blanks)).isEqualTo("status" + blanks);
            }
        });
    }

    /** What Slack makes a link of by itself is what was typed, also where it looks like an address. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '^', textBlock = """
            HOST=<http://a.example.com|a.example.com>      ! a.example.com
            HOST=<http://a.io/x/|a.io/x>                   ! a.io/x
            HOST=<http://shop.io|Shop.io>                  ! Shop.io
            HOST="<http://a.example.com|a.example.com>"    ! a.example.com
            URL=<https://a.io/x?y=1>                       ! https://a.io/x?y=1
            URL=<https://a.io/x|a.io/x>                    ! a.io/x
            URL=<https://a.io/x|docs>                      ! https://a.io/x
            TO=<mailto:anna@example.com|anna@example.com>  ! anna@example.com
            ROOM=<#C012AB|ops>                             ! #ops
            TEXT=$1\\x                                     ! $1\\x
            WHO=<@U012AB>                                  ! <@U012AB>
            """)
    void shouldReadValuesOfWhichSlackHasMadeLinks(String word, String value) {
        String read = CommandLine.parse("run shop " + word)
                .values()
                .values()
                .iterator()
                .next();

        assertThat(read).isEqualTo(value);
    }

    @Test
    void shouldReadValues() {
        CommandLine line = CommandLine.parse("run shop TARGET=prod MSG=\"a b = c\" EMPTY= NAME=“Zoë 🚀” TAG='v 1'");

        assertThat(line.words()).containsExactly("shop");
        assertThat(line.values())
                .containsExactly(
                        entry("TARGET", "prod"),
                        entry("MSG", "a b = c"),
                        entry("EMPTY", ""),
                        entry("NAME", "Zoë 🚀"),
                        entry("TAG", "v 1"));
    }

    @Test
    void shouldReadBlocksOfCode() {
        CommandLine line = CommandLine.parse(
                "run ```My Job``` CONFIG=```{\"a\": 1,\n \"b\": \"it's\"}``` LINES=```\none\ntwo\n``` CODE=`a b` OPEN=```x y");

        assertThat(line.words()).containsExactly("My Job");
        assertThat(line.values())
                .containsExactly(
                        entry("CONFIG", "{\"a\": 1,\n \"b\": \"it's\"}"),
                        entry("LINES", "one\ntwo"),
                        entry("CODE", "a b"),
                        entry("OPEN", "x y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '^', textBlock = """
            "say \\"hi\\""           ! say "hi"
            "say \\"hi\\" now"       ! say "hi" now
            “say \\“hi\\” now”       ! say “hi” now
            'it\\'s Anna'              ! it's Anna
            "C:\\temp\\"             ! C:\\temp\\
            "C:\\temp\\" X="y"       ! C:\\temp\\
            "a\\nb"                    ! a\\nb
            """)
    void shouldReadQuotesWithinQuotes(String typed, String value) {
        assertThat(CommandLine.parse("run shop MSG=" + typed).values()).containsEntry("MSG", value);
    }

    /** As bots of other tools want it: a comma between the job and its values is none of them. */
    @Test
    void shouldReadValuesWithCommasBetweenThem() {
        CommandLine line = CommandLine.parse("run shop, TARGET=prod, LIST=a,b, QUOTED=\"a,\" LAST=x,");

        assertThat(line.words()).containsExactly("shop");
        assertThat(line.values())
                .containsExactly(
                        entry("TARGET", "prod"), entry("LIST", "a,b"), entry("QUOTED", "a,"), entry("LAST", "x,"));
    }

    @Test
    void shouldReadValuesOfAnyName() {
        CommandLine line = CommandLine.parse("run shop Größe=3 バージョン=1 \"my target\"=prod ‘and more’=“a b” x1.y-z==");

        assertThat(line.words()).containsExactly("shop");
        assertThat(line.values())
                .containsExactly(
                        entry("Größe", "3"),
                        entry("バージョン", "1"),
                        entry("my target", "prod"),
                        entry("and more", "a b"),
                        entry("x1.y-z", "="));
    }

    @Test
    void shouldReadValuesAsWordsForACommandWithoutValues() {
        assertThat(CommandLine.parseWords("<@U0BOT> again shop, MODE=“a b” 12"))
                .isEqualTo(new CommandLine(
                        "again", List.of("shop,", "MODE=a b", "12"), Map.of(), Set.of(), Set.of(1), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '^', textBlock = """
            <@U0BOT> /jenkins log shop      ! log shop
            <@U0BOT|ci>: /JENKINS           ! ^^
            /jenkins log shop               ! log shop
            <@U0BOT>\u00a0/jenkins\u00a0log shop ! log shop
            <@U0BOT> /jenkinsx log shop     ! <@U0BOT> /jenkinsx log shop
            <@U0BOT> /log shop              ! <@U0BOT> /log shop
            log /jenkins                    ! log /jenkins
            @jenkins log shop               ! log shop
            <@U0BOT> @Jenkins: log shop     ! log shop
            Jenkins, log shop               ! log shop
            jenkins                         ! ^^
            jenkins-log shop                ! jenkins-log shop
            ^!jenkins log shop^             ! log shop
            """)
    void shouldLeaveOutTheNameOfTheAppAlone(String text, String command) {
        assertThat(CommandLine.withoutAppName(text, "/jenkins", name -> false).strip())
                .isEqualTo(command);
        assertThat(CommandLine.withoutAppName(text, "", name -> false)).isEqualTo(text);
    }

    @Test
    void shouldTakeNoCommandForTheNameOfTheApp() {
        assertThat(CommandLine.withoutAppName("build shop", "/build", name -> true))
                .isEqualTo("build shop");
        assertThat(CommandLine.withoutAppName("/build log shop", "/build", name -> true)
                        .strip())
                .isEqualTo("log shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Größe", "my target", "1st"})
    void shouldReadAValueThatItQuotes(String name) {
        String quoted = CommandLine.quoteValue(name, "a b").orElseThrow();

        assertThat(CommandLine.parse("run x " + quoted).values()).containsExactly(entry(name, "a b"));

        String rare = CommandLine.quoteValue(name, "it's \"so\"").orElseThrow();
        assertThat(CommandLine.parse("run x " + rare).values()).containsExactly(entry(name, "it's \"so\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<@U0BOT>", "\u00a0"})
    void shouldReadNothing(String text) {
        assertThat(CommandLine.parse(text)).isEqualTo(new CommandLine("", List.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/main",
                "My Job",
                "a=b",
                "#12",
                "ünï/fea%2Fx",
                "it's",
                "„x",
                "a\"b",
                "it's \"so\"",
                "“x” 'y'",
                "\"'」"
            })
    void shouldReadWhatItQuotes(String word) {
        String quoted = CommandLine.quote(word).orElseThrow();

        assertThat(CommandLine.parse("run x A=" + quoted).values()).containsEntry("A", word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"so\" 」』", "C:\\temp\\"})
    void shouldNotQuoteWhatItWouldChange(String word) {
        assertThat(CommandLine.quote(word)).isEmpty();
    }

    /** Slack takes 40,000 characters, and the thread that reads them takes all other requests, too. */
    @ParameterizedTest
    @MethodSource
    void shouldReadALongTextAtOnce(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            String read = CommandLine.withoutAppName(CommandLine.withoutLastMention(text), "/ci", name -> false);
            StartLink.read(CommandLine.parse(read));
        });
    }

    static Stream<String> shouldReadALongTextAtOnce() {
        return Stream.of(
                "<@U012AB3CD> ".repeat(3_000) + "status",
                "a" + " ".repeat(39_000) + "b <@U1> c",
                "a" + "\n".repeat(39_000) + "b <@U1>",
                "run \"" + "job/".repeat(1_000) + "x/build?" + ".".repeat(3_000) + " a\"",
                "mute " + "1m ".repeat(13_000),
                "`".repeat(40_000),
                "run shop " + "A=1 ".repeat(10_000));
    }
}
