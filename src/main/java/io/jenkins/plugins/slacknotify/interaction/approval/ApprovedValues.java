package io.jenkins.plugins.slacknotify.interaction.approval;

import io.jenkins.plugins.slacknotify.event.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Compares the values of approvals, as several people have to approve the same ones. */
public final class ApprovedValues {
    private ApprovedValues() {}

    /**
     * Returns a short text that is the same for the same values alone. Nobody can find other values with that text: otherwise the
     * second of two people could approve what the first has never seen.
     *
     * @param values by the names of the parameters, in any order
     */
    public static String digest(Map<String, String> values) {
        StringBuilder all = new StringBuilder();
        // The lengths say where a text ends, so that no text can stand for two.
        new TreeMap<>(values)
                .forEach((name, value) -> all.append(name.length())
                        .append('.')
                        .append(value.length())
                        .append('.')
                        .append(name)
                        .append(value));
        return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_16BE));
    }
}
