package io.jenkins.plugins.slacknotify.preview;

import java.io.IOException;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * The JSON response to a program: a report, or what is wrong with the request.
 *
 * @param status the HTTP status
 */
record PreviewJsonResponse(int status, JSONObject json) implements HttpResponse {
    static PreviewJsonResponse of(PreviewReport report) {
        return new PreviewJsonResponse(200, PreviewReportJson.of(report));
    }

    static PreviewJsonResponse problem(int status, String problem) {
        JSONObject json = new JSONObject();
        json.put("problem", problem);
        return new PreviewJsonResponse(status, json);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(json.toString(2));
    }
}
