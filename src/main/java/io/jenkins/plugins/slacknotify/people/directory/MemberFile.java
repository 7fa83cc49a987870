package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.memory.CacheFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file with what is remembered of one workspace: addresses and member ids that were asked for, and the ids and names of
 * the members found. Nothing else is in it. Not safe for use by many threads.
 */
final class MemberFile {
    private final CacheFile<StoredMember> file;

    /** @param folder made when there is something to write */
    MemberFile(Path folder, String name) {
        file = new CacheFile<>(folder, name, "people", StoredMember.class, "Who is who in Slack");
    }

    /** By what was asked for. Empty where there is no file, or none that can be read; that one is set aside. */
    Map<String, CachedMember> read() {
        Map<String, CachedMember> people = new LinkedHashMap<>();
        file.read().forEach(member -> people.put(member.asked(), member.remembered()));
        return people;
    }

    /** Replaces the file. Where that fails, it is reported once until it succeeds again. */
    void write(Map<String, CachedMember> people) {
        file.write(people.entrySet().stream()
                .map(entry -> StoredMember.of(entry.getKey(), entry.getValue()))
                .toList());
    }
}
