package io.jenkins.plugins.slacknotify.event.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A log of {@code logs.txt}.
 *
 * @param why the line that a person would look for; a dash where there is none
 */
record SampleLog(String name, String why, List<String> lines) {
    static List<SampleLog> all() {
        List<SampleLog> samples = new ArrayList<>();
        try (InputStream in = SampleLog.class.getResourceAsStream("logs.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.split("(?m)^=== (?=[a-z])")) {
                List<String> lines = part.lines().toList();
                if (lines.size() > 2) {
                    samples.add(new SampleLog(lines.get(0), lines.get(1).substring(2), lines.subList(2, lines.size())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }
}
