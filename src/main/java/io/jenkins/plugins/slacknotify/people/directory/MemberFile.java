package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.memory.CacheFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file with the remembered members of one workspace: the addresses and member ids that were looked up, and the ids and
 * names of the members found. Nothing else is in it. Not safe for use by many threads.
 */
final class MemberFile {
    private final CacheFile<StoredMember> file;

    /**
     * Creates a file of a name in a folder, without reading it.
     *
     * @param folder created when there is something to write
     */
    MemberFile(Path folder, String name) {
        file = new CacheFile<>(folder, name, "people", StoredMember.class, "Who is who in Slack");
    }

    /**
     * Reads the members by what was looked up. Empty where there is no file, or one that cannot be read; that one is set aside.
     */
    Map<String, CachedMember> read() {
        Map<String, CachedMember> members = new LinkedHashMap<>();
        file.read().forEach(member -> members.put(member.asked(), member.toCachedMember()));
        return members;
    }

    /** Replaces the content of the file by these members. A failure is reported once until it succeeds again. */
    void write(Map<String, CachedMember> members) {
        file.write(members.entrySet().stream()
                .map(entry -> StoredMember.of(entry.getKey(), entry.getValue()))
                .toList());
    }
}
