package io.jenkins.plugins.slacknotify.slack.refusal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The remedies: for each error code the sentences in {@code remedies.properties} that say what is wrong and how to fix
 * it.
 *
 * <p>The file has the codes that Slack documents for the methods that the plugin calls.
 */
public final class Remedies {

    private static final Pattern PART = Pattern.compile("\\{(\\.\\w+)}");
    private static final Properties SENTENCES = load();

    private Remedies() {}

    /** Returns the remedy of any code; for one that is not in the file, a sentence with the code. */
    public static String forError(String error, @CheckForNull String channel, @CheckForNull String neededScope) {
        String sentences = SENTENCES.getProperty(error);
        if (sentences == null) {
            return "Slack refused with the error \"" + error + "\". Slack's documentation of the method explains it: "
                    + "https://docs.slack.dev/reference/methods";
        }
        return withParts(sentences)
                .replace("{bot}", Refusal.UNNAMED_BOT)
                .replace("{channel}", display(channel))
                .replace("{needed}", neededScope == null ? "that this needs" : neededScope);
    }

    private static String withParts(String sentences) {
        Matcher part = PART.matcher(sentences);
        return part.find()
                ? withParts(part.replaceAll(match -> Matcher.quoteReplacement(SENTENCES.getProperty(match.group(1)))))
                : sentences;
    }

    private static String display(@CheckForNull String channel) {
        if (channel == null) {
            return "the channel";
        }
        return channel.startsWith("#") || SlackId.isAddressee(channel) ? channel : "#" + channel;
    }

    private static Properties load() {
        Properties sentences = new Properties();
        try (Reader file = new InputStreamReader(
                Remedies.class.getResourceAsStream("remedies.properties"), StandardCharsets.UTF_8)) {
            sentences.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
