package io.jenkins.plugins.slacknotify.interaction.preview;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.StageState;
import io.jenkins.plugins.slacknotify.interaction.build.FakeBuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.preview.PageContent.OfItem.Kind;
import io.jenkins.plugins.slacknotify.message.wording.EmojiSet;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardRendererTest {
    private static final PreviewTerms TERMS = FakePages.TERMS;

    private final CardRenderer renderer = new CardRenderer();

    private static PageContent part(BuildEvent event, PartContent part) {
        return new PageContent.OfBuild(event, Severity.ERROR, part, List.of(), List.of(), TERMS);
    }

    private static PageContent item(Kind kind, int jobs, int running) {
        return new PageContent.OfItem(
                kind, "Team » Shop", "https://ci.example.org/job/team/", "The <b>shop</b>", jobs, running, null, TERMS);
    }

    private static final String NASTY = "<!channel> *x* `y` & <@U1>\n```" + "long ".repeat(2_000);

    static Stream<Arguments> cards() {
        return Stream.of(
                Arguments.of(part(aFailure(), new PartContent.Nothing()), ":x:"),
                Arguments.of(
                        part(aFailure(), new PartContent.OfStage("Deploy", StageState.FAILED, Duration.ofSeconds(90))),
                        ":x: Stage *Deploy* failed after 1 min 30 s"),
                Arguments.of(
                        part(aFailure(), new PartContent.OfStage(NASTY, StageState.RUNNING, null)), "&lt;!channel&gt;"),
                Arguments.of(
                        part(aFailure(), new PartContent.OfLog("Deploy", 12, List.of("a", "b", "<!here>"))),
                        "Log of *Deploy*, line 12\\n```\\na\\nb\\n&lt;!here&gt;\\n```"),
                Arguments.of(
                        part(aFailure(), new PartContent.OfLog(null, null, Collections.nCopies(5, NASTY))),
                        "Log, its end"),
                Arguments.of(
                        part(aFailure(), new PartContent.OfTests(12, 2, 1, List.of("a.B.c", NASTY))),
                        "12 tests, 2 fail, 1 skipped"),
                Arguments.of(part(aFailure(), new PartContent.OfTests(1, 0, 0, List.of())), "1 test, none fails"),
                Arguments.of(
                        part(
                                aFailure(),
                                new PartContent.OfTest("a.B.c", 1, 1, 0, Duration.ofMillis(200), "expected: <1>")),
                        "*a.B.c* failed after"),
                Arguments.of(
                        part(aFailure(), new PartContent.OfTest("a.B", 7, 0, 0, Duration.ZERO, null)),
                        "*a.B*: 7 tests, none fails"),
                Arguments.of(part(aFailure(), new PartContent.OfChanges()), "Ada"),
                Arguments.of(
                        part(aBuild().with().build(), new PartContent.OfChanges()),
                        "Nothing was changed since the build before."),
                Arguments.of(
                        part(aFailure(), new PartContent.OfArtifacts("out", List.of("out/a", NASTY), 2, false)),
                        "2 files in `out`: `out/a`"),
                Arguments.of(
                        part(aFailure(), new PartContent.OfArtifacts("", List.of(), 0, false)),
                        "It has kept no files."),
                Arguments.of(part(aFailure(), new PartContent.OfArtifact("a.zip", 1_234_567)), "`a.zip`, 1.2 MB"),
                Arguments.of(item(Kind.JOB, 0, 0), "has not been built yet"),
                Arguments.of(item(Kind.FOLDER, 12, 1), "has 12 jobs, 1 build runs"),
                Arguments.of(item(Kind.PROJECT, 1, 0), "has 1 branch"),
                Arguments.of(item(Kind.VIEW, 0, 0), "has no jobs"),
                Arguments.of(
                        new PageContent.OfQueue(
                                FakeBuildControl.queued(
                                        new JobReference("shop", "Shop", "https://ci.example.org/job/shop/"),
                                        7,
                                        Duration.ofMinutes(2),
                                        NASTY),
                                TERMS),
                        "waits in the queue for 2 min"),
                Arguments.of(
                        new PageContent.OfDequeued(
                                new JobReference("shop", NASTY, "https://ci.example.org/job/shop/"), TERMS),
                        "was taken out of the queue"));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void shouldRenderWhatAPageShows(PageContent content, String expected) {
        String card = renderer.render(content);

        assertThat(card).contains(expected).doesNotContain("<!", "<@U");
        JsonArray blocks = JsonParser.parseString(card).getAsJsonArray();
        assertThat(new BlockKitValidator().validate(blocks, "/blocks")).isEmpty();
    }

    @Test
    void shouldHaveTheIconOfTheMessageAboutTheBuild() {
        PreviewTerms own = new PreviewTerms(MessageButtons.NONE, null, EmojiSet.parse(List.of("failure :volcano:")));

        assertThat(renderer.render(new PageContent.OfBuild(
                        aBuild().that(Outcome.FAILURE, Trend.SAME).build(),
                        Severity.ERROR,
                        new PartContent.Nothing(),
                        List.of(),
                        List.of(),
                        own)))
                .contains(":volcano: ")
                .doesNotContain(":x:");
    }

    private String running(MessageButtons buttons, InputQuestion... questions) {
        return renderer.render(new PageContent.OfBuild(
                aBuild().running().build(),
                Severity.INFO,
                new PartContent.Nothing(),
                List.of(questions),
                List.of("Build", "Test (linux)"),
                new PreviewTerms(buttons, null, EmojiSet.STANDARD)));
    }

    private static InputQuestion question(String node, String text) {
        return new InputQuestion(node, text, null)
                .withDetails(new InputDetails("Deploy", null, null, List.of(), true, null));
    }

    @Test
    void shouldOfferWhatCanBeDoneWithARunningBuild() {
        assertThat(running(MessageButtons.ALL))
                .contains("Now in *Build*, *Test (linux)*", "slack-notify.build.abort")
                .doesNotContain("approval", "slack-notify.build.follow");
        assertThat(running(MessageButtons.ALL, question("7", "Ship it?"), question("9", "And there?")))
                .contains("Ship it?", "It asks 1 more", "slack-notify.approval.approve", "slack-notify.approval.reject")
                .doesNotContain("And there?");
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageButtons.class,
            names = {"NONE", "LINKS"})
    void shouldHaveNoOtherButtonsThanItsChannel(MessageButtons buttons) {
        assertThat(running(buttons, question("7", "Ship it?")))
                .doesNotContain("slack-notify.approval", "slack-notify.build");
        assertThat(running(buttons).contains("\"actions\"")).isEqualTo(buttons == MessageButtons.LINKS);
    }

    @Test
    void shouldWriteInTheLanguageOfItsChannel() {
        assertThat(renderer.render(new PageContent.OfBuild(
                        aFailure(),
                        Severity.ERROR,
                        new PartContent.Nothing(),
                        List.of(),
                        List.of(),
                        new PreviewTerms(MessageButtons.NONE, Locale.GERMAN, EmojiSet.STANDARD))))
                .contains("kaputtgegangen");
    }

    static Stream<Arguments> germanCards() {
        return Stream.of(
                Arguments.of(
                        new PartContent.OfStage("Deploy", StageState.FAILED, Duration.ofSeconds(90)),
                        ":x: Stufe *Deploy* ist fehlgeschlagen nach 1 min 30 s"),
                Arguments.of(new PartContent.OfStage("Deploy", StageState.RUNNING, null), "Stufe *Deploy* läuft"),
                Arguments.of(
                        new PartContent.OfStage("Deploy", StageState.SUCCEEDED, Duration.ofDays(3)),
                        "Stufe *Deploy* ist gelungen nach 3 d"),
                Arguments.of(new PartContent.OfLog("Deploy", 1_200, List.of("a")), "Log von *Deploy*, Zeile 1200"),
                Arguments.of(new PartContent.OfLog(null, null, List.of("a")), "Log, sein Ende"),
                Arguments.of(
                        new PartContent.OfTests(1_200, 2, 1, List.of()),
                        "1.200 Tests, 2 schlagen fehl, 1 übersprungen"),
                Arguments.of(new PartContent.OfTests(1, 1, 0, List.of()), "1 Test, 1 schlägt fehl"),
                Arguments.of(
                        new PartContent.OfTest("a.B.c", 1, 0, 0, Duration.ofSeconds(2), null),
                        "*a.B.c* ist gut nach 2 s"),
                Arguments.of(
                        new PartContent.OfTest("a.B.c", 1, 0, 1, Duration.ZERO, null), "*a.B.c* wurde übersprungen"),
                Arguments.of(
                        new PartContent.OfArtifacts("out", List.of("out/a"), 1, false), "1 Datei in `out`: `out/a`"),
                Arguments.of(new PartContent.OfArtifacts("", List.of("a"), 500, true), "Mehr als 500 Dateien: `a`"),
                Arguments.of(new PartContent.OfArtifacts("", List.of(), 0, false), "Er hat keine Dateien aufgehoben."),
                Arguments.of(new PartContent.OfArtifact("a.zip", 2_400_000), "Datei `a.zip`, 2,4 MB"));
    }

    /** A word that is English in the midst of German is one that nobody has thought of. */
    @ParameterizedTest
    @MethodSource("germanCards")
    void shouldWriteTheWordsBetweenHeadlineAndFooterInThatLanguage(PartContent part, String expected) {
        assertThat(renderer.render(
                        new PageContent.OfBuild(aFailure(), Severity.ERROR, part, List.of(), List.of(), GERMAN)))
                .contains(expected);
    }

    private static final PreviewTerms GERMAN = new PreviewTerms(MessageButtons.ALL, Locale.GERMAN, EmojiSet.STANDARD);

    @Test
    void shouldWriteOtherCardsInThatLanguage() {
        assertThat(renderer.render(new PageContent.OfItem(Kind.PROJECT, "Shop", null, null, 3, 1, null, GERMAN)))
                .contains("*Shop* hat 3 Branches, 1 Build läuft");
        assertThat(renderer.render(new PageContent.OfItem(Kind.FOLDER, "Shop", null, null, 0, 0, null, GERMAN)))
                .contains("*Shop* hat keine Jobs");
        assertThat(renderer.render(new PageContent.OfItem(Kind.JOB, "Shop", null, null, 0, 0, null, GERMAN)))
                .contains("*Shop* wurde noch nie gebaut");
        assertThat(renderer.render(new PageContent.OfQueue(
                        FakeBuildControl.queued(
                                new JobReference("shop", "shop", null), 7, Duration.ofMinutes(3), "warum"),
                        GERMAN)))
                .contains(
                        "*shop* wartet seit 3 min in der Warteschlange: warum",
                        "Aus der Warteschlange nehmen",
                        "shop wird dann nicht gebaut");
        assertThat(renderer.render(new PageContent.OfDequeued(new JobReference("shop", "shop", null), GERMAN)))
                .contains("*shop* wurde aus der Warteschlange genommen");
        assertThat(renderer.render(new PageContent.OfBuild(
                        aBuild().running().build(),
                        Severity.INFO,
                        new PartContent.Nothing(),
                        List.of(new InputQuestion("7", "Los?", null)),
                        List.of("Test"),
                        GERMAN)))
                .contains("Jetzt in *Test*", "Er wartet auf eine Antwort: Los?");
    }

    @Test
    void shouldNotCallTheTimeThatGoesByAChange() {
        PageContent now = part(aBuild().running().lasting(Duration.ofMinutes(1)).build(), new PartContent.Nothing());
        PageContent later =
                part(aBuild().running().lasting(Duration.ofMinutes(9)).build(), new PartContent.Nothing());

        assertThat(renderer.render(now)).isNotEqualTo(renderer.render(later));
        assertThat(renderer.signature(now)).isEqualTo(renderer.signature(later));
        assertThat(renderer.signature(part(aBuild().build(), new PartContent.Nothing())))
                .as("when it has ended")
                .isNotEqualTo(renderer.signature(now));
    }

    /** Its button is about another one then. */
    @Test
    void shouldCallAnotherBuildOfANumberOfTheQueueAChange() {
        assertThat(renderer.signature(queued(Duration.ofMinutes(2))))
                .isNotEqualTo(renderer.signature(queued(Duration.ofMinutes(3))));
    }

    private static PageContent queued(Duration waiting) {
        return new PageContent.OfQueue(
                FakeBuildControl.queued(new JobReference("shop", "Shop", null), 7, waiting, "?"), TERMS);
    }
}
