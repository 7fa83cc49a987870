package io.jenkins.plugins.slacknotify.trigger.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHintsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployed: ${env.BUILD_URL}                          | ${env.BUILD_URL}
            Deployed by $BUILD_USER_ID!                         | $BUILD_USER_ID
            Docs [1](https://ci.example.org/job/docs/1/) done   | [1](https://ci.example.org/job/docs/1/)
            **Code version**: 1.4                               | **Code version**
            one<br/>two                                         | <br/>
            <b>Done</b>                                         | <b>
            see <a href='https://example.org'>here</a>          | <a href='https://example.org'>
            the&nbsp;end                                        | &nbsp;
            @here the build failed                              | @here
            look, @channel                                      | @channel
            """)
    void shouldQuoteWhatSlackShowsAsItIs(String message, String quoted) {
        assertThat(MessageHints.of(message)).singleElement().asString().startsWith("'" + quoted + "' ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*bold* _italic_ <https://example.org|link> <!here> <@U0123ABCD> <#C0123ABCD>",
                "1 ** 2, a**b, 5 < 7 > 3, <https://example.org/b>, [ok] (see above), list[0](x)",
                "$100, $5_000, US$, ${} and ${{ matrix.os }}, 50 % & more",
                "ada@here.example.org, npm i @scope/here, `git log HEAD@{1}`, user@channel"
            })
    void shouldSayNothingOfAnythingElse(String message) {
        assertThat(MessageHints.of(message)).isEmpty();
    }

    @Test
    void shouldSayEachKindOnce() {
        assertThat(MessageHints.of("@here @channel ${A} ${B} **a** **b** <b> <i>"))
                .hasSize(4);
    }

    @Test
    void shouldKnowTheNameOfAVariableWithoutAValue() {
        assertThat(MessageHints.ofNames(List.of("#null", "null", "#ops", "#nullable")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "**a", "<a ", "@here", "${A", "$A_", "[a](http://"})
    void shouldBeQuickWithAnyMessage(String piece) {
        assertThat(MessageHints.of(piece.repeat(50_000))).hasSizeLessThan(3);
    }
}
