package io.jenkins.plugins.slacknotify.endpoint;

import hudson.Extension;
import hudson.model.InvisibleAction;
import hudson.model.UnprotectedRootAction;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.inbound.http.HttpReply;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.lifecycle.InboundLifecycle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * The address to which Slack sends its requests by HTTP, signed: {@code JENKINS_URL/slack-notify-events/}.
 *
 * <p>Slack has neither a session nor an account here, so the address is open to everybody, without the permission
 * Overall/Read and, by {@link SlackEndpointCrumbExclusion}, without a crumb. What may be done is decided behind it, by the
 * signature alone: nothing here asks for the session, and nothing runs with rights.
 *
 * <p>The signature is over the raw bytes of the body. So nothing here may ask for a parameter, which reads a form.
 */
@Extension
public class SlackEndpoint extends InvisibleAction implements UnprotectedRootAction {
    /** The address, below that of Jenkins. */
    public static final String URL_NAME = InboundConfig.ENDPOINT;

    @Override
    public String getUrlName() {
        return URL_NAME;
    }

    /** Takes one request of Slack, or of anybody, by any method. */
    public void doIndex(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        HttpReply reply = InboundLifecycle.get()
                .receive(new HttpRequest(
                        request.getMethod(), request::getHeader, request.getContentLengthLong(), body(request)));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        response.setContentLength(body.length);
        reply.headers().forEach(response::setHeader);
        try (OutputStream out = response.getOutputStream()) {
            out.write(body);
        }
    }

    /** Opens the body; empty where a filter has read it as text before, of which the transport then tells. */
    private static InputStream body(StaplerRequest2 request) throws IOException {
        try {
            return request.getInputStream();
        } catch (IllegalStateException alreadyReadAsText) {
            return InputStream.nullInputStream();
        }
    }
}
