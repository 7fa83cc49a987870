package io.jenkins.plugins.slacknotify.preview;

import java.util.function.Supplier;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** Answers a question for a preview. What is wrong with the question is said, and not thrown. */
final class PreviewResponses {
    private PreviewResponses() {}

    /** Shows a page again, with the report or what is wrong. */
    static HttpResponse on(Object page, Supplier<PreviewReport> question) {
        try {
            return HttpResponses.forwardToView(page, "index").with("report", question.get());
        } catch (IllegalArgumentException e) {
            return HttpResponses.forwardToView(page, "index").with("refusal", e.getMessage());
        }
    }

    /** The same for a program. */
    static HttpResponse asJson(Supplier<PreviewReport> question) {
        try {
            return PreviewJsonResponse.of(question.get());
        } catch (NotFoundException e) {
            return PreviewJsonResponse.problem(404, e.getMessage());
        } catch (IllegalArgumentException e) {
            return PreviewJsonResponse.problem(400, e.getMessage());
        }
    }
}
