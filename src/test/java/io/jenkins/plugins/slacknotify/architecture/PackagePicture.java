package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A picture of packages in CONTRIBUTING.md: their names in rows, of which each knows only those below it. */
final class PackagePicture {
    /** The column in which the words beside the names begin. */
    private static final int WORDS = 52;

    private final Map<String, Integer> rows = new LinkedHashMap<>();

    private PackagePicture(List<String> lines) {
        for (int row = 0; row < lines.size(); row++) {
            for (String name : names(lines.get(row))) {
                assertThat(rows.put(name, row))
                        .as("%s stands there twice", name)
                        .isNull();
            }
        }
    }

    /** @param title what stands behind the fence of the picture */
    static PackagePicture titled(String title) throws IOException {
        String text = Files.readString(contributing());
        String fence = "```" + title + "\n";
        assertThat(text).contains(fence);
        int start = text.indexOf(fence) + fence.length();
        return new PackagePicture(
                text.substring(start, text.indexOf("```", start)).lines().toList());
    }

    Set<String> names() {
        return rows.keySet();
    }

    /** The row of a package, from the top; fails where the picture does not show it. */
    int row(String name) {
        assertThat(rows).as("the picture shows every package").containsKey(name);
        return rows.get(name);
    }

    private static List<String> names(String line) {
        return Arrays.stream(line.substring(0, Math.min(line.length(), WORDS))
                        .strip()
                        .split(" +"))
                .toList();
    }

    /** Tests run in the folder of either build. */
    private static Path contributing() {
        return Stream.of("CONTRIBUTING.md", "../../CONTRIBUTING.md")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
