package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.regex.Pattern;

/**
 * An app configuration token: a secret that begins with {@code xoxe.xoxp-}, lives twelve hours, and may make and change all apps
 * of the person who made it.
 *
 * <p>Only this package can read it, and {@link #toString} masks it. It belongs in no field that is stored.
 */
public final class ConfigurationToken extends ApiSecret {

    private static final Pattern CONFIGURATION_TOKEN = Pattern.compile("xoxe\\.xoxp-[0-9A-Za-z-]+");

    private static final String USE_INSTEAD = " Use an app configuration token, which starts with xoxe.xoxp-: on"
            + " https://api.slack.com/apps press \"Generate Token\" below \"Your App Configuration Tokens\", choose the"
            + " workspace, and copy the access token.";

    private ConfigurationToken(String secret) {
        super(secret);
    }

    /**
     * Makes a token of a secret, if that is of the kind that is needed here. White space around it is what was copied along,
     * and is left out. Only Slack knows whether it accepts it.
     *
     * @throws WrongTokenException if it is of another kind, or none; the message never quotes the secret
     */
    public static ConfigurationToken of(@CheckForNull String pasted) {
        String secret = PastedText.clean(pasted);
        if (secret.isEmpty()) {
            throw new WrongTokenException("The token is empty." + USE_INSTEAD);
        }
        if (secret.startsWith("xoxe-")) {
            throw new WrongTokenException("This is the refresh token that Slack shows beside it." + USE_INSTEAD);
        }
        if (secret.startsWith("xoxb-") || secret.startsWith("xoxe.xoxb-")) {
            throw new WrongTokenException("This is the token of a bot, which cannot make an app." + USE_INSTEAD);
        }
        if (secret.startsWith("xapp-")) {
            throw new WrongTokenException("This is an app-level token, which cannot make an app." + USE_INSTEAD);
        }
        if (!CONFIGURATION_TOKEN.matcher(secret).matches()) {
            throw new WrongTokenException("This is not an app configuration token." + USE_INSTEAD);
        }
        return new ConfigurationToken(secret);
    }

    @Override
    public String toString() {
        return "xoxe.xoxp-****";
    }
}
