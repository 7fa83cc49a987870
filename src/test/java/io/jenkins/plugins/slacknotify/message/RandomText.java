package io.jenkins.plugins.slacknotify.message;

import java.util.List;
import java.util.Random;

/**
 * Generates text of any length and content. A character of several code points is one of {@link #CLUSTERS}. Each of them begins
 * with a code point that occurs nowhere else, so a test can see where one was cut.
 */
public final class RandomText {
    static final List<String> CLUSTERS =
            List.of("👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "ǝ\u0301\u0327", "\u1112\u1161\u11ab", "🏴\u200d☠\ufe0f");

    private static final List<String> OTHERS =
            List.of("שלום", "مرحبا", "\u200f", "\u061c", "\u200b", "\ufeff", "\u200d", "漢字", "  ", "e\u0301", "😀");

    private final Random random;

    public RandomText(Random random) {
        this.random = random;
    }

    public String next() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            String piece = piece();
            boolean isRepeated = random.nextInt(12) == 0;
            text.append(isRepeated ? piece.repeat(random.nextInt(400)) : piece);
            if (isRepeated) {
                // A character is cut where joiners make it endless, and what they join is cut with it.
                text.append(' ');
            }
        }
        return text.toString();
    }

    private String piece() {
        return switch (random.nextInt(4)) {
            case 0 -> any(CLUSTERS);
            case 1 -> any(OTHERS);
            case 2 -> Character.toString(codePoint());
            default -> any(FRAGMENTS_WITHOUT_CLUSTERS);
        };
    }

    private static final List<String> FRAGMENTS_WITHOUT_CLUSTERS = NastyText.FRAGMENTS.stream()
            .filter(fragment -> !CLUSTERS.contains(fragment))
            .toList();

    /** A code point of any plane, including halves of surrogate pairs. */
    private int codePoint() {
        int codePoint = random.nextInt(random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1);
        boolean taken = CLUSTERS.stream().anyMatch(cluster -> cluster.codePointAt(0) == codePoint);
        // Two of these make one character, whichever two stand together.
        boolean regional = codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
        return taken || regional ? 'x' : codePoint;
    }

    private String any(List<String> strings) {
        return strings.get(random.nextInt(strings.size()));
    }
}
