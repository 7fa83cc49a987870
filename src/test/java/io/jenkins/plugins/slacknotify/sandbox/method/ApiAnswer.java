package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonObject;
import java.util.Map;

/** The answer of Slack: a status, headers and a JSON body. */
public record ApiAnswer(int status, Map<String, String> headers, JsonObject body) {
    public boolean ok() {
        return body.get("ok").getAsBoolean();
    }

    /** Empty where there was none. */
    public String error() {
        return body.has("error") ? body.get("error").getAsString() : "";
    }
}
