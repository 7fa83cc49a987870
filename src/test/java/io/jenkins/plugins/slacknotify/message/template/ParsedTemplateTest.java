package io.jenkins.plugins.slacknotify.message.template;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.URL;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedTemplateTest {
    private static final MacroResolver NO_MACROS = macro -> {
        throw new BrokenTemplateException("no value for " + macro);
    };

    private static BuildEvents aBrokenBuild() {
        Findings findings = Findings.builder()
                .tests(new TestResultSummary(120, 3, 0, 2, List.of("a", "b"), List.of("a", "b", "c")))
                .failedStage(new FailedStage("Deploy & run", "exit code 1", List.of()))
                .branch(new Branch("main", "shop", true, null))
                .build();
        return aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .causedBy("Started by <Ada>")
                .with(new Change("1f", "Bob", "Mend <it>", null))
                .finding(findings);
    }

    private static String fill(String template) throws BrokenTemplateException {
        return fill(template, aBrokenBuild().build());
    }

    private static String fill(String template, BuildEvent build) throws BrokenTemplateException {
        return ParsedTemplate.parse(template).fill(build, Severity.ERROR, NO_MACROS);
    }

    /** "script returned exit code 1" is what a step says of whatever went wrong in its script. */
    @Test
    void shouldSayWhyAStageFailedAsTheMessageDoes() throws BrokenTemplateException {
        FailedStage stage = new FailedStage(
                "Build",
                "script returned exit code 1",
                List.of("[ERROR] /src/Foo.java:[3,9] cannot find symbol", "[ERROR]   symbol:   class Bar"));
        Findings findings = Findings.builder().failedStage(stage).build();

        assertThat(fill(
                        "{error}",
                        aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                                .finding(findings)
                                .build()))
                .contains("cannot find symbol")
                .doesNotContain("exit code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{job} {build}~shop » checkout #12",
                "{link}~<" + URL + "|main of shop #12>",
                "{url}~" + URL,
                "{outcome}, {severity}~broken, Error",
                "{branch}~main",
                "{cause}~Started by &lt;Ada&gt;",
                "{changes}~• Mend &lt;it&gt; — Bob",
                "{tests}~3 of 120 tests fail, 2 newly",
                "{stage}: {error}~Deploy &amp; run: exit code 1",
                "{duration}~2 min 5 s",
                "{headline}~:x: *<" + URL + "|main of shop #12>* broke: 3 tests fail (2 new)",
                "{{job}} costs $5, $$NAME or $~{job} costs $5, $NAME or $",
                "<{url}console|Log of {job}>~<" + URL + "console|Log of shop » checkout>",
                "<https://wiki.example.org/{branch}/{stage}>~<https://wiki.example.org/main/Deploy%20%26%20run>",
                "<!here> <@U012AB> <!date^1^{{date}}|then>~<!here> <@U012AB> <!date^1^{date}|then>",
            })
    void shouldSayWhatIsKnown(String template, String said) throws BrokenTemplateException {
        assertThat(fill(template)).isEqualTo(said);
    }

    @Test
    void shouldLeaveOutLinesOfWhichNothingIsKnown() throws BrokenTemplateException {
        String said = fill("*{job}*\n{stage} {error}\n\nTests: {tests}\n{changes}", aBuild().build());

        assertThat(said).isEqualTo("*shop » checkout*\n\nTests:");
    }

    @Test
    void shouldBeNoMoreThanTheLabelWhereALinksAddressIsNotKnown() throws BrokenTemplateException {
        BuildEvent build = aBuild().at(null).build();

        assertThat(fill("{job}: <{url}console|log> {link} <{url}>", build))
                .isEqualTo("shop » checkout: log shop » checkout #12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{jobs}~There is no placeholder {jobs}",
                "{Job}~There is no placeholder {Job}",
                "a { b~no placeholder",
                "${~has no name or no end",
                "${ENV, var=\"X}~has no name or no end",
                "a < b~has no end",
                "<a|b~has no end",
                "<>~has no end",
                "<https://x.org/|<b>>~stands within another one",
                "<{cause}>~The address of a link has to begin",
                "<@{cause}>~Nothing of a build can stand in a mention",
                "<!{branch}|x>~Nothing of a build can stand in a mention",
                "<https://{branch}/>~a server's name and a slash",
                "<https://ci{branch}/>~a server's name and a slash",
                "<${ENV, var=\"A\"}/>~The address of a link has to begin",
                "<{url}|{link}>~{link} has links or lines of its own",
                "<{url}{changes}>~{changes} has links or lines of its own",
            })
    void shouldObjectToWhatCannotBeMeant(String template, String objection) {
        assertThat(ParsedTemplate.validationError(template)).get().asString().contains(objection);
    }

    @Test
    void shouldObjectToWhatIsTooLong() {
        assertThat(ParsedTemplate.validationError("x".repeat(2_001)))
                .get()
                .asString()
                .contains("2,001", "2,000");
        assertThat(ParsedTemplate.validationError("{job} ".repeat(41)))
                .get()
                .asString()
                .contains("41", "40");
        assertThat(ParsedTemplate.validationError("{job} ".repeat(40))).isEmpty();
        assertThat(ParsedTemplate.validationError("<".repeat(2_000))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{stage}", "\u200b", "  \n "})
    void shouldBeBrokenWhereItSaysNothing(String template) {
        assertThatExceptionOfType(BrokenTemplateException.class)
                .isThrownBy(() -> fill(template, aBuild().build()))
                .withMessageContaining("says nothing");
    }

    @Test
    void shouldAskForMacrosAsTheyAreWrittenAndEscapeTheirValues() throws BrokenTemplateException {
        List<String> asked = new ArrayList<>();
        ParsedTemplate template = ParsedTemplate.parse(
                "$NAME: ${BUILD_LOG, maxLines=5, x=\"}\\\"\"} <https://x.org/${ENV, var=\"A\"}|${A}>");

        String said = template.fill(aBuild().build(), Severity.INFO, macro -> {
            asked.add(macro);
            return "<!here>\n  a|b ```{job}";
        });

        assertThat(asked)
                .containsExactly("$NAME", "${BUILD_LOG, maxLines=5, x=\"}\\\"\"}", "${ENV, var=\"A\"}", "${A}")
                .isEqualTo(template.macros());
        assertThat(said)
                .startsWith("&lt;!here&gt;\n  a|b '''{job}: &lt;!here&gt;\n  a|b '''{job} <https://x.org/%3C%21here%3E")
                .endsWith("|&lt;!here&gt;   a¦b '''{job}>");
    }

    @Test
    void shouldShareTheRoomSoThatWhatComesLastIsSaid() throws BrokenTemplateException {
        ParsedTemplate template = ParsedTemplate.parse("${A} ${B} ${C} and {job}");

        String said =
                template.fill(aBuild().build(), Severity.INFO, macro -> "x".repeat(300) + "\n" + "y\n".repeat(9_999));

        assertThat(said)
                .hasSizeLessThanOrEqualTo(ParsedTemplate.MAX_FILLED_LENGTH)
                .endsWith("… and shop » checkout");
    }

    @Test
    void shouldReadNoMoreOfAMacroThanItShows() {
        String log = "\u001b[31mhttps://ada:secret@shop.example/\u001b[0m\n".repeat(1_000_000);
        String line = log.replace('\n', ' ');

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String template : List.of("${LOG}", "<https://x.org/${LOG}|${LOG}>")) {
                for (String value : List.of(log, line)) {
                    assertThat(ParsedTemplate.parse(template).fill(aBuild().build(), Severity.INFO, macro -> value))
                            .hasSizeLessThanOrEqualTo(ParsedTemplate.MAX_FILLED_LENGTH);
                }
            }
        });
    }
}
