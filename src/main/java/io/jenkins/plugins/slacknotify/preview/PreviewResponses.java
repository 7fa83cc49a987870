package io.jenkins.plugins.slacknotify.preview;

import java.util.function.Supplier;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** Makes the responses to requests for a preview. What is wrong with a request is shown, and not thrown. */
final class PreviewResponses {
    private PreviewResponses() {}

    /** Shows a page again, with the report, or with the error in what the user has entered. */
    static HttpResponse on(Object page, Supplier<PreviewReport> preview) {
        try {
            return HttpResponses.forwardToView(page, "index").with("report", preview.get());
        } catch (IllegalArgumentException e) {
            return HttpResponses.forwardToView(page, "index").with("refusal", e.getMessage());
        }
    }

    /**
     * Returns the report, or what is wrong, as JSON: 404 for a missing job or build, 400 for any other error of the
     * request.
     */
    static HttpResponse asJson(Supplier<PreviewReport> preview) {
        try {
            return PreviewJsonResponse.of(preview.get());
        } catch (BuildNotFoundException e) {
            return PreviewJsonResponse.problem(404, e.getMessage());
        } catch (IllegalArgumentException e) {
            return PreviewJsonResponse.problem(400, e.getMessage());
        }
    }
}
