package io.jenkins.plugins.slacknotify.message.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhraseTest {
    @Test
    void shouldHaveAPatternForEachPhraseAndNoOther() throws IOException {
        Set<String> keys = Arrays.stream(Phrase.values()).map(Phrase::key).collect(Collectors.toSet());

        assertThat(patterns().stringPropertyNames()).isEqualTo(keys);
    }

    @Test
    void shouldUseEveryPhrase() {
        Set<String> used = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(
                                "io.jenkins.plugins.slacknotify.message",
                                "io.jenkins.plugins.slacknotify.interaction.preview")
                        .stream()
                        .filter(type -> !type.isEquivalentTo(Phrase.class))
                        .map(JavaClass::getFieldAccessesFromSelf)
                        .flatMap(Set::stream)
                        .map(JavaFieldAccess::getTarget)
                        .filter(field -> field.getOwner().isEquivalentTo(Phrase.class))
                        .map(field -> field.getName())
                        .collect(Collectors.toSet());

        assertThat(Phrase.values()).extracting(Phrase::name).allMatch(used::contains);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadWhatIsPutInAsItIs(Phrase phrase) throws IOException {
        String odd = "Don't {0} ''{1}'' %s \\u0041";
        int places = new MessageFormat(patterns().getProperty(phrase.key())).getFormatsByArgumentIndex().length;
        String pattern = patterns().getProperty(phrase.key());
        boolean counts = pattern.contains("choice") || pattern.contains("number");
        Object[] arguments = new Object[places];
        Arrays.fill(arguments, counts ? 1 : odd);

        String said = phrase.format(arguments);

        assertThat(said.replace(odd, "")).isNotEmpty().doesNotContain("'", "{0}", "{1}");
        assertThat(said.contains(odd)).isEqualTo(places > 0 && !counts);
    }

    private static Properties patterns() throws IOException {
        Properties patterns = new Properties();
        try (Reader file =
                new InputStreamReader(Phrase.class.getResourceAsStream("phrases.properties"), StandardCharsets.UTF_8)) {
            patterns.load(file);
        }
        return patterns;
    }
}
