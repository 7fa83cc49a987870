package io.jenkins.plugins.slacknotify.inbound.http;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.InputStream;

/**
 * An HTTP request as it comes from Slack, or from anybody.
 *
 * @param method such as {@code POST}
 * @param headers looks a header up
 * @param length the length of the body in bytes, as the client says; -1 where it does not
 * @param body the raw body, of which nobody has read anything (a servlet's {@code getParameter} reads a form). As little of
 *     it is read as is needed, and nothing of what is not signed
 */
public record HttpRequest(String method, Headers headers, long length, InputStream body) {
    /** The headers of a request. */
    @FunctionalInterface
    public interface Headers {
        /** Returns the first value of a header whose name is given in any case; null where there is none. */
        @CheckForNull
        String get(String name);
    }

    @CheckForNull
    String header(String name) {
        return headers.get(name);
    }
}
