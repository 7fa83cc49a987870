package io.jenkins.plugins.slacknotify.message;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Text that a build may contain and that a message could trip over. */
final class NastyText {
    static final List<String> FRAGMENTS = List.of(
            "<!channel>",
            "<!here|x>",
            "<@U0123456>",
            "<https://evil.example|Login>",
            "&lt;!channel&gt;",
            "&amp",
            "|",
            ">",
            "<",
            "*",
            "_",
            "`",
            "```",
            "\n",
            "\r\n",
            "\u0000",
            "\u001b[31m",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u2066",
            "\ud83d",
            "\udc00",
            "👍🏽",
            "e\u0301",
            "{0}",
            "%s",
            "'",
            "\"",
            "\\",
            " ",
            "\t",
            "word");

    private NastyText() {}

    static Arbitrary<String> ofMaxLength(int length) {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(10);
        Arbitrary<String> long_ = Arbitraries.of("&", "<", "x", "\u0301", "🇩🇪", "👨‍👩‍👧‍👦", "漢", "\n")
                .flatMap(piece -> Arbitraries.integers().between(1, 400).map(piece::repeat));
        return Arbitraries.oneOf(Arbitraries.of(FRAGMENTS), anything, long_)
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces))
                .map(text -> text.substring(0, Math.min(length, text.length())));
    }
}
