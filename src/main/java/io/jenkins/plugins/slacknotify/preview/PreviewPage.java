package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.page.SlackTab;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * The page Manage Jenkins » Slack » Preview: whom a past build would notify, by the configured rules, or by others that
 * are only tried.
 *
 * <p>For administrators only, because it reads the builds of every job.
 */
@Extension(ordinal = 40)
public class PreviewPage extends SlackTab {
    public PreviewPage() {
        super("preview", "symbol-view", Messages::PreviewPage_displayName);
    }

    /** The names of the first jobs, in order, for the list of proposals. */
    public List<String> getJobs() {
        return JobLookup.offered(Jenkins.get());
    }

    /** Shows the page again, with the decisions about a build. */
    @POST
    public HttpResponse doShow(@QueryParameter String job, @QueryParameter String build, @QueryParameter String yaml) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return PreviewResponses.on(this, () -> report(job, build, yaml));
    }

    /** Returns the decisions about a build as JSON. The request's body is the YAML to try, or empty. */
    @POST
    public HttpResponse doApi(StaplerRequest2 request, @QueryParameter String job, @QueryParameter String build)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String type = Util.fixNull(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.contains("form")) {
            return PreviewJsonResponse.problem(415, Messages.PreviewPage_noForm());
        }
        String yaml = body(request);
        return PreviewResponses.asJson(() -> report(job, build, yaml));
    }

    /** Reads the request's body, up to one character more than the parser takes. */
    private static String body(StaplerRequest2 request) throws IOException {
        char[] some = new char[RoutingYamlParser.MAX_LENGTH + 1];
        int length = 0;
        try (Reader reader = request.getReader()) {
            int read = reader.read(some, 0, some.length);
            while (read > 0) {
                length += read;
                read = reader.read(some, length, some.length - length);
            }
        }
        return new String(some, 0, length);
    }

    private static PreviewReport report(
            @CheckForNull String job, @CheckForNull String build, @CheckForNull String yaml) {
        String name = Util.fixNull(job).strip();
        Job<?, ?> found = JobLookup.find(name);
        if (found == null) {
            throw new BuildNotFoundException(
                    name.isEmpty() ? Messages.PreviewPage_whichJob() : Messages.PreviewPage_noJob(name));
        }
        String candidate = Util.fixEmptyAndTrim(yaml);
        return PreviewRunner.run(
                PreviewRunner.findBuild(found, build), candidate == null ? null : RoutingYamlParser.parse(yaml));
    }
}
