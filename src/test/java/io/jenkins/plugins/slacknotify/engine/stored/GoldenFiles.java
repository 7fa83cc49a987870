package io.jenkins.plugins.slacknotify.engine.stored;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files beside this class that hold the stored format. None is changed but for a field or a kind that is new. */
final class GoldenFiles {
    private GoldenFiles() {}

    /** @param name without the ending {@code .json} */
    static String read(String name) {
        return readFile(name + ".json");
    }

    /** The JSON of a sample as the last version without kinds has written it (commit 3410708). */
    static String readBeforeKinds(String name) {
        return readFile("before-kinds.txt")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    static String readFile(String name) {
        try (InputStream file = Objects.requireNonNull(GoldenFiles.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
