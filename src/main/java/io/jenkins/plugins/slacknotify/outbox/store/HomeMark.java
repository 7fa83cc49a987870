package io.jenkins.plugins.slacknotify.outbox.store;

import com.google.gson.Gson;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The format of the mark that says whose an outbox on disk is. The names of the fields are the format. A copy of the
 * folder has the same mark, but is not at the same place.
 *
 * @param v the version of the format
 * @param host the {@linkplain Host#name() name} of the machine
 * @param boot its {@linkplain Host#boot() boot}; null where that is not known
 * @param path of the outbox
 * @param folder the number that the file system gives the folder; null where it gives none
 * @param file the number that it gives the file with the mark
 * @param born when that file was made, as {@link FileBirth} tells it; null where that is not known. Marks of earlier versions have none
 */
record HomeMark(
        int v,
        String host,
        @CheckForNull String boot,
        String path,
        @CheckForNull Long folder,
        @CheckForNull Long file,
        @CheckForNull Long born) {

    private static final int VERSION = 1;
    private static final Gson GSON = new Gson();

    /** Returns the mark that an outbox in this folder of this machine has. */
    static HomeMark of(Host host, Path folder, Path file) throws IOException {
        @CheckForNull Long number = number(file);
        return new HomeMark(
                VERSION,
                host.name(),
                host.boot(),
                folder.toRealPath().toString(),
                number(folder),
                number,
                number == null ? null : FileBirth.of(file));
    }

    /** @throws RuntimeException where it is damaged, or of another version */
    static HomeMark read(String json) {
        HomeMark mark = GSON.fromJson(json, HomeMark.class);
        if (mark.v != VERSION || mark.host == null || mark.path == null) {
            throw new IllegalArgumentException("Not a mark that this version can read");
        }
        return mark;
    }

    String toJson() {
        return GSON.toJson(this);
    }

    /** Returns whether both were made on one machine. */
    boolean isOfSameHost(HomeMark other) {
        return new Host(host, boot).isSame(new Host(other.host, other.boot));
    }

    /** Returns whether both are of one folder that nobody has copied, moved or put back. A file that is put back may get the old number. */
    boolean isOfSameFolder(HomeMark other) {
        boolean isOfSameBirth = born == null || other.born == null || born.equals(other.born);
        return path.equals(other.path)
                && Objects.equals(folder, other.folder)
                && Objects.equals(file, other.file)
                && isOfSameBirth;
    }

    /** Returns the machine and the folder of the outbox, as administrators read it. */
    String place() {
        return host + ":" + path;
    }

    @CheckForNull
    private static Long number(Path path) throws IOException {
        try {
            return Files.getAttribute(path, "unix:ino") instanceof Long number ? number : null;
        } catch (UnsupportedOperationException | IllegalArgumentException notThisSystem) {
            return null;
        }
    }
}
