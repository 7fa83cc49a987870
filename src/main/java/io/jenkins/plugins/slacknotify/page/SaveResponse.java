package io.jenkins.plugins.slacknotify.page;

import hudson.util.HttpResponses;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;

/** The response to a form's script: {@code saved} with the address to go to, {@code problems}, or {@code conflict} with a sentence. */
public final class SaveResponse {
    private static final Logger LOGGER = Logger.getLogger(SaveResponse.class.getName());

    private SaveResponse() {}

    /** @param address relative to that of the page with the form */
    public static HttpResponse saved(String address) {
        return answer("saved", address);
    }

    /** Returns the answer if nothing was saved, because somebody else has saved meanwhile. */
    public static HttpResponse conflict(String sentence) {
        return answer("conflict", sentence);
    }

    /** Returns the answer if nothing was saved, because the form is invalid. */
    public static HttpResponse refused(String sentence) {
        return refused(List.of(new RoutingProblem("", 0, "", "", sentence)));
    }

    /** Returns the answer if nothing was saved, because the disk failed. */
    public static HttpResponse notSaved(IOException reason) {
        LOGGER.log(Level.WARNING, "The settings of Slack notifications could not be saved", reason);
        return refused(Messages.SaveResponse_notSaved(String.valueOf(reason.getMessage())));
    }

    /** Returns the answer if nothing was saved, because of problems in fields of the form. */
    public static HttpResponse refused(List<RoutingProblem> problems) {
        JSONArray all = new JSONArray();
        for (RoutingProblem problem : problems) {
            JSONObject json = new JSONObject();
            json.put("field", problem.field());
            json.put("message", problem.message());
            all.add(json);
        }
        return answer("problems", all);
    }

    private static HttpResponse answer(String key, Object value) {
        JSONObject json = new JSONObject();
        json.put(key, value);
        return HttpResponses.okJSON(json);
    }
}
