package io.jenkins.plugins.slacknotify.config.form;

import java.util.Collection;
import java.util.stream.Collectors;

/** Makes one text of sentences that were written to stand alone, of which many end without a full stop. */
public final class Sentences {
    private static final String MARKS = ".!?…";

    private Sentences() {}

    /** Returns the sentences in their order, divided by blanks. Where there are several, each ends with a mark. */
    public static String join(Collection<String> sentences) {
        return sentences.size() < 2
                ? String.join("", sentences)
                : sentences.stream().map(Sentences::ended).collect(Collectors.joining(" "));
    }

    private static String ended(String sentence) {
        boolean hasMark = !sentence.isEmpty() && MARKS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        return hasMark ? sentence : sentence + ".";
    }
}
