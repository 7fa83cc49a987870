package io.jenkins.plugins.slacknotify.interaction.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '^', textBlock = """
            status shop/main                           ! status ! shop/main
            STATUS   shop/main\u00a0#12                ! status ! shop/main|#12
            <@U0BOT> log shop                          ! log    ! shop
            <@U0BOT|jenkins>: log shop                 ! log    ! shop
            <@U0BOT> <@U0BOT>  log shop                ! log    ! shop
            log "My Job" 12                            ! log    ! My Job|12
            log “My Job” 12                            ! log    ! My Job|12
            log 'My Job'                               ! log    ! My Job
            log Anna's job                             ! log    ! Anna's|job
            log "open                                  ! log    ! open
            status <https://ci/job/a/|ci/job/a>        ! status ! https://ci/job/a/
            status <https://ci/job/a/>                 ! status ! https://ci/job/a/
            status a &amp; b &lt;c&gt;                 ! status ! a|&|b|<c>
            status https://ci/job/a/?x=y               ! status ! https://ci/job/a/?x=y
            """)
    void shouldReadWords(String text, String name, String words) {
        CommandLine line = CommandLine.parse(text);

        assertThat(line.name()).isEqualTo(name);
        assertThat(line.words()).containsExactly(words.split("\\|"));
        assertThat(line.values()).isEmpty();
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

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<@U0BOT>", "\u00a0"})
    void shouldReadNothing(String text) {
        assertThat(CommandLine.parse(text)).isEqualTo(new CommandLine("", List.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/main", "My Job", "a=b", "#12", "ünï/fea%2Fx"})
    void shouldReadWhatItQuotes(String word) {
        String quoted = CommandLine.quote(word).orElseThrow();

        assertThat(CommandLine.parse("run x A=" + quoted).values()).containsEntry("A", word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "it's", "“x”"})
    void shouldNotQuoteWhatItWouldChange(String word) {
        assertThat(CommandLine.quote(word)).isEmpty();
    }
}
