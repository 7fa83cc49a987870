package io.jenkins.plugins.slacknotify.config.rules;

import java.util.List;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Reads workspaces, destinations, templates and rules of a form that is not saved, so that what a save would refuse is said in
 * the page, and nothing that was typed is lost.
 */
public final class RoutingTrial {
    private final StaplerRequest2 request;
    private final JSONObject form;

    private RoutingTrial(StaplerRequest2 request, JSONObject form) {
        this.request = request;
        this.form = form;
    }

    /**
     * What a save would refuse.
     *
     * @param form what the form sends as {@code routing}; is changed
     * @return objects with {@code list}, {@code index}, {@code field} and {@code words}
     */
    public static JSONArray of(StaplerRequest2 request, JSONObject form) {
        RoutingForm.complete(form);
        JSONArray answer = new JSONArray();
        new RoutingTrial(request, form).problems().forEach(problem -> answer.add(json(problem)));
        return answer;
    }

    private List<RuleProblem> problems() {
        SystemRouting routing = new SystemRouting();
        routing.setWorkspaces(read("workspaces", SlackWorkspace.class));
        routing.setDestinations(read("destinations", NamedDestination.class));
        routing.setTemplates(read("templates", MessageTemplate.class));
        routing.setRules(read("rules", NotificationRule.class));
        List<RuleProblem> refused = RuleProblems.refused(routing);
        return refused.isEmpty()
                ? RuleProblems.in(routing)
                : refused.stream().map(RoutingTrial::ofElement).toList();
    }

    private <T> List<T> read(String list, Class<T> type) {
        return RoutingForm.elements(form, list).stream()
                .map(element -> request.bindJSON(type, element))
                .toList();
    }

    /** Without the field, which says the same by itself. */
    private static RuleProblem ofElement(RuleProblem refused) {
        return new RuleProblem(refused.list(), refused.index(), "", "", refused.words());
    }

    private static JSONObject json(RuleProblem problem) {
        JSONObject json = new JSONObject();
        json.put("list", problem.list());
        json.put("index", problem.index());
        json.put("field", problem.field());
        json.put("words", problem.words());
        return json;
    }
}
