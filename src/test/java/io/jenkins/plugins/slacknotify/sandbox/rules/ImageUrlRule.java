package io.jenkins.plugins.slacknotify.sandbox.rules;

import com.google.gson.JsonElement;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Slack fetches images itself, from the internet: an address that only the own network can reach makes it refuse the
 * whole message. DOCUMENTED that it fetches; which hosts it cannot reach is INFERRED.
 */
final class ImageUrlRule implements Rule {
    private static final Pattern PRIVATE_ADDRESS = Pattern.compile(
            "127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|0\\.0\\.0\\.0|\\[.*");
    private static final Pattern PRIVATE_NAME =
            Pattern.compile("[^.]+|.*\\.(local|localhost|internal|lan|intranet|corp|home)");

    @Override
    public void check(JsonElement value, String pointer, Consumer<Violation> report) {
        if (!isPublic(value.getAsString())) {
            report.accept(new Violation("downloading image failed", pointer));
        }
    }

    private static boolean isPublic(String url) {
        try {
            var uri = new URI(url);
            String host = uri.getHost();
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && host != null
                    && !PRIVATE_ADDRESS.matcher(host).matches()
                    && !PRIVATE_NAME.matcher(host).matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
