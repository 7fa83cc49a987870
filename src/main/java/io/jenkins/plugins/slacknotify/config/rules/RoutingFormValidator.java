package io.jenkins.plugins.slacknotify.config.rules;

import java.util.List;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Validates the workspaces, destinations, templates and rules of a form before it is saved. The page shows the problems, so nothing
 * that was typed is lost.
 */
public final class RoutingFormValidator {
    private final StaplerRequest2 request;
    private final JSONObject form;

    private RoutingFormValidator(StaplerRequest2 request, JSONObject form) {
        this.request = request;
        this.form = form;
    }

    /**
     * The problems that would make a save fail.
     *
     * @param form what the form sends as {@code routing}; is changed
     * @return objects with {@code list}, {@code index}, {@code field} and {@code message}
     */
    public static JSONArray validate(StaplerRequest2 request, JSONObject form) {
        RoutingForm.complete(form);
        JSONArray answer = new JSONArray();
        new RoutingFormValidator(request, form).problems().forEach(problem -> answer.add(json(problem)));
        return answer;
    }

    private List<RoutingProblem> problems() {
        SystemRouting routing = new SystemRouting();
        routing.setWorkspaces(read("workspaces", WorkspaceConfig.class));
        routing.setDestinations(read("destinations", DestinationConfig.class));
        routing.setTemplates(read("templates", TemplateConfig.class));
        routing.setRules(read("rules", RuleConfig.class));
        routing.setChannelLimits(read("channelLimits", ChannelLimitConfig.class));
        List<RoutingProblem> rejected = RoutingValidator.rejectedFieldsOf(routing);
        return rejected.isEmpty()
                ? RoutingValidator.problemsOf(routing)
                : rejected.stream().map(RoutingFormValidator::withoutField).toList();
    }

    private <T> List<T> read(String list, Class<T> type) {
        return RoutingForm.elements(form, list).stream()
                .map(element -> request.bindJSON(type, element))
                .toList();
    }

    /** Removes the field, which shows its own message. */
    private static RoutingProblem withoutField(RoutingProblem rejected) {
        return new RoutingProblem(rejected.list(), rejected.index(), "", "", rejected.message());
    }

    private static JSONObject json(RoutingProblem problem) {
        JSONObject json = new JSONObject();
        json.put("list", problem.list());
        json.put("index", problem.index());
        json.put("field", problem.field());
        json.put("message", problem.message());
        return json;
    }
}
