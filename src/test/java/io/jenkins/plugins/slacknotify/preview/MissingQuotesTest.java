package io.jenkins.plugins.slacknotify.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Each text is below {@code rules}, in the lines from 3. The one to quote is always {@code ops}, with a sign before it. */
class MissingQuotesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: [#ops]",
                "to: [#ops]\n  severity: bad",
                "to: [ #ops, dev ]",
                "to: [dev, #ops]",
                "to: ['#dev', #ops]",
                "to: [\"#dev\", #ops",
                "to: [dev,#ops]",
                "when: {channel: #ops}",
                "when: {channel: #ops, name: ops}",
                "{to: [#ops]\n  }",
            })
    void shouldExplainWhatAHashHasBroken(String rule) {
        assertThat(explain(rule))
                .hasValue("Line 3: put #ops into quotes, as \"#ops\". Without them it is a comment,"
                        + " for YAML and for Configuration as Code.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: #ops",
                "to:   #ops",
                "to: #ops\n  severity: bad",
                "to: #ops # the channel of operations",
                "when: {channel: #ops\n  }",
                "to: [#ops\n  ]",
            })
    void shouldFindWhatAHashHasHidden(String rule) {
        assertThat(hidden(rule))
                .hasValueSatisfying(hint -> assertThat(hint).startsWith("Line 3: put #ops into quotes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to:\n    - #ops",
                "to:\n  - #ops",
                "to:\n    -   #ops\n    - '#dev'",
                "to: [\n    #ops,\n    #dev\n  ]",
                "to:\n    [#ops\n    ]",
            })
    void shouldFindWhatAHashHasHiddenInALineOfItsOwn(String rule) {
        assertThat(hidden(rule))
                .hasValueSatisfying(hint -> assertThat(hint).startsWith("Line 4: put #ops into quotes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mention: @ops",
                "people: [@ops]",
                "people:\n  - @ops",
                "people: ['@dev', @ops]",
                "branches: [*ops]",
                "branches: *ops",
                "jobs: *ops/**",
                "branches: [**ops]",
                "name: %ops",
                "name: `ops",
                "branches: [!ops]",
                "branches:\n  - !ops",
            })
    void shouldExplainOtherSigns(String rule) {
        assertThat(explain(rule))
                .hasValueSatisfying(
                        hint -> assertThat(hint)
                                .matches(
                                        "Line [34]: put [@*%`!]{1,2}ops\\S* into quotes, as .*a meaning of its own in YAML\\."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"branches: [*]", "branches: *", "branches: **", "jobs: [*/main]"})
    void shouldExplainAPatternOfStars(String rule) {
        assertThat(explain(rule)).hasValueSatisfying(hint -> assertThat(hint).contains("put *", "into quotes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: Bad: ops", "name: one: two: three"})
    void shouldExplainAColonInAText(String rule) {
        assertThat(explain(rule))
                .hasValueSatisfying(hint -> assertThat(hint).contains("Line 3", "a colon with a blank"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: ['#ops']",
                "to: [\"#ops\"] # the channel of operations",
                "to: # the channel of operations\n  - '#ops'",
                "to: # the channel of operations",
                "to: [] # none",
                "to: [\n    # none yet\n  ]",
                "to: ''",
                "name: ops#1",
                "name: it's #ops",
                "severity: bad #ops",
                "to:\n    # - '#dev'\n    - '#ops'",
                "name: \"a # b, @here\"",
            })
    void shouldSayNothingOfWhatIsRight(String rule) {
        assertThat(hidden(rule)).isEmpty();
    }

    @Test
    void shouldPassOverALongText() {
        assertThat(explain("name: \"" + "x".repeat(50_000) + "\", to: [#ops]")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"to: ['#ops'", "to: [\"#ops\", '@here'\n  name: x", "? [a", "name: 'it\n"})
    void shouldSayNothingWhereQuotesAreNotTheReason(String rule) {
        assertThat(explain(rule)).isEmpty();
    }

    @Test
    void shouldReadALongTextInQuotes() {
        String text = "\"" + "word \\\" ".repeat(5_000) + "\"";

        assertThat(explain("template: " + text + " x, to: [#ops]"))
                .hasValueSatisfying(hint -> assertThat(hint).contains("put #ops into quotes"));
    }

    private static String yaml(String rule) {
        return "# the rules of the system\nrules:\n- " + rule + "\n";
    }

    private static Optional<String> explain(String rule) {
        YAMLException error = catchThrowableOfType(YAMLException.class, () -> parser().load(yaml(rule)));
        assertThat(error).as("the error of the parser").isNotNull();
        return MissingQuotes.explain(yaml(rule), error);
    }

    private static Optional<String> hidden(String rule) {
        return MissingQuotes.inValues(yaml(rule), parser().compose(new StringReader(yaml(rule))));
    }

    private static Yaml parser() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
