package io.jenkins.plugins.slacknotify.config.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.slacknotify.event.text.ByteOrderMark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the two forms of an {@link EnvironmentVariable}: the value itself, and the path of a file with the value, as
 * containers get their secrets.
 *
 * <p>A file is read at each call, so that a secret can be replaced while Jenkins runs. Only a regular file is read, and no
 * more of it than a value can have: a pipe could be read once only, and a device has no end.
 */
final class EnvironmentReader {
    private static final int MAX_BYTES = 8192;

    private static final Pattern QUOTED = Pattern.compile("(?s)\".*\"|'.*'");

    private EnvironmentReader() {}

    /** Reads the value of an environment variable. An invalid one becomes a problem, never an exception. */
    static EnvironmentValue read(Map<String, String> variables, EnvironmentVariable variable) {
        String value = unquoted(variables.get(variable.variableName()));
        String path = unquoted(variables.get(variable.fileVariableName()));
        if (value == null) {
            return path == null ? EnvironmentValue.UNSET : ofFile(variable, path);
        }
        String problem = path == null
                ? null
                : Messages.EnvironmentReader_both(variable.variableName(), variable.fileVariableName());
        return new EnvironmentValue(variable.variableName(), value, problem);
    }

    private static EnvironmentValue ofFile(EnvironmentVariable variable, String path) {
        String name = variable.fileVariableName();
        try {
            Path file = Path.of(path);
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return unusable(name, Messages.EnvironmentReader_noFile(name, path));
            }
            String content = decode(firstBytes(file));
            if (content == null) {
                return unusable(name, Messages.EnvironmentReader_noText(name, path, MAX_BYTES));
            }
            String text = unquoted(content);
            if (text == null) {
                return unusable(name, Messages.EnvironmentReader_empty(name, path));
            }
            return text.lines().count() > 1
                    ? unusable(name, Messages.EnvironmentReader_severalLines(name, path))
                    : new EnvironmentValue(name, text, null);
        } catch (NoSuchFileException e) {
            return unusable(name, Messages.EnvironmentReader_missing(name, path));
        } catch (IOException | InvalidPathException | SecurityException e) {
            return unusable(name, Messages.EnvironmentReader_unreadable(name, path));
        }
    }

    /**
     * Returns a value without white space and quotes around it; null where nothing is left. {@code docker run --env-file} takes the quotes
     * of a file for a part of the value.
     */
    @CheckForNull
    private static String unquoted(@CheckForNull String written) {
        String value = Util.fixEmptyAndTrim(written);
        return value != null && QUOTED.matcher(value).matches()
                ? Util.fixEmptyAndTrim(value.substring(1, value.length() - 1))
                : value;
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    /** Returns the text without white space and a byte order mark around it; null where it is too long or no UTF-8. */
    @CheckForNull
    private static String decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return ByteOrderMark.removeFrom(text).strip();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static EnvironmentValue unusable(String name, String problem) {
        return new EnvironmentValue(name, null, problem);
    }
}
