package io.jenkins.plugins.slacknotify.event.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiteralScannerTest {
    private static final List<List<String>> SETS =
            List.of(List.of("she"), List.of("he", "hers"), List.of("his"), List.of("● a"), List.of("E  "));

    private final LiteralScanner scanner = new LiteralScanner(SETS);

    @Test
    void shouldFindLiteralsThatEndInOneAnother() {
        assertThat(found("ushers")).containsExactly(0, 1);
        assertThat(found("this")).containsExactly(2);
        assertThat(found("h is")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void shouldIgnoreCaseAndKnowOtherCharacters() {
        assertThat(found("SHE")).containsExactly(0, 1);
        assertThat(found("  ● A")).containsExactly(3);
        assertThat(found("○ a ✓ \ud83d\ude00")).isEmpty();
    }

    /** Against the plain way. */
    @Test
    void shouldFindWhatContainsFinds() {
        Random random = new Random(7);
        String letters = "sheri● a E○";

        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder();
            random.ints(random.nextInt(12), 0, letters.length()).forEach(at -> line.append(letters.charAt(at)));
            String text = line.toString();
            assertThat(found(text)).as(text).isEqualTo(expected(text));
        }
    }

    private List<Integer> found(String line) {
        return scanner.scan(line).stream().boxed().toList();
    }

    private static List<Integer> expected(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return IntStream.range(0, SETS.size())
                .filter(set -> SETS.get(set).stream().anyMatch(it -> lower.contains(it.toLowerCase(Locale.ROOT))))
                .boxed()
                .toList();
    }
}
