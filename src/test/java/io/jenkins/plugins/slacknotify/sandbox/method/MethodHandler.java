package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonObject;

/** The work of a method once the common checks are passed; answers the body without {@code ok}. */
@FunctionalInterface
public interface MethodHandler {
    /** @throws SlackRefusal with an error that the method's table entry names */
    JsonObject handle(MethodCall call);
}
