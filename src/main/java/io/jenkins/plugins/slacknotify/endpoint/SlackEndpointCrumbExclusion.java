package io.jenkins.plugins.slacknotify.endpoint;

import hudson.Extension;
import hudson.security.csrf.CrumbExclusion;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * The exception from Jenkins' protection against forged requests for {@link SlackEndpoint}: Slack cannot have a crumb, and
 * signs what it sends.
 *
 * <p>The path has to be equal. A path that merely begins so could lead elsewhere.
 */
@Extension
public class SlackEndpointCrumbExclusion extends CrumbExclusion {
    private static final Set<String> PATHS = Set.of("/" + SlackEndpoint.URL_NAME, "/" + SlackEndpoint.URL_NAME + "/");

    @Override
    public boolean process(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getPathInfo();
        if (path == null || !PATHS.contains(path)) {
            return false;
        }
        chain.doFilter(request, response);
        return true;
    }
}
