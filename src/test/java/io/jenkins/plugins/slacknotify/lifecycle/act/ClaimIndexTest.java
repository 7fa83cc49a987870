package io.jenkins.plugins.slacknotify.lifecycle.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimIndexTest {
    @TempDir
    Path folder;

    private static BuildKey build(String job, int number) {
        return new BuildKey(job, number, Instant.ofEpochMilli(1_000L * number));
    }

    @Test
    void shouldListTheNewestClaimOfAnAccountFirst() {
        ClaimIndex index = new ClaimIndex(folder);
        index.put("anna", build("shop", 1));
        index.put("anna", build("docs", 2));
        index.put("bob", build("site", 3));

        assertThat(index.of("anna")).containsExactly(build("docs", 2), build("shop", 1));
        assertThat(new ClaimIndex(folder).of("anna"))
                .as("after a restart")
                .containsExactly(build("docs", 2), build("shop", 1));
    }

    @Test
    void shouldKnowOneAccountForEachBuild() {
        ClaimIndex index = new ClaimIndex(folder);
        index.put("anna", build("shop", 1));
        index.put("bob", build("shop", 1));
        assertThat(index.of("anna")).isEmpty();
        assertThat(index.of("bob")).hasSize(1);

        index.remove(build("shop", 1));
        assertThat(new ClaimIndex(folder).of("bob")).isEmpty();
    }

    @Test
    void shouldForgetTheOldestOfTooMany() {
        // By the index itself, each would take a file of its own.
        new CacheFile<>(folder, "claims.json", "claims", ClaimIndex.StoredClaim.class, "Claims")
                .write(IntStream.rangeClosed(1, ClaimIndex.MAX_CLAIMS)
                        .mapToObj(number -> new ClaimIndex.StoredClaim("anna", "shop", number, 1_000L * number))
                        .toList());
        ClaimIndex index = new ClaimIndex(folder);
        index.put("anna", build("shop", ClaimIndex.MAX_CLAIMS + 1));

        assertThat(index.of("anna")).hasSize(ClaimIndex.MAX_CLAIMS).doesNotContain(build("shop", 1));
    }

    /** The names in the file are a format: an update must read what the version before wrote. */
    @Test
    void shouldPinTheFile() throws IOException {
        new ClaimIndex(folder).put("anna", build("shop", 1));

        assertThat(Files.readString(folder.resolve("claims.json")))
                .contains("\"claims\":[{\"account\":\"anna\",\"job\":\"shop\",\"build\":1,\"at\":1000}]");
    }
}
