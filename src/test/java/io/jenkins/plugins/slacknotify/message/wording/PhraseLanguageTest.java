package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseLanguageTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @Test
    void shouldChooseWordsPluralsAndDatesOfALanguage() {
        assertThat(german(Outcome.FAILURE, 1)).endsWith("ist kaputtgegangen: 1 Test schlägt neu fehl");
        assertThat(german(Outcome.FAILURE, 12)).endsWith("ist kaputtgegangen: 12 Tests schlagen neu fehl");
        assertThat(PhraseLanguage.in(Locale.GERMAN, () -> DateMarkup.local(Instant.parse("2026-03-01T12:00:00Z"))))
                .contains("{date_short_pretty} um {time}", "1 März 2026, 12:00 UTC");
        assertThat(PhraseLanguage.in(Locale.GERMAN, () -> Phrase.DIGEST_ALL.format("fehlgeschlagen", 2)))
                .isEqualTo("beide fehlgeschlagen");
    }

    @Test
    void shouldReturnToTheLanguageOfBefore() {
        String before = Phrase.DIGEST_GOOD.format();

        assertThatThrownBy(() -> PhraseLanguage.in(Locale.GERMAN, () -> {
                    throw new IllegalStateException(Phrase.DIGEST_GOOD.format());
                }))
                .hasMessage("gut");

        assertThat(Phrase.DIGEST_GOOD.format()).isEqualTo(before);
    }

    @Test
    void shouldSpeakEnglishWhereALanguageHasNoFile() {
        assertThat(PhraseLanguage.in(Locale.JAPANESE, () -> Phrase.FOOTER_ERROR.format()))
                .isEqualTo("Error");
    }

    @Test
    void shouldHaveEveryPhraseInGermanWithTheSamePlaces() throws IOException {
        Properties english = read("phrases.properties");
        Properties german = read("phrases_de.properties");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : german.stringPropertyNames()) {
            if (!key.equals("headline.series")) { // English needs the last digit for its ending.
                assertThat(places(german, key)).as(key).isEqualTo(places(english, key));
            }
        }
    }

    private static String german(Outcome outcome, int failing) {
        List<String> names = Arrays.asList(new String[failing]);
        names.replaceAll(name -> "CartTest.adds");
        BuildEvent event = aBuild().that(outcome, Trend.REGRESSED)
                .finding(Findings.builder()
                        .tests(new TestResultSummary(40, failing, 0, failing, names, names))
                        .build())
                .build();
        return PhraseLanguage.in(Locale.GERMAN, () -> HeadlineRenderer.render(event, Severity.ERROR));
    }

    private static String places(Properties phrases, String key) {
        String pattern = phrases.getProperty(key);
        assertThat(new MessageFormat(pattern).getFormats()).isNotNull();
        return PLACE.matcher(pattern)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .collect(Collectors.joining());
    }

    private static Properties read(String name) throws IOException {
        Properties phrases = new Properties();
        try (Reader file = new InputStreamReader(Phrase.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            phrases.load(file);
        }
        return phrases;
    }
}
