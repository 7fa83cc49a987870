package io.jenkins.plugins.slacknotify.sandbox.method;

/**
 * A call as it came over the wire.
 *
 * @param token null where the request carries none
 * @param json whether the arguments came as a JSON body
 */
public record ApiRequest(String method, String token, Arguments arguments, boolean json) {
    @Override
    public String toString() {
        return method + arguments.values().keySet();
    }
}
