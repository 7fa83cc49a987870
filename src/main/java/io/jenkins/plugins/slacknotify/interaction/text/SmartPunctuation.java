package io.jenkins.plugins.slacknotify.interaction.text;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What keyboards, and the forms of Slack on some systems, make of hyphens and straight quotes while somebody types them. */
public final class SmartPunctuation {
    /** A dash for two hyphens, as in {@code --force}. */
    private static final Pattern DASH = Pattern.compile("(?:^|\\s)([–—])(?=\\p{L})");

    /** What looks like JSON, with a quote that JSON has only within its texts. */
    private static final Pattern JSON = Pattern.compile("^\\s*+[{\\[][^“”]*+([“”]).*[}\\]]\\s*$", Pattern.DOTALL);

    private SmartPunctuation() {}

    /**
     * Says what of a value may have been typed otherwise.
     *
     * @return mrkdwn, to follow "in …,"; empty where nothing looks so
     */
    public static Optional<String> of(String value) {
        return Stream.of(
                        found(DASH, value, "two hyphens"),
                        found(JSON, value, "a straight quote").filter(sign -> !isJson(value)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns a sentence for a field that was filled in so. @param what as {@link #of} says it */
    public static String sentence(String what) {
        return "Here, " + what + ". Paste the value instead.";
    }

    private static Optional<String> found(Pattern pattern, String value, String typed) {
        Matcher sign = pattern.matcher(value);
        return sign.find()
                ? Optional.of("a keyboard may have made " + Mrkdwn.quoted(sign.group(1)) + " of " + typed)
                : Optional.empty();
    }

    private static boolean isJson(String value) {
        try (JsonReader reader = new JsonReader(new StringReader(value))) {
            reader.skipValue();
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
