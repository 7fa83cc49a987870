package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An app-level token of a Slack app: a secret that begins with {@code xapp-}. It serves for Socket Mode, with the scope
 * {@code connections:write}.
 *
 * <p>Only this package can read it, and {@link #toString} masks it. It belongs in no field that is stored.
 */
public final class AppToken extends ApiSecret {

    private static final Pattern APP_TOKEN =
            Pattern.compile("xapp-\\d+-(" + SlackId.regex(SlackId.APP) + ")-[0-9A-Za-z-]+");
    private static final Pattern SOME_APP_TOKEN = Pattern.compile("xapp-[0-9A-Za-z-]+");

    private static final String USE_INSTEAD = " Use an app-level token, which starts with xapp-: open your app on"
            + " https://api.slack.com/apps, and on the page \"Basic Information\" generate one under \"App-Level Tokens\""
            + " with the scope connections:write.";

    private AppToken(String secret) {
        super(secret);
    }

    /**
     * Makes a token of a secret, if that is of the kind that is needed here. Only Slack knows whether it accepts it. White space
     * around it is what was copied along, and is left out.
     *
     * @throws WrongTokenException if it is of another kind, or none; the message never quotes the secret
     */
    public static AppToken of(@CheckForNull String given) {
        String secret = PastedText.clean(given);
        if (secret.isEmpty()) {
            throw new WrongTokenException("The token is empty." + USE_INSTEAD);
        }
        if (secret.startsWith("xoxb-") || secret.startsWith("xoxe.xoxb-")) {
            throw new WrongTokenException(
                    "This is the token of a bot, which posts messages and cannot open a socket." + USE_INSTEAD);
        }
        if (!SOME_APP_TOKEN.matcher(secret).matches()) {
            throw new WrongTokenException("This is not an app-level token." + USE_INSTEAD);
        }
        return new AppToken(secret);
    }

    /** Returns the id of the app ({@code A…}), which is a part of the token; empty where it is not where it used to be. */
    public Optional<String> appId() {
        return Optional.of(APP_TOKEN.matcher(reveal())).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }

    @Override
    public String toString() {
        return "xapp-****";
    }
}
